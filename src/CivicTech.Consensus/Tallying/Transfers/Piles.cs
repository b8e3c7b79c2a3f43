using System.Buffers;
using System.Runtime.CompilerServices;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>
/// The ballots in piles, one for each candidate. A transfer touches the ballots of one pile only, and a ballot is never looked at behind the
/// candidate it counts for; so a whole count takes time in proportion to the ranks on distinct ballots.
/// </summary>
/// <typeparam name="T">An amount of votes.</typeparam>
/// <typeparam name="TArithmetic">How votes are counted.</typeparam>
internal sealed class Piles<T, TArithmetic>
    where T : struct, IComparable<T>
    where TArithmetic : struct, IVoteArithmetic<T>
{
    internal const int Reasons = 6;

    private readonly PreferenceTable _table;
    private readonly TArithmetic _arithmetic;
    private readonly int[] _head;
    private int[] _next;
    private int[] _cursor;
    private T[] _value;

    // The last parcel of a pile is what came in the latest round in which anything came: from the head to the ballot that was the head before.
    private readonly int[] _parcelEnd;
    private readonly int[] _parcelRound;
    private int _round = 1;

    internal Piles(PreferenceTable table, TArithmetic arithmetic, bool[] open)
    {
        _table = table;
        _arithmetic = arithmetic;
        Open = open;
        Tally = new T[table.Candidates];
        Inactive = new T[Reasons];
        _head = new int[table.Candidates];
        Array.Fill(_head, -1);
        _parcelEnd = new int[table.Candidates];
        Array.Fill(_parcelEnd, -1);
        _parcelRound = new int[table.Candidates];
        _next = ArrayPool<int>.Shared.Rent(table.Count);
        _cursor = ArrayPool<int>.Shared.Rent(table.Count);
        _value = ArrayPool<T>.Shared.Rent(table.Count);
        _value.AsSpan(0, table.Count).Fill(arithmetic.Of(1));
    }

    /// <summary>Who can receive votes.</summary>
    internal bool[] Open { get; }

    internal T[] Tally { get; }

    /// <summary>By <see cref="InactiveReason"/>.</summary>
    internal T[] Inactive { get; }

    /// <summary>The round in which a candidate last received ballots.</summary>
    internal int ParcelRoundOf(int candidate) => _parcelRound[candidate];

    /// <summary>Deals all ballots to their first candidates.</summary>
    internal void Deal()
    {
        for (var ballot = 0; ballot < _table.Count; ballot++)
        {
            _ = Place(ballot, _table.Starts[ballot], _arithmetic.Times(_value[ballot], _table.Weights[ballot]));
        }
    }

    /// <summary>What is transferred from now on arrives in this round.</summary>
    internal void Begin(int round) => _round = round;

    /// <summary>Transfers a whole pile at the value that its ballots have.</summary>
    /// <returns>What everybody received, and behind them what became inactive, by reason.</returns>
    internal T[] TransferAll(int candidate)
    {
        var received = new T[_table.Candidates + Reasons];
        var ballot = Lift(candidate, end: -1);
        while (ballot >= 0)
        {
            var next = _next[ballot];
            Move(ballot, received);
            ballot = next;
        }

        Tally[candidate] = default;
        return received;
    }

    /// <summary>Transfers a surplus: each ballot goes on at a part of its value.</summary>
    /// <param name="candidate">Whose.</param>
    /// <param name="action">Which ballots go on, and at which part.</param>
    /// <returns>As <see cref="TransferAll"/>; the tally of the candidate is left for the caller to set.</returns>
    internal T[] TransferSurplus(int candidate, CountedAction<T> action)
    {
        var received = new T[_table.Candidates + Reasons];
        var end = action.OnlyFromRound > 0 ? _parcelEnd[candidate] : -1;
        var ballot = Lift(candidate, end);
        while (ballot != end)
        {
            var next = _next[ballot];
            _value[ballot] = BallotValue.After(_arithmetic, action, _value[ballot]);
            if (action.IsFinal)
            {
                var votes = _arithmetic.Times(_value[ballot], _table.Weights[ballot]);
                var place = _table.Candidates + (int)InactiveReason.FinalSurplus;
                received[place] = _arithmetic.Add(received[place], votes);
                Inactive[(int)InactiveReason.FinalSurplus] = _arithmetic.Add(Inactive[(int)InactiveReason.FinalSurplus], votes);
            }
            else
            {
                Move(ballot, received);
            }

            ballot = next;
        }

        return received;
    }

    /// <summary>What the ballots of the last parcel of a candidate are worth.</summary>
    internal T LastParcel(int candidate)
    {
        var sum = _arithmetic.Of(0);
        for (var ballot = _head[candidate]; ballot >= 0 && ballot != _parcelEnd[candidate]; ballot = _next[ballot])
        {
            sum = _arithmetic.Add(sum, _arithmetic.Times(_value[ballot], _table.Weights[ballot]));
        }

        return sum;
    }

    /// <summary>How many ballots lie in a pile.</summary>
    internal long BallotsOf(int candidate)
    {
        var count = 0L;
        for (var ballot = _head[candidate]; ballot >= 0; ballot = _next[ballot])
        {
            count += _table.Weights[ballot];
        }

        return count;
    }

    /// <summary>The count is over: what it needed for each ballot is for others to use. Tallies stay.</summary>
    internal void Release()
    {
        ArrayPool<int>.Shared.Return(_next);
        ArrayPool<int>.Shared.Return(_cursor);
        ArrayPool<T>.Shared.Return(_value, clearArray: RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        (_next, _cursor, _value) = ([], [], []);
    }

    private int Lift(int candidate, int end)
    {
        var first = _head[candidate];
        _head[candidate] = end;
        return first;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Move(int ballot, T[] received)
    {
        var votes = _arithmetic.Times(_value[ballot], _table.Weights[ballot]);
        var place = Place(ballot, _cursor[ballot] + 1, votes);
        received[place] = _arithmetic.Add(received[place], votes);
    }

    /// <summary>Lays a ballot on the pile of the next candidate who is open; the place in what is received.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Place(int ballot, int from, T votes)
    {
        var candidate = BallotWalk.Next(_table, ballot, Open, ref from);
        if (candidate < 0)
        {
            Inactive[~candidate] = _arithmetic.Add(Inactive[~candidate], votes);
            return _table.Candidates + ~candidate;
        }

        _cursor[ballot] = from;
        if (_parcelRound[candidate] != _round)
        {
            _parcelRound[candidate] = _round;
            _parcelEnd[candidate] = _head[candidate];
        }

        _next[ballot] = _head[candidate];
        _head[candidate] = ballot;
        Tally[candidate] = _arithmetic.Add(Tally[candidate], votes);
        return candidate;
    }
}
