using System.Numerics;

namespace CivicTech.Consensus.Tallying.Pairwise;

/// <summary>For each two candidates the path of victories whose weakest one is strongest: Floyd and Warshall's algorithm, O(m³).</summary>
internal sealed class StrongestPaths
{
    private readonly int[] _strength;
    private readonly int _count;

    internal StrongestPaths(Victories victories, int count, CancellationToken cancellation)
    {
        _count = count;
        _strength = victories.Strengths.ToArray();
        for (var via = 0; via < count; via++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var from = 0; from < count; from++)
            {
                if (from != via && this[from, via] > 0)
                {
                    Widen(_strength.AsSpan(from * count, count), _strength.AsSpan(via * count, count), this[from, via]);
                }
            }
        }
    }

    /// <summary>The strength of the weakest victory of the strongest path; 0 when there is no path. Of a candidate to itself it means nothing.</summary>
    internal int this[int from, int to] => _strength[(from * _count) + to];

    private static void Widen(Span<int> row, ReadOnlySpan<int> onward, int first)
    {
        var i = 0;
        var firsts = new Vector<int>(first);
        for (; i <= row.Length - Vector<int>.Count; i += Vector<int>.Count)
        {
            var before = new Vector<int>(row[i..]);
            Vector.Max(before, Vector.Min(firsts, new Vector<int>(onward[i..]))).CopyTo(row[i..]);
        }

        for (; i < row.Length; i++)
        {
            row[i] = Math.Max(row[i], Math.Min(first, onward[i]));
        }
    }
}
