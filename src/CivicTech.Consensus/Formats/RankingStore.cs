using System.Runtime.CompilerServices;
using CivicTech.Ballots;

namespace CivicTech.Consensus.Formats;

/// <summary>
/// The ballots of one file while it is read. Most lines of ballot files repeat: a line that was read before is known by its bytes, and only
/// its weight is counted. Candidates are numbers until the file has named them.
/// </summary>
internal sealed class RankingStore
{
    private Slot[] _slots = new Slot[1024];
    private int _used;

    private StoredBallot[] _ballots = new StoredBallot[256];
    private int _count;
    private int[] _candidates = new int[1024];
    private int _length;

    // Only of ballots that are no plain 1, 2, 3, …
    private long[] _ranks = [];
    private int _ranksLength;

    /// <summary>How many ballots were counted.</summary>
    internal long Voters { get; private set; }

    /// <summary>Whether so many more can be counted.</summary>
    internal bool Fits(long weight) => weight <= long.MaxValue - Voters;

    /// <exception cref="BallotFormatException">So many more cannot be counted.</exception>
    internal void CheckFits(Int128 weight, BallotContent content, int at)
    {
        if (weight > long.MaxValue - Voters)
        {
            throw content.Error(at, "there are more ballots than 9223372036854775807");
        }
    }

    /// <summary>Counts ballots that are written like some before; false, and nothing counted, when there were none or the number is too large.</summary>
    /// <remarks>Compiled at once for speed: a file is often read before the runtime would notice that this is hot.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal bool TryCount(ReadOnlySpan<byte> written, ReadOnlySpan<byte> content, long weight)
    {
        if (!Fits(weight))
        {
            return false;
        }

        var hash = ByteHash.Of(written);
        var mask = _slots.Length - 1;
        for (var place = (int)hash & mask; ; place = (place + 1) & mask)
        {
            ref var slot = ref _slots[place];
            if (slot.StoredBallot == 0)
            {
                return false;
            }

            if (slot.Hash == hash && written.SequenceEqual(content.Slice(slot.Start, slot.Length)))
            {
                _ballots[slot.StoredBallot - 1].Weight += weight;
                Voters += weight;
                return true;
            }
        }
    }

    /// <summary>Counts ballots that were read.</summary>
    /// <param name="ranked">Numbers of candidates.</param>
    /// <param name="ranks">Their ranks.</param>
    /// <param name="weight">How many: it must fit.</param>
    internal void Add(ReadOnlySpan<int> ranked, ReadOnlySpan<long> ranks, long weight)
    {
        Add(ranked, weight);
        var isPlain = true;
        for (var i = 0; i < ranks.Length; i++)
        {
            isPlain &= ranks[i] == i + 1;
        }

        if (!isPlain)
        {
            Reserve(ref _ranks, _ranksLength, ranks.Length);
            ranks.CopyTo(_ranks.AsSpan(_ranksLength));
            _ballots[_count - 1].Ranks = _ranksLength;
            _ranksLength += ranks.Length;
        }
    }

    /// <summary>Counts ballots that rank one candidate after another.</summary>
    internal void Add(ReadOnlySpan<int> ranked, long weight)
    {
        Reserve(ref _ballots, _count, 1);
        Reserve(ref _candidates, _length, ranked.Length);
        ranked.CopyTo(_candidates.AsSpan(_length));
        _ballots[_count++] = new StoredBallot { Start = _length, Length = ranked.Length, Ranks = -1, Weight = weight };
        _length += ranked.Length;
        Voters += weight;
    }

    /// <summary>Says how the ballot that was added last is written.</summary>
    internal void Know(ReadOnlySpan<byte> content, int start, int length)
    {
        if (_used * 2 >= _slots.Length)
        {
            Grow();
        }

        Enter(new Slot { Hash = ByteHash.Of(content.Slice(start, length)), Start = start, Length = length, StoredBallot = _count });
        _used++;
    }

    /// <summary>Hands all ballots to a builder.</summary>
    /// <param name="builder">Over the candidates that the numbers mean.</param>
    /// <param name="numberOf">The final number of each number used here.</param>
    internal void MoveTo(OrdinalProfileBuilder builder, ReadOnlySpan<int> numberOf)
    {
        foreach (ref var ballot in _ballots.AsSpan(0, _count))
        {
            var ranked = _candidates.AsSpan(ballot.Start, ballot.Length);
            foreach (ref var candidate in ranked)
            {
                candidate = numberOf[candidate];
            }

            if (ballot.Ranks < 0)
            {
                builder.Add(ranked, ballot.Weight);
            }
            else
            {
                builder.Add(ranked, _ranks.AsSpan(ballot.Ranks, ballot.Length), ballot.Weight);
            }
        }
    }

    /// <summary>All ballots as a profile over candidates with the numbers 0, 1, 2, …</summary>
    internal OrdinalProfile Build(CandidateList candidates)
    {
        var builder = new OrdinalProfileBuilder(candidates);
        var same = new int[candidates.Count];
        for (var i = 0; i < same.Length; i++)
        {
            same[i] = i;
        }

        MoveTo(builder, same);
        return builder.Build();
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new Slot[old.Length * 2];
        foreach (var slot in old)
        {
            if (slot.StoredBallot != 0)
            {
                Enter(slot);
            }
        }
    }

    private void Enter(Slot slot)
    {
        var mask = _slots.Length - 1;
        var place = (int)slot.Hash & mask;
        while (_slots[place].StoredBallot != 0)
        {
            place = (place + 1) & mask;
        }

        _slots[place] = slot;
    }

    private static void Reserve<T>(ref T[] array, int used, int more)
    {
        if (array.Length - used < more)
        {
            Array.Resize(ref array, (int)Math.Min(Array.MaxLength, Math.Max(256, (used + (long)more) * 2)));
        }
    }

    private struct Slot
    {
        internal ulong Hash;
        internal int Start;
        internal int Length;

        // Its number + 1; 0 is free.
        internal int StoredBallot;
    }

    private struct StoredBallot
    {
        internal int Start;
        internal int Length;
        internal int Ranks;
        internal long Weight;
    }
}
