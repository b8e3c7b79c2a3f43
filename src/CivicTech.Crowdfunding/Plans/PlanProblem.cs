namespace CivicTech.Crowdfunding.Plans;

/// <summary>What is wrong with a plan.</summary>
public sealed record PlanProblem
{
    internal PlanProblem(string field, string expected)
    {
        (Field, Expected) = (field, expected);
    }

    /// <summary>Where, such as <c>budget[2].amount</c>.</summary>
    public string Field { get; }

    /// <summary>What was expected there.</summary>
    public string Expected { get; }

    /// <summary>The field and the expectation.</summary>
    public override string ToString() => $"{Field}: {Expected}";
}
