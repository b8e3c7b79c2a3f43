using System.Buffers;
using System.Runtime.CompilerServices;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>
/// The ballots in piles, one for each candidate. What lies on a pile is a place of the tree: ballots that came the same way lie and go on
/// together. A transfer touches one pile only and never looks behind the candidates that ballots then count for; so a whole count takes time
/// in proportion to the places of the tree: at most the ranks and the ends of distinct ballots, and mostly far fewer.
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
    private readonly BallotTree.Place[] _places;
    private readonly int[] _head;

    // For each place on a pile: what lies below it there, and what one of its ballots is worth.
    private int[] _next;
    private T[] _value;

    // The last parcel of a pile is what came in the latest round in which anything came: from the head to the place that was the head before.
    private readonly int[] _parcelEnd;
    private readonly int[] _parcelRound;
    private int _round = 1;

    internal Piles(PreferenceTable table, TArithmetic arithmetic, bool[] open)
    {
        _table = table;
        _arithmetic = arithmetic;
        _places = table.Tree.Places;
        Open = open;
        Tally = new T[table.Candidates];
        Inactive = new T[Reasons];
        _head = new int[table.Candidates];
        Array.Fill(_head, -1);
        _parcelEnd = new int[table.Candidates];
        Array.Fill(_parcelEnd, -1);
        _parcelRound = new int[table.Candidates];
        _next = ArrayPool<int>.Shared.Rent(_places.Length);
        _value = ArrayPool<T>.Shared.Rent(_places.Length);
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
        _value[0] = _arithmetic.Of(1);
        PassOn(0, new T[_table.Candidates + Reasons]);
    }

    /// <summary>What is transferred from now on arrives in this round.</summary>
    internal void Begin(int round) => _round = round;

    /// <summary>Transfers a whole pile at the value that its ballots have.</summary>
    /// <returns>What everybody received, and behind them what became inactive, by reason.</returns>
    internal T[] TransferAll(int candidate)
    {
        var received = new T[_table.Candidates + Reasons];
        var place = Lift(candidate, end: -1);
        while (place >= 0)
        {
            var next = _next[place];
            PassOn(place, received);
            place = next;
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
        var place = Lift(candidate, end);
        while (place != end)
        {
            var next = _next[place];
            _value[place] = BallotValue.After(_arithmetic, action, _value[place]);
            if (action.IsFinal)
            {
                Deactivate(InactiveReason.FinalSurplus, Votes(place), received);
            }
            else
            {
                PassOn(place, received);
            }

            place = next;
        }

        return received;
    }

    /// <summary>What the ballots of the last parcel of a candidate are worth.</summary>
    internal T LastParcel(int candidate)
    {
        var sum = _arithmetic.Of(0);
        for (var place = _head[candidate]; place >= 0 && place != _parcelEnd[candidate]; place = _next[place])
        {
            sum = _arithmetic.Add(sum, Votes(place));
        }

        return sum;
    }

    /// <summary>How many ballots lie in a pile.</summary>
    internal long BallotsOf(int candidate)
    {
        var count = 0L;
        for (var place = _head[candidate]; place >= 0; place = _next[place])
        {
            count += _places[place].Weight;
        }

        return count;
    }

    /// <summary>The count is over: what it needed for each place is for others to use. Tallies stay.</summary>
    internal void Release()
    {
        ArrayPool<int>.Shared.Return(_next);
        ArrayPool<T>.Shared.Return(_value, clearArray: RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        (_next, _value) = ([], []);
    }

    private int Lift(int candidate, int end)
    {
        var first = _head[candidate];
        _head[candidate] = end;
        return first;
    }

    private T Votes(int place) => _arithmetic.Times(_value[place], _places[place].Weight);

    /// <summary>Lays the ballots of a place on the piles of the next candidates who are open.</summary>
    private void PassOn(int place, T[] received)
    {
        var value = _value[place];
        var end = _places[place].End;
        for (var at = place + 1; at < end;)
        {
            ref readonly var next = ref _places[at];
            var reached = next.Entry < _table.Candidates ? BallotWalk.At(_table, next.Entry, Open) : ~(next.Entry - _table.Candidates);
            if (reached == BallotWalk.Onward)
            {
                at++;
                continue;
            }

            var votes = _arithmetic.Times(value, next.Weight);
            if (reached >= 0)
            {
                _value[at] = value;
                Lay(at, reached);
                Tally[reached] = _arithmetic.Add(Tally[reached], votes);
                received[reached] = _arithmetic.Add(received[reached], votes);
            }
            else
            {
                Deactivate((InactiveReason)~reached, votes, received);
            }

            at = next.End;
        }
    }

    private void Lay(int place, int candidate)
    {
        if (_parcelRound[candidate] != _round)
        {
            _parcelRound[candidate] = _round;
            _parcelEnd[candidate] = _head[candidate];
        }

        _next[place] = _head[candidate];
        _head[candidate] = place;
    }

    private void Deactivate(InactiveReason reason, T votes, T[] received)
    {
        Inactive[(int)reason] = _arithmetic.Add(Inactive[(int)reason], votes);
        var at = _table.Candidates + (int)reason;
        received[at] = _arithmetic.Add(received[at], votes);
    }
}
