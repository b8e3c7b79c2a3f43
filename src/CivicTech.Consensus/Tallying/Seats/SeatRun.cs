using System.Collections.Immutable;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Consensus.Tallying.Seats;

/// <summary>A division at work: who takes part, what is given so far, and the one tie that may be met.</summary>
/// <remarks>
/// Seats are given in order of a figure, each party at most one at a figure, so only the tie at the last figure can matter: some of the tied
/// get one more seat.
/// </remarks>
internal sealed class SeatRun
{
    private readonly TieChain _ties;
    private readonly List<SeatStep> _steps = [];
    private readonly List<TieRecord> _records = [];

    internal SeatRun(PartyVotes votes, int seats, SeatThreshold threshold, TieChain ties)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seats);
        Votes = votes;
        Left = seats;
        _ties = ties;
        _ = Breaker();
        Given = new int[votes.Parties.Count];
        var all = (Int128)votes.Total + votes.OtherVotes;
        Parties = [.. Enumerable.Range(0, Given.Length).Where(party => votes.Votes[party] > 0
            && (threshold.IsReachedBy(votes.Votes[party], all) || votes.Exempt.Contains(votes.Parties[party])))];
        if (seats > 0 && Parties.Length == 0)
        {
            throw new ArgumentException("There are seats, but no party with votes that reaches the threshold.", nameof(votes));
        }
    }

    internal PartyVotes Votes { get; }

    /// <summary>Who takes part, in listed order.</summary>
    internal ImmutableArray<int> Parties { get; }

    /// <summary>What is certain so far.</summary>
    internal int[] Given { get; }

    /// <summary>Seats that are not given yet; below zero when too many are.</summary>
    internal int Left { get; private set; }

    internal IReadOnlyList<SeatStep> Steps => _steps;

    internal IReadOnlyList<TieRecord> Records => _records;

    /// <summary>The tie that is left open.</summary>
    internal SeatTie? Open { get; private set; }

    internal void Give(int party, int seats, SeatStepKind kind, Rational? figure)
    {
        Given[party] += seats;
        Left -= seats;
        _steps.Add(new SeatStep { Number = _steps.Count + 1, Party = Votes.Parties[party], Kind = kind, Seats = seats, Figure = figure });
    }

    /// <summary>Gives a seat to each of those who have the same figure, or to as many as there are seats; false when that leaves a tie open.</summary>
    internal bool GiveEach(IReadOnlyList<int> tied, SeatStepKind kind, Rational? figure)
    {
        var takes = kind == SeatStepKind.TakenBack;
        var places = Math.Min(takes ? -Left : Left, tied.Count);
        if (places == tied.Count)
        {
            foreach (var party in tied)
            {
                Give(party, takes ? -1 : 1, kind, figure);
            }

            return true;
        }

        // Who wins a tie gets a seat; who loses it loses one.
        var order = Breaker().Order(tied);
        var record = new TieRecord(_steps.Count + 1, Names(tied), Names(order.Groups.SelectMany(group => group)), order.BrokenBy, Matters: true);
        foreach (var group in takes ? order.Groups.Reverse() : order.Groups)
        {
            if (group.Length > places)
            {
                // Certain is what they have whichever of them loses a seat.
                foreach (var party in takes ? group : [])
                {
                    Give(party, -1, kind, figure);
                }

                Open = new SeatTie(Names(group), takes ? group.Length - places : places);
                _records.Add(record with { BrokenBy = [] });
                return false;
            }

            foreach (var party in group)
            {
                Give(party, takes ? -1 : 1, kind, figure);
            }

            places -= group.Length;
            if (places == 0)
            {
                break;
            }
        }

        _records.Add(record);
        return true;
    }

    private TieBreaker Breaker() => new(_ties, Votes.Parties, new Dictionary<string, IReadOnlyList<Rational>>
    {
        ["votes"] = [.. Votes.Votes.Select(count => (Rational)count)],
    });

    private ImmutableArray<string> Names(IEnumerable<int> parties) => [.. parties.Select(party => Votes.Parties[party])];
}
