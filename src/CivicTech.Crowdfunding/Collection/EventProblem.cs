namespace CivicTech.Crowdfunding.Collection;

/// <summary>What keeps a <see cref="ProviderEvent"/> from being taken.</summary>
public sealed record EventProblem
{
    internal EventProblem(string field, string expected)
    {
        Field = field;
        Expected = expected;
    }

    /// <summary>The property of the event, such as <c>Amount</c>.</summary>
    public string Field { get; }

    /// <summary>What was expected of it.</summary>
    public string Expected { get; }

    /// <summary>The field and the expectation.</summary>
    public override string ToString() => $"{Field}: expected {Expected}";
}
