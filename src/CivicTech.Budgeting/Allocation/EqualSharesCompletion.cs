using CivicTech.Budgeting.Elections;
using CivicTech.Budgeting.Loads;
using CivicTech.Budgeting.Pricing;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Budgeting.Allocation;

/// <summary>What comes before and after the rounds of Equal Shares: free projects, the completion, the comparison with funding by votes.</summary>
internal sealed class EqualSharesCompletion
{
    private readonly EqualShares _rule;
    private readonly Election _election;
    private readonly SharesProblem _problem;
    private readonly AllocationRequest _request;
    private readonly int[] _free;
    private readonly Lazy<Rational[]> _utilityPerCost;

    internal EqualSharesCompletion(EqualShares rule, Election election, SharesProblem problem, AllocationRequest request)
    {
        _rule = rule;
        _election = election;
        _problem = problem;
        _request = request;
        _free = [.. Enumerable.Range(0, election.Projects.Length).Where(project =>
            election.Projects[project] is { IsWithdrawn: false, Cost.IsZero: true } && problem.Support.Votes[project] > 0)];
        _utilityPerCost = new(UtilityPerCost);
    }

    /// <summary>How many projects cost nothing and are funded first of all.</summary>
    internal int Free => _free.Length;

    /// <summary>Goes on from where the rounds ended; open ties are answered by the choices.</summary>
    internal Selection Complete(SharesEnd end, Choices choices)
    {
        List<int> funded = [.. _free, .. end.Funded];
        List<MetTie> ties = [.. end.Ties.Select(tie => tie with { Round = tie.Round + _free.Length })];
        switch (_rule.Completion)
        {
            case Completion.Utilitarian:
                Fill(funded, ties, _utilityPerCost.Value, choices);
                break;
            case Completion.Phragmen:
                GoOnByPhragmen(end, funded, ties, choices);
                break;
        }

        if (_rule.Comparison == GreedyComparison.None)
        {
            return new Selection(funded, ties, () => AccountOf(end).Tell(funded, instead: null));
        }

        var greedyTies = new List<MetTie>();
        List<int> greedy = [.. _free];
        Fill(greedy, greedyTies, Array.ConvertAll(_problem.Support.Votes, votes => (Rational)votes), choices);
        var comparison = OutcomeComparison.Of(_problem.Support, funded, greedy, _rule.Comparison);

        // A tie on the way to either may decide which of them is taken.
        return comparison.TakesGreedy
            ? new Selection(greedy, Met(greedyTies, ties), () => AccountOf(end).Tell(greedy, comparison))
            : new Selection(funded, Met(ties, greedyTies), () => AccountOf(end).Tell(funded, comparison));
    }

    private static List<MetTie> Met(List<MetTie> ties, List<MetTie> others) => [.. ties.Concat(others.Where(tie => tie.Matters)).OrderBy(tie => tie.Round)];

    private EqualSharesAccount AccountOf(SharesEnd end) => new(_rule, _election, _problem, end, _free.Length, _request.Trace);

    /// <summary>Funds what fits by a score, the highest first.</summary>
    private void Fill(List<int> funded, List<MetTie> ties, Rational[] scores, Choices choices)
    {
        var left = funded.Aggregate(_election.BudgetLimit, (rest, project) => rest - CostOf(project));
        var open = _problem.Projects.Except(funded).ToList();
        while (open.RemoveAll(project => CostOf(project) > left) >= 0 && open.Count > 0)
        {
            var highest = open.Max(project => scores[project]);
            int[] tied = [.. open.Where(project => scores[project] == highest)];
            var next = tied[0];
            if (tied.Length > 1)
            {
                // If all of them fit, they are all funded.
                var compete = tied.Aggregate(Rational.Zero, (sum, project) => sum + CostOf(project)) > left;
                ties.Add(new MetTie(funded.Count + 1, tied, compete));
                next = _problem.Ranks.Pick(funded.Count + 1, tied, (_, _) => compete, _problem.Ranks.IsTotal ? null : choices);
            }

            funded.Add(next);
            left -= CostOf(next);
            open.Remove(next);
        }
    }

    private void GoOnByPhragmen(SharesEnd end, List<int> funded, List<MetTie> ties, Choices choices)
    {
        var outcome = SequentialPhragmen.Run(
            new LoadsProblem
            {
                Support = _problem.Support,
                Costs = [.. _election.Projects.Select(project => project.Cost)],
                Left = funded.Aggregate(_election.BudgetLimit, (rest, project) => rest - CostOf(project)),
                Eligible = [.. _problem.Projects.Except(funded)],
                StopsUpTo = _election.BudgetLimit,
                Opening = SavedUp(end),
                Ranks = _problem.Ranks,
                FirstRound = funded.Count + 1,
                Plain = _request.Arithmetic == Arithmetic.Rational,
            },
            _problem.Ranks.IsTotal ? null : choices,
            _request.CancellationToken);
        funded.AddRange(outcome.Bought);
        ties.AddRange(outcome.Ties);
    }

    // What voters have left they have earned already: a negative load.
    private OpeningLoads SavedUp(SharesEnd end)
    {
        var run = new CertifiedShares(_problem, SharesKernels.Widest).Follow(end.Endowments, end.Funded);
        var support = _problem.Support;
        var unit = (double)_problem.Unit;
        var loads = new double[support.Classes];
        var errors = new double[support.Classes];
        for (var i = 0; i < loads.Length; i++)
        {
            var money = Math.Max(0, run.Purses.Money[i]) / support.Weights[i];
            loads[i] = -money / unit;
            errors[i] = money > 0 ? ((1.001 * run.MostError) + (1e-15 * money)) / unit : 0;
        }

        return new OpeningLoads(loads, errors, i => -run.Ledger.MoneyOf(i, run.Rounds) / ((Rational)support.Weights[i] * _problem.Unit));
    }

    private Rational CostOf(int project) => _election.Projects[project].Cost;

    // With cost utilities this is the number of votes.
    private Rational[] UtilityPerCost()
    {
        var support = _problem.Support;
        var total = new System.Numerics.BigInteger[support.Votes.Length];
        foreach (var project in _problem.Projects)
        {
            for (var place = support.ProjectStarts[project]; place < support.ProjectStarts[project + 1]; place++)
            {
                total[project] += (System.Numerics.BigInteger)support.Weights[support.Supporters[place]] * _problem.WorthAt(place);
            }
        }

        return [.. total.Select((sum, project) => sum.IsZero ? Rational.Zero : _problem.Utilities[project] * sum / CostOf(project))];
    }
}
