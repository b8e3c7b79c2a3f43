using NodaTime;

namespace CivicTech.Budgeting.Realisation;

/// <summary>Money that was granted to a project after it was funded.</summary>
public sealed record BudgetIncrease
{
    /// <summary>How much.</summary>
    public required Money Amount { get; init; }

    /// <summary>A reference to the decision.</summary>
    public required string Decision { get; init; }

    /// <summary>Whether it was taken from the left-over account of the area.</summary>
    public bool IsFromLeftovers { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }
}
