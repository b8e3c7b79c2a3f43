namespace CivicTech.Crowdfunding.Plans;

/// <summary>One thing that the money is for: backers see how much is needed and how it will be spent.</summary>
public sealed record BudgetLine
{
    /// <summary>What it is, such as <c>swings</c>; unique in the plan.</summary>
    public required string Name { get; init; }

    /// <summary>What it costs, more than zero.</summary>
    public required Money Amount { get; init; }
}
