using CivicTech.Numerics;

namespace CivicTech.Budgeting.Results;

/// <summary>What a project had, and what became of it.</summary>
public sealed record ProjectOutcome
{
    /// <summary>The id of the project.</summary>
    public required string Project { get; init; }

    /// <summary>How many voters named it on their ballots.</summary>
    public required long Votes { get; init; }

    /// <summary>Its points; null where ballots carry none.</summary>
    public Rational? Points { get; init; }

    /// <summary>Its price on the official ballot.</summary>
    public required Money Cost { get; init; }

    /// <summary>Whether it is funded.</summary>
    public required bool IsFunded { get; init; }

    /// <summary>
    /// What became of it, as a stable name: those of <see cref="Allocation.Fate.Code"/>, and <c>removed</c>, <c>below-minimum-votes</c>, <c>excluded-elsewhere</c>, <c>gave-way</c>, <c>quorum-missed</c>.
    /// </summary>
    public required string Fate { get; init; }

    /// <summary>The same as the end of a sentence that begins with the project.</summary>
    public required string Why { get; init; }
}
