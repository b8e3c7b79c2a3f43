using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Loads;

/// <summary>What a way through the rule was worth to whom, worked out from the order of purchases in exact fractions.</summary>
internal sealed class LoadsHistory
{
    private readonly LoadsProblem _problem;
    private readonly int[] _bought;
    private readonly LoadsBook _end;

    internal LoadsHistory(LoadsProblem problem, LoadsOutcome outcome)
    {
        _problem = problem;
        _bought = [.. outcome.Turns.Where(turn => turn.End == TurnEnd.Bought).Select(turn => turn.Project)];
        _end = BookAfter(_bought.Length);
    }

    /// <summary>The time of a purchase, counted from 0 without those that cost nothing: the load of those who paid.</summary>
    internal Rational TimeOf(int purchase) => _end.TimeOf(purchase);

    /// <summary>The time at which the turn of a project would come at the end.</summary>
    internal Rational TimeFor(int project) => _end.TimeFor(project);

    /// <summary>What a project costs less what its supporters have at a time, which no purchase is later than.</summary>
    internal Rational MissingAt(Rational time, int project) => _problem.Costs[project] - _end.MoneyAt(time, project);

    /// <summary>What those who paid for a purchase paid, and how many voters paid it; the highest first.</summary>
    internal IReadOnlyList<(Rational Amount, long Voters)> PaymentsOf(int purchase)
    {
        var time = TimeOf(purchase);
        var payments = new LoadAmounts();
        payments.AddSince(_end, time, _end[purchase].PaidLast);
        if (_problem.Opening is not { } opening)
        {
            payments.Add(time, _end[purchase].PaidNever);
        }
        else
        {
            foreach (var payer in _end.NewPayers(purchase))
            {
                payments.Add(time - opening.Exact(payer), _problem.Support.Weights[payer]);
            }
        }

        return payments.HighestFirst();
    }

    /// <summary>What all voters have right after a purchase; the highest first.</summary>
    internal IReadOnlyList<(Rational Amount, long Voters)> LeftoversAfter(int purchase)
    {
        var (time, book) = (TimeOf(purchase), BookAfter(purchase + 1));
        var paidLast = new long[purchase + 1];
        var classes = Enumerable.Range(0, _problem.Support.Classes).ToArray();
        foreach (var ballotClass in classes.Where(ballotClass => book.LastPaid[ballotClass] >= 0))
        {
            paidLast[book.LastPaid[ballotClass]] += _problem.Support.Weights[ballotClass];
        }

        var leftovers = new LoadAmounts();
        leftovers.AddSince(_end, time, paidLast);
        foreach (var (load, voters) in book.OpeningLoadsOf(classes))
        {
            leftovers.Add(Rational.Max(0, time - load), voters);
        }

        return leftovers.HighestFirst();
    }

    private LoadsBook BookAfter(int purchases)
    {
        var book = new LoadsBook(_problem);
        foreach (var project in _bought.Take(purchases))
        {
            book.Buy(project, _problem.Opening is null ? Approximation.Unknown : book.TimeFor(project).Approximate());
        }

        return book;
    }

    // How many voters have an amount.
    private sealed class LoadAmounts
    {
        private readonly Dictionary<Rational, long> _voters = [];

        internal void Add(Rational amount, long voters)
        {
            if (voters > 0)
            {
                _voters[amount] = _voters.GetValueOrDefault(amount) + voters;
            }
        }

        internal void AddSince(LoadsBook book, Rational time, long[] paidLast)
        {
            for (var purchase = 0; purchase < paidLast.Length; purchase++)
            {
                if (paidLast[purchase] > 0)
                {
                    Add(time - book.TimeOf(purchase), paidLast[purchase]);
                }
            }
        }

        internal IReadOnlyList<(Rational Amount, long Voters)> HighestFirst() =>
            [.. _voters.OrderByDescending(one => one.Key).Select(one => (one.Key, one.Value))];
    }
}
