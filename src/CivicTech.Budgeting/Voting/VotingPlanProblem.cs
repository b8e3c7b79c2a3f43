namespace CivicTech.Budgeting.Voting;

/// <summary>What is wrong with a plan.</summary>
public sealed record VotingPlanProblem
{
    internal VotingPlanProblem(string field, string expected)
    {
        (Field, Expected) = (field, expected);
    }

    /// <summary>Where, such as <c>areas[2].budget</c>.</summary>
    public string Field { get; }

    /// <summary>What was expected there.</summary>
    public string Expected { get; }

    /// <summary>The field and the expectation.</summary>
    public override string ToString() => $"{Field}: {Expected}";
}
