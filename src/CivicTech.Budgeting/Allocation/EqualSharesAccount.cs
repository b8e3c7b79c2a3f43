using System.Collections.Immutable;
using CivicTech.Budgeting.Elections;
using CivicTech.Budgeting.Pricing;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Allocation;

/// <summary>What Equal Shares tells of an outcome: fates, what was missing, prices and payments, all exact.</summary>
internal sealed class EqualSharesAccount
{
    // Approximations are much closer than this; where they are not, the exact amount decides.
    private const double Margin = 1e-9;

    private readonly EqualShares _rule;
    private readonly Election _election;
    private readonly SharesProblem _problem;
    private readonly SharesEnd _end;
    private readonly int _free;
    private readonly bool _trace;
    private readonly CertifiedShares _shares;
    private readonly SharesRun _run;

    internal EqualSharesAccount(EqualShares rule, Election election, SharesProblem problem, SharesEnd end, int free, bool trace)
    {
        _rule = rule;
        _election = election;
        _problem = problem;
        _end = end;
        _free = free;
        _trace = trace;
        _shares = new CertifiedShares(problem, SharesKernels.Widest);
        _run = _shares.Follow(end.Endowments, end.Funded);
    }

    /// <param name="funded">All that is funded, in order: what is free, what was bought, what a completion added; or another outcome instead.</param>
    /// <param name="instead">The comparison with funding by votes, if it was made.</param>
    internal SelectionAccount Tell(IReadOnlyList<int> funded, OutcomeComparison? instead)
    {
        var takesGreedy = instead is { TakesGreedy: true };
        var cost = funded.Aggregate(Rational.Zero, (sum, project) => sum + _election.Projects[project].Cost);
        var left = _election.BudgetLimit - cost;
        var fates = new Fate[_election.Projects.Length];
        var support = new SupportMoney?[fates.Length];
        for (var project = 0; project < fates.Length; project++)
        {
            fates[project] = FateOf(project, left, takesGreedy || _rule.Completion != Completion.None, funded.Count);
            if (fates[project] is Fate.DidNotFit or Fate.TooLittleSupport && !takesGreedy)
            {
                support[project] = MoneyFor(project);
                if (fates[project] is Fate.TooLittleSupport)
                {
                    fates[project] = new Fate.TooLittleSupport(support[project]!.MissingAtEnd);
                }
            }
        }

        for (var i = 0; i < funded.Count; i++)
        {
            fates[funded[i]] = new Fate.Funded(i + 1);
        }

        return new SelectionAccount(fates, support, _trace ? [.. Rounds(funded, fates, takesGreedy)] : [], [.. Notes(instead)]);
    }

    private Fate FateOf(int project, Rational left, bool wasFilled, int rounds)
    {
        var one = _election.Projects[project];
        return one.IsWithdrawn ? new Fate.Withdrawn()
            : _problem.Support.Votes[project] == 0 ? new Fate.NotSupported()
            : one.Cost > _election.BudgetLimit || (wasFilled && one.Cost > left) ? new Fate.DidNotFit(rounds + 1, one.Cost - left)
            : new Fate.TooLittleSupport(0);
    }

    private IEnumerable<string> Notes(OutcomeComparison? comparison)
    {
        if (_end.Step is { } steps)
        {
            var each = _end.Endowments.Distinct().Select(endowment => endowment / (Rational)_problem.Unit).ToList();
            var amounts = each.Count == 1 ? $"{each[0]}" : $"from {each.Min()} to {each.Max()}";
            yield return $"Endowment of each voter at the end of Add1: {amounts}; increments: {steps}.";
        }

        if (comparison is not null)
        {
            yield return comparison.ToString();
        }
    }

    private IEnumerable<AllocationRound> Rounds(IReadOnlyList<int> funded, Fate[] fates, bool takesGreedy)
    {
        var left = _election.BudgetLimit;
        for (var i = 0; i < funded.Count; i++)
        {
            var project = _election.Projects[funded[i]];
            var round = i - _free;
            var purchase = !takesGreedy && round >= 0 && round < _run.Rounds ? PurchaseIn(round) : null;
            yield return new AllocationRound(i + 1, project, left, left - project.Cost, fates[funded[i]], purchase);
            left -= project.Cost;
        }
    }

    private Purchase PurchaseIn(int round)
    {
        var project = _run.FundedIn(round);
        var price = _run.Ledger.PriceOf(round);
        return new Purchase(
            price / (_problem.Utilities[project] * _problem.Support.WorthUnit * _problem.Unit),
            _problem.Support.Worths is null ? _problem.Costs[project] / price : null,
            () => (Payments(round), Leftovers(round)));
    }

