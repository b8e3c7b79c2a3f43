using System.Collections.Immutable;

namespace CivicTech.Consensus.Tallying;

/// <summary>What a round decided about a candidate.</summary>
public sealed class TallyAction
{
    /// <summary>The identifier.</summary>
    public required string Candidate { get; init; }

    /// <summary>Elected, or out.</summary>
    public required TallyActionKind Kind { get; init; }

    /// <summary>Why, as a sentence; may be empty.</summary>
    public string Why { get; init; } = "";

    /// <summary>Where the candidate's votes went after the round, if they were transferred: in listed order, then the inactive, then the rounding.</summary>
    public ImmutableArray<VoteTransfer> Transfers { get; init; } = [];
}
