namespace CivicTech.Consensus.Tallying.Committees;

/// <summary>How to search.</summary>
internal sealed class CommitteeSearchOptions
{
    internal required int Seats { get; init; }

    /// <summary>Committees that are looked at, whole or in part, before the search gives up; the first committee is always finished.</summary>
    internal required long WorkLimit { get; init; }

    /// <summary>The place of each candidate among those that look equally good: the lower is tried first. No result of a full search depends on it.</summary>
    internal required int[] Places { get; init; }

    internal CancellationToken Cancellation { get; init; }
}
