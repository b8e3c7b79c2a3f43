using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>Single transferable vote: who has a quota is elected and passes on what is beyond it; otherwise the last goes out.</summary>
/// <typeparam name="T">An amount of votes.</typeparam>
/// <typeparam name="TArithmetic">How votes are counted.</typeparam>
internal sealed class SurplusCount<T, TArithmetic> : RoundCount<T, TArithmetic>
    where T : struct, IComparable<T>
    where TArithmetic : struct, IVoteArithmetic<T>
{
    private readonly SurplusPlan _plan;
    private readonly (T Votes, bool MustExceed) _quota;
    private readonly List<int> _pending = [];

    internal SurplusCount(CountInput input, TArithmetic arithmetic, SurplusPlan plan, Func<T, (T Votes, bool MustExceed)> quota)
        : base(input, arithmetic, pass: 1, excluded: [])
    {
        _plan = plan;
        _quota = quota(ActiveVotes());
        do
        {
            CountRound();
        }
        while (Continues());
        Piles.Release();
    }

    internal IReadOnlyList<CountedRound<T>> AllRounds => Rounds;

    private int SeatsLeft => _plan.Seats - ElectedCount;

    private bool Continues()
    {
        // Behind the last transfer one more round shows what it left.
        var seatsAreFilled = SeatsLeft == 0 || !Hopefuls().Any();
        return !seatsAreFilled || (_plan.TransfersLastSurplus && SeatsLeft == 0 && (HasActed(TallyActionKind.Elected) || HasActed(TallyActionKind.Surplus)));
    }

    private void CountRound()
    {
        BeginRound();
        Round.Threshold = Arithmetic.ToRational(_quota.Votes);
        if (_plan.Hopeless == HopelessRule.BeforeSurpluses && SeatsLeft > 0 && DefeatHopelessFirst())
        {
            return;
        }

        var elected = SeatsLeft > 0 && !HasWriteIns ? ElectSome() : [];
        var goesOn = SeatsLeft > 0 && Hopefuls().Any();
        if (_plan.Order == SurplusOrder.LargestFirst)
        {
            _pending.AddRange(elected.Where(HasSurplus).Select(action => action.Candidate));
            if (goesOn && _pending.Count > 0)
            {
                TransferLargest();
            }
            else if (goesOn)
            {
                EliminateSome();
            }
            else if (_plan.TransfersLastSurplus && SeatsLeft == 0 && _pending.Count > 0)
            {
                TransferLargest();
            }
        }
        else if (elected.Count > 0)
        {
            if (goesOn || (_plan.TransfersLastSurplus && SeatsLeft == 0))
            {
                TransferTogether(elected, isLast: !goesOn);
            }
        }
        else if (goesOn)
        {
            EliminateSome();
        }
    }

    // Unless enough have the quota to fill the seats.
    private bool DefeatHopelessFirst()
    {
        int[] reached = [.. Hopefuls().Where(HasQuota)];
        if (reached.Length >= SeatsLeft || Hopefuls().Count() <= SeatsLeft)
        {
            return false;
        }

        var surplus = reached.Concat(_pending).Aggregate(Arithmetic.Of(0), (sum, candidate) => Arithmetic.Add(sum, Arithmetic.Subtract(Piles.Tally[candidate], _quota.Votes)));
        var hopeless = Hopeless(SeatsLeft, surplus);
        hopeless.RemoveAll(one => reached.Contains(one.Candidate));
        if (hopeless.Count > 0)
        {
            Eliminate(hopeless);
        }

        return hopeless.Count > 0;
    }

    private bool HasQuota(int candidate) => Piles.Tally[candidate].CompareTo(_quota.Votes) >= (_quota.MustExceed ? 1 : 0);

    private bool HasSurplus(CountedAction<T> action) => Piles.Tally[action.Candidate].CompareTo(_quota.Votes) > 0;

    private List<CountedAction<T>> ElectSome()
    {
        var isEverybody = Hopefuls().Count() <= SeatsLeft;
        var reached = Hopefuls()
            .Where(candidate => isEverybody || HasQuota(candidate))
            .OrderByDescending(candidate => Piles.Tally[candidate])
            .ToList();
        var fillsSeats = _plan.Hopeless == HopelessRule.BeforeSurpluses && reached.Count >= SeatsLeft;
        if (reached.Count > 1 && _plan.Order == SurplusOrder.OneElectedARound && !fillsSeats)
        {
            reached = [Best(reached, "They are tied for being elected first.")];
        }

        var why = isEverybody ? "is among the last, as many as there are seats" : "reaches the quota";
        return [.. reached.Select(candidate => Elect(candidate, why, staysOpen: false))];
    }

    private void TransferTogether(List<CountedAction<T>> elected, bool isLast)
    {
        foreach (var action in elected.Where(HasSurplus))
        {
            Transfer(action, isLast);
        }

        RememberOpen();
    }

    private void TransferLargest()
    {
        var largest = Best(_pending.Order().ToList(), "Their surpluses are tied: one of them is transferred first.");
        _ = _pending.Remove(largest);
        var action = new CountedAction<T> { Candidate = largest, Kind = TallyActionKind.Surplus, Why = "has more than the quota" };
        Round.Actions.Add(action);
        Transfer(action, isLast: SeatsLeft == 0);
        RememberOpen();
    }

    private void Transfer(CountedAction<T> action, bool isLast)
    {
        var candidate = action.Candidate;
        var surplus = Arithmetic.Subtract(Piles.Tally[candidate], _quota.Votes);
        var total = _plan.Method switch
        {
            SurplusMethod.WeightedInclusive => Piles.Tally[candidate],
            SurplusMethod.UnweightedInclusive => Arithmetic.Of(Piles.BallotsOf(candidate)),
            _ => Piles.LastParcel(candidate),
        };
        action.Part = (surplus, total);
        action.OnlyFromRound = _plan.Method == SurplusMethod.LastParcel ? Piles.ParcelRoundOf(candidate) : 0;
        action.EveryBallotIsOne = _plan.Method == SurplusMethod.UnweightedInclusive;
        action.IsFinal = isLast;
        action.Received = Piles.TransferSurplus(candidate, action);
        var sent = action.Received.Aggregate(Arithmetic.Of(0), Arithmetic.Add);
        action.Lost = Arithmetic.Subtract(surplus, sent);
        Residual = Arithmetic.Add(Residual, action.Lost);
        Piles.Tally[candidate] = _quota.Votes;
    }

    private void EliminateSome()
    {
        if (HasWriteIns)
        {
            EliminateWriteIns();
            return;
        }

        var hopeless = _plan.Hopeless == HopelessRule.OneAtATime ? [] : Hopeless(SeatsLeft, Arithmetic.Of(0));
        if (hopeless.Count > 0)
        {
            Eliminate(hopeless);
        }
        else
        {
            // Nobody's votes move, whoever of them goes first.
            EliminateLowest((tied, votes) => votes.CompareTo(default) == 0 && OpenCount - tied.Count >= SeatsLeft);
        }
    }
}
