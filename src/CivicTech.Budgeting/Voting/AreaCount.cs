namespace CivicTech.Budgeting.Voting;

/// <summary>The numbers of an area: what was cast is counted, void, replaced or withdrawn.</summary>
public sealed record AreaCount
{
    /// <summary>The id of the area.</summary>
    public required string Area { get; init; }

    /// <summary>How many ballots were cast, those that were replaced later included.</summary>
    public required long Cast { get; init; }

    /// <summary>How many count: one a voter at most.</summary>
    public required long Counted { get; init; }

    /// <summary>How many were declared void.</summary>
    public required long Voided { get; init; }

    /// <summary>How many another ballot of the same voter took the place of.</summary>
    public required long Replaced { get; init; }

    /// <summary>How many voters took back, or lost when projects left the ballot.</summary>
    public required long Withdrawn { get; init; }

    /// <summary>How many of the counted came on paper.</summary>
    public long Paper { get; init; }

    /// <summary>How many of the counted name no project.</summary>
    public long Blank { get; init; }
}
