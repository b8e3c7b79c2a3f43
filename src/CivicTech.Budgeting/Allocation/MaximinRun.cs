using CivicTech.Budgeting.Elections;
using CivicTech.Budgeting.Loads;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Budgeting.Allocation;

/// <summary>The rounds of <see cref="MaximinSupport"/>, on one way or, where ties are open, on all of them.</summary>
internal sealed class MaximinRun
{
    // Beyond this the answer says that it is incomplete.
    private const int WorkLimit = 100_000;

    private readonly MaximinSupport _rule;
    private readonly Election _election;
    private readonly AllocationRequest _request;
    private readonly ProjectFigures _figures;
    private readonly TieBreaker _breaker;
    private readonly TieRanks _ranks;
    private readonly MaximinSearch _search;
    private readonly List<int> _free = [];
    private readonly List<int> _candidates = [];

    // What is next depends on what is funded, not on the order in which it was. So where several ways meet, one of them goes on for all.
    private readonly Dictionary<string, (string Order, LoadRound Round)> _met = new(StringComparer.Ordinal);

    internal MaximinRun(MaximinSupport rule, Election election, AllocationRequest request)
    {
        _rule = rule;
        _election = election;
        _request = request;
        _figures = ProjectFigures.Of(election, CountSource.Ballots);
        _breaker = new TieBreaker(rule.Ties, election.Profile.Candidates, _figures.ForTies(election));
        _ranks = new TieRanks(_breaker, election.Projects.Length);
        var support = election.SupportBy(SupportWorth.Naming);
        for (var project = 0; project < election.Projects.Length; project++)
        {
            if (!election.Projects[project].IsWithdrawn && support.Votes[project] > 0)
            {
                (election.Projects[project].Cost.IsZero ? _free : _candidates).Add(project);
            }
        }

        var costs = new Rational[election.Projects.Length];
        foreach (var project in _candidates.Where(project => CostOf(project) <= election.BudgetLimit))
        {
            costs[project] = CostOf(project);
        }

        _search = MaximinSearch.Of(support, costs, unlimited: request.Arithmetic == Arithmetic.Rational);
    }

    internal Allocation Allocate()
    {
        SelectionOutcomes outcomes;
        if (_ranks.IsTotal)
        {
            outcomes = new SelectionOutcomes();
            outcomes.Add(Play(null));
        }
        else
        {
            outcomes = SelectionOutcomes.Explore(Math.Max(1, _rule.Ties.OutcomeLimit), WorkLimit, Play, _request.CancellationToken);
        }

        return outcomes.Conclude(_rule, _election, _rule.Ties, _breaker, _figures);
    }

    private Selection Play(Choices? choices)
    {
        var account = new MaximinAccount(_election, _request.Trace);
        foreach (var project in _free)
        {
            account.Fund(project, load: 0);
        }

        // What costs more than the whole budget goes now, also if the rule stops at a misfit.
        var open = _candidates.ToList();
        account.DropMisfits(open);
        var costly = new List<int>();
        for (LoadRound? before = null; open.Count > 0;)
        {
            var round = Next(costly, before, open, ref choices);
            var project = Pick(round, account, choices);
            if (CostOf(project) > account.Left)
            {
                account.Stop(project, round.Load);
                break;
            }

            account.Fund(project, round.Load);
            costly.Add(project);
            open.Remove(project);
            if (_rule.OnMisfit == Misfit.Skip)
            {
                account.DropMisfits(open);
            }

            before = round;
        }

        return account.Close();
    }

    private LoadRound Next(List<int> costly, LoadRound? before, List<int> open, ref Choices? choices)
    {
        _request.CancellationToken.ThrowIfCancellationRequested();
        if (_ranks.IsTotal)
        {
            return _search.Next(costly, before, open, _request.CancellationToken);
        }

        var set = string.Join(',', costly.Order());
        var order = string.Join(',', costly);
        if (!_met.TryGetValue(set, out var met))
        {
            met = (order, _search.Next(costly, before, open, _request.CancellationToken));
            _met.Add(set, met);
        }

        // Another way came here first, and every choice behind it was or will be made there: this one just goes on to some known outcome.
        choices = met.Order == order ? choices : null;
        return met.Round;
    }

    private int Pick(LoadRound round, MaximinAccount account, Choices? choices)
    {
        if (round.Tied.Length == 1)
        {
            return round.Tied[0];
        }

        // If the load stays the same with all of them, then also with any of them, while everyone else has a higher one: all have their turns
        // now, in whatever order, if there is money for all. And if there is money for none, the rule stops at any of them.
        var cost = round.Tied.Aggregate(Rational.Zero, (sum, project) => sum + CostOf(project));
        var matters = !(round.CarriesAllTied && cost <= account.Left) && round.Tied.Any(project => CostOf(project) <= account.Left);
        account.Meet(round.Tied, matters);
        return _ranks.Pick(account.Round, round.Tied, (_, _) => matters, choices);
    }

    private Rational CostOf(int project) => _election.Projects[project].Cost;
}
