using System.Collections.Immutable;

namespace CivicTech.Consensus.Tallying;

/// <summary>What is wanted of a count besides its result.</summary>
public sealed class TallyRequest
{
    /// <summary>Nothing else.</summary>
    public static TallyRequest Default { get; } = new();

    /// <summary>How officials decided the ties that an earlier count of the same ballots left open.</summary>
    public ImmutableArray<TieDecision> Decisions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Stops the count.</summary>
    public CancellationToken CancellationToken { get; init; }
}
