namespace CivicTech.Consensus.Permutations;

/// <summary>Replicates with weights, in as many bits as they take.</summary>
internal sealed class WideReplicates : Replicates
{
    private readonly PermutedRows _permuted;
    private readonly Int128 _observed;
    private readonly ulong _seed;
    private readonly ShufflePlan _plan;
    private readonly short[] _row;
    private readonly long[] _sums;

    /// <exception cref="OverflowException">The weights are beyond what 128 bits hold.</exception>
    internal WideReplicates(PermutedRows permuted, Int128 observed, ulong seed)
    {
        var largest = checked((long)permuted.LargestSum);
        _ = checked((Int128)largest * largest * permuted.Items);
        _permuted = permuted;
        _observed = observed;
        _seed = seed;
        _plan = ShufflePlan.For(permuted.Items);
        _row = new short[permuted.Items];
        _sums = new long[permuted.Items];
    }

    protected override bool Reaches(ulong replicate) => Q(replicate) >= _observed;

    private Int128 Q(ulong replicate)
    {
        var rows = _permuted.Rows;
        _sums.AsSpan().Clear();
        Add(rows[0].Values, rows[0].Weight);
        var random = new CounterRandom(_seed, 0, replicate);
        for (var row = 1; row < rows.Length; row++)
        {
            random.Shuffle(rows[row].Values, _row, _plan);
            Add(_row, rows[row].Weight);
        }

        Int128 q = 0;
        foreach (var sum in _sums)
        {
            q += Math.BigMul(sum, sum);
        }

        return q;
    }

    private void Add(short[] row, long weight)
    {
        var sums = _sums;
        for (var item = 0; item < row.Length; item++)
        {
            sums[item] += weight * row[item];
        }
    }
}