    private ImmutableArray<VoterAmount> Payments(int round)
    {
        var support = _problem.Support;
        var project = _run.FundedIn(round);
        var price = _run.Ledger.PriceOf(round);
        var amounts = new Dictionary<Rational, long>();
        for (var place = support.ProjectStarts[project]; place < support.ProjectStarts[project + 1]; place++)
        {
            var supporter = support.Supporters[place];
            var outIn = _run.Purses.OutIn(supporter);
            var all = outIn == round && !_run.Purses.PaidInFull(supporter);
            Count(amounts, supporter, outIn < round ? 0 : all ? MoneyOfEach(supporter, round) : price * _problem.WorthAt(place));
        }

        return Descending(amounts);
    }

    private ImmutableArray<VoterAmount> Leftovers(int round)
    {
        var amounts = new Dictionary<Rational, long>();
        for (var i = 0; i < _problem.Support.Classes; i++)
        {
            Count(amounts, i, MoneyOfEach(i, round + 1));
        }

        return Descending(amounts);
    }

    private Rational MoneyOfEach(int ballotClass, int beforeRound) => _run.Ledger.MoneyOf(ballotClass, beforeRound) / _problem.Support.Weights[ballotClass];

    private void Count(Dictionary<Rational, long> amounts, int ballotClass, Rational amount)
    {
        var inMoney = amount / _problem.Unit;
        amounts[inMoney] = amounts.GetValueOrDefault(inMoney) + _problem.Support.Weights[ballotClass];
    }

    private static ImmutableArray<VoterAmount> Descending(Dictionary<Rational, long> amounts) =>
        [.. amounts.OrderByDescending(amount => amount.Key).Select(amount => new VoterAmount(amount.Key, amount.Value))];

    private SupportMoney MoneyFor(int project)
    {
        Rational cost = _problem.Costs[project];
        var atEnd = cost - _run.Ledger.MoneyOfSupporters(project, _run.Rounds);
        var last = LastAffordable(project);
        var then = last == 0
            ? cost - _run.Ledger.MoneyOfSupporters(project, 0)
            : cost - PaymentsAtPriceOf(last - 1, project);
        return new SupportMoney(last == 0 ? 0 : last + _free, then / _problem.Unit, atEnd / _problem.Unit);
    }

    /// <summary>The last round, from 1, in which the supporters of a project had its cost; 0 if they never had.</summary>
    private int LastAffordable(int project)
    {
        var support = _problem.Support;
        var falls = new double[_run.Rounds + 1];
        var total = 0.0;
        foreach (var supporter in support.SupportersOf(project))
        {
            var money = _shares.Weights[supporter] * _run.StartOf(support.Groups is { } groups ? groups[supporter] : 0);
            total += money;
            var outIn = _run.Purses.OutIn(supporter);
            for (var entry = support.ClassStarts[supporter]; entry < support.ClassStarts[supporter + 1]; entry++)
            {
                var round = _run.RoundOf(support.Supported[entry]);
                if (round >= 0 && round < outIn)
                {
                    var paid = _run.ShareIn(round) * (double)_run.Ledger.SharesOf(supporter, entry);
                    falls[round] += paid;
                    money -= paid;
                }
            }

            if (outIn >= 0 && outIn < _run.Rounds)
            {
                falls[outIn] += money;
            }
        }

        var last = 0;
        var cost = _shares.CostOf(project);
        for (var round = 0; round < _run.Rounds; round++)
        {
            var isClose = Math.Abs(total - cost) <= Margin * (total + cost);
            if (isClose ? _run.Ledger.MoneyOfSupporters(project, round) < _problem.Costs[project] : total < cost)
            {
                break;
            }

            last = round + 1;
            total -= falls[round];
        }

        return last;
    }

    private Rational PaymentsAtPriceOf(int round, int project)
    {
        var winner = _run.FundedIn(round);
        var price = _run.Ledger.PriceOf(round) / _problem.Utilities[winner] * _problem.Utilities[project];
        var about = price.ToDouble();
        var first = _problem.Support.ProjectStarts[project];
        var purses = _shares.MoneyBefore(_run, project, round);
        return _run.Ledger.PaymentsAt(project, round, price, place =>
        {
            var money = purses[place - first];
            var payment = about * (double)_run.Ledger.SharesAt(place);
            return Math.Abs(money - payment) <= Margin * (money + payment) ? 0 : money < payment ? -1 : 1;
        });
    }
}
