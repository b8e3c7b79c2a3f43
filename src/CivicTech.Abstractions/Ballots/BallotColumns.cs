using System.Runtime.CompilerServices;

namespace CivicTech.Ballots;

/// <summary>
/// Distinct ballots in flat arrays. The record of ballot b begins at Offsets[b]: the number of its candidates, its weight (two places),
/// then the candidates; where ballots carry values, then the place of the first of them. What folding touches stands together, because
/// it is mostly out of the cache.
/// </summary>
internal sealed class BallotColumns
{
    /// <summary>Places before the candidates of a record.</summary>
    internal const int Header = 3;

    internal required int Count { get; init; }

    /// <summary>Count + 1 places that are used; the last is the end of the last record.</summary>
    internal required int[] Offsets { get; init; }

    internal required int[] Records { get; init; }

    /// <summary>One for each candidate of each ballot, in the same order; empty for approval ballots.</summary>
    internal required long[] Values { get; init; }

    internal required long TotalWeight { get; init; }

    /// <summary>How many values are used.</summary>
    internal required int ValueCount { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static long ReadWeight(int[] records, int offset) =>
        Unsafe.ReadUnaligned<long>(ref Unsafe.As<int, byte>(ref records.AsSpan(offset + 1, 2)[0]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void WriteWeight(int[] records, int offset, long weight) =>
        Unsafe.WriteUnaligned(ref Unsafe.As<int, byte>(ref records.AsSpan(offset + 1, 2)[0]), weight);

    internal long WeightOf(int ballot)
    {
        Check(ballot);
        return ReadWeight(Records, Offsets[ballot]);
    }

    internal ReadOnlySpan<int> CandidatesOf(int ballot)
    {
        Check(ballot);
        var offset = Offsets[ballot];
        return Records.AsSpan(offset + Header, Records[offset]);
    }

    internal Span<long> ValuesOf(int ballot)
    {
        Check(ballot);
        var length = Records[Offsets[ballot]];
        return Values.AsSpan(Records[Offsets[ballot] + Header + length], length);
    }

    private void Check(int ballot) => ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)ballot, (uint)Count, nameof(ballot));
}
