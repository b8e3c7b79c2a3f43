using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CivicTech.Consensus.Permutations;

/// <summary>Replicates without weights: rows are shuffled into a block that stays in the nearest cache, then added up in 16-bit lanes.</summary>
internal sealed class NarrowReplicates : Replicates
{
    private const int BlockValues = 8192;

    private readonly PermutedRows _permuted;
    private readonly long _observed;
    private readonly ulong _seed;
    private readonly ShufflePlan _plan;
    private readonly int _stride;
    private readonly int _blockRows;
    private readonly short[] _block;
    private readonly int[] _sums;

    internal NarrowReplicates(PermutedRows permuted, Int128 observed, ulong seed)
    {
        _permuted = permuted;
        _observed = (long)Int128.Clamp(observed, long.MinValue, long.MaxValue);
        _seed = seed;
        _plan = ShufflePlan.For(permuted.Items);
        var lanes = Vector<short>.Count;
        _stride = (permuted.Items + lanes - 1) / lanes * lanes;

        // The sums of a block fit in 16 bits: no entry is as large as the number of items.
        _blockRows = Math.Max(1, BlockValues / _stride);
        _block = new short[_blockRows * _stride];
        _sums = new int[_stride];
    }

    protected override bool Reaches(ulong replicate) => Q(replicate) >= _observed;

    // Optimised at once, as what it calls: a single test is over before calls have been counted.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private long Q(ulong replicate)
    {
        var rows = _permuted.Rows;
        var items = _permuted.Items;
        var fixedRow = rows[0].Values;
        for (var item = 0; item < items; item++)
        {
            _sums[item] = fixedRow[item];
        }

        var random = new CounterRandom(_seed, 0, replicate);
        for (var row = 1; row < rows.Length;)
        {
            var blockRows = Math.Min(_blockRows, rows.Length - row);
            for (var i = 0; i < blockRows; i++)
            {
                random.Shuffle(rows[row++].Values, _block.AsSpan(i * _stride, items), _plan);
            }

            AddBlock(blockRows);
        }

        var q = 0L;
        foreach (long sum in _sums.AsSpan(0, items))
        {
            q += sum * sum;
        }

        return q;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddBlock(int rows)
    {
        var end = rows * _stride;
        for (var lane = 0; lane < _stride; lane += Vector<short>.Count)
        {
            var total = Vector<short>.Zero;
            for (var start = lane; start < end; start += _stride)
            {
                total += Vector.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_block), (nuint)start);
            }

            Vector.Widen(total, out var low, out var high);
            var sums = _sums.AsSpan(lane);
            (low + new Vector<int>(sums)).CopyTo(sums);
            sums = sums[Vector<int>.Count..];
            (high + new Vector<int>(sums)).CopyTo(sums);
        }
    }
}
