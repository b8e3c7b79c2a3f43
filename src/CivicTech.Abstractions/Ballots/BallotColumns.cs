namespace CivicTech.Ballots;

/// <summary>
/// Distinct ballots with their weights in flat arrays: the entries of ballot b stand at [Offsets[b], Offsets[b + 1]).
/// The arrays may be longer than what is used.
/// </summary>
internal sealed class BallotColumns
{
    internal required int Count { get; init; }

    internal required int[] Offsets { get; init; }

    internal required int[] Candidates { get; init; }

    /// <summary>Aligned with <see cref="Candidates"/>; empty for approval ballots.</summary>
    internal required long[] Values { get; init; }

    internal required long[] Weights { get; init; }

    internal required long TotalWeight { get; init; }

    internal ReadOnlySpan<int> CandidatesOf(int ballot)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)ballot, (uint)Count, nameof(ballot));
        return Candidates.AsSpan(Offsets[ballot]..Offsets[ballot + 1]);
    }

    internal ReadOnlySpan<long> ValuesOf(int ballot)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)ballot, (uint)Count, nameof(ballot));
        return Values.AsSpan(Offsets[ballot]..Offsets[ballot + 1]);
    }
}
