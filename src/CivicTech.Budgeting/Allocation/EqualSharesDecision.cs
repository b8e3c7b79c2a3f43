using System.Numerics;
using CivicTech.Budgeting.Elections;
using CivicTech.Budgeting.Pricing;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Budgeting.Allocation;

/// <summary>Equal Shares on one election: prepares what its runs have in common, and finds where they end.</summary>
internal sealed class EqualSharesDecision
{
    // Ways through open ties that are tried at most.
    private const int WorkLimit = 100_000;

    private readonly EqualShares _rule;
    private readonly Election _election;
    private readonly AllocationRequest _request;
    private readonly ProjectFigures _figures;
    private readonly TieBreaker _breaker;
    private readonly TieRanks _ranks;
    private readonly SharesProblem _problem;
    private readonly Rational[] _endowments;
    private readonly CertifiedShares? _certified;
    private readonly EqualSharesCompletion _completion;
    private readonly int _limit;

    // Spent by open ties alone: a step without one costs nothing of it.
    private int _work = WorkLimit;
    private bool _metOpenTie;

    internal EqualSharesDecision(EqualShares rule, Election election, AllocationRequest request)
    {
        _rule = rule;
        _election = election;
        _request = request;
        _figures = ProjectFigures.Of(election, CountSource.Ballots);
        _breaker = new TieBreaker(rule.Ties, election.Profile.Candidates, _figures.ForTies(election));
        _ranks = new TieRanks(_breaker, election.Projects.Length);
        _limit = Math.Max(1, rule.Ties.OutcomeLimit);
        _endowments = EndowmentsOf(rule, election);
        var support = election.SupportBy(WorthOf(rule));
        var costs = Array.ConvertAll([.. election.Projects], project => project.Cost);
        int[] projects = [.. Enumerable.Range(0, costs.Length).Where(project =>
            support.Votes[project] > 0 && costs[project] > 0 && costs[project] <= election.BudgetLimit && !election.Projects[project].IsWithdrawn)];
        _problem = new SharesProblem(
            support,
            projects,
            costs,
            [.. costs.Select((cost, project) => UtilityOf(rule.Utility, cost, support.Votes[project]))],
            _ranks,
            [.. _endowments, rule.AddOne?.Increment ?? 0, .. costs])
        {
            IsCutOff = rule.AddOne?.OnOvershoot == Overshoot.RoundsThatFit,
        };
        _certified = request.Arithmetic == Arithmetic.Certified ? new CertifiedShares(_problem, SharesKernels.Widest) : null;
        _completion = new EqualSharesCompletion(rule, election, _problem, request);
    }

    internal Allocation Decide()
    {
        var outcomes = _rule.AddOne is { } addOne ? StepByStep(addOne) : AtOnce();
        if (_metOpenTie || _rule.Comparison != GreedyComparison.None)
        {
            // An open tie may lead to another step of Add1, or to the outcome of funding by votes, whose first rounds are others.
            outcomes.Certain = Math.Min(outcomes.Certain, _completion.Free);
        }

        return outcomes.Conclude(_rule, _election, _rule.Ties, _breaker, _figures);
    }

    private SelectionOutcomes AtOnce()
    {
        var start = InUnits(_endowments);
        return SelectionOutcomes.Explore(_limit, WorkLimit, choices => _completion.Complete(RunAt(start, step: null, choices), choices), _request.CancellationToken);
    }

    private SelectionOutcomes StepByStep(AddOne addOne)
    {
        var plan = PlanOf(addOne);
        if (_certified is not null)
        {
            var end = new AddOneScan(_problem, _certified, plan, _request.CancellationToken).Run(skip: true);
            if (!end.MetOpenTie)
            {
                var shares = new SharesEnd(plan.EndowmentsAt(end.Step), end.Order, end.Ties, end.Step);
                return SelectionOutcomes.Explore(_limit, WorkLimit, choices => _completion.Complete(shares, choices), _request.CancellationToken);
            }
        }

        return EveryWay(plan);
    }

    /// <summary>
    /// Add1 where ties are left open: each is broken by itself, so that every way through a step may be followed by every way through the next.
    /// </summary>
    private SelectionOutcomes EveryWay(AddOnePlan plan)
    {
        var outcomes = new SelectionOutcomes();
        List<SharesEnd> before = [new SharesEnd(plan.Start, [], [], 0)];
        for (var step = 0L; before.Count > 0 && _work > 0 && outcomes.IsComplete; step++)
        {
            var ways = WaysAt(plan.EndowmentsAt(step), step);
            var beyond = ways.FindAll(way => CostOf(way) > plan.Limit);
            if (plan.KeepsRounds)
            {
                foreach (var way in beyond)
                {
                    var fits = plan.RoundsThatFit(_problem, way.Funded);
                    Finish(way with { Funded = fits, Ties = [.. way.Ties.Where(tie => tie.Round <= fits.Count + 1)] });
                }
            }
            else if (beyond.Count > 0)
            {
                // If not all ways go beyond, it is a tie of this step that says whether the step before is final.
                var ties = beyond.Count < ways.Count ? ways[0].Ties.Where(tie => tie.Matters) : [];
                before.ForEach(end => Finish(end with { Ties = [.. end.Ties, .. ties] }));
            }

            ways.RemoveAll(beyond.Contains);
            ways.FindAll(way => plan.IsFinal(_problem, way.Funded, CostOf(way))).ForEach(Finish);
            ways.RemoveAll(way => plan.IsFinal(_problem, way.Funded, CostOf(way)));
            before = ways;
        }

        outcomes.IsComplete &= _work > 0;
        if (outcomes.Ways.Count == 0)
        {
            before.ForEach(Finish);
        }

        return outcomes;

        void Finish(SharesEnd end) => outcomes.Take(
            SelectionOutcomes.Explore(_limit, WorkLimit, choices => _completion.Complete(end, choices), _request.CancellationToken), _limit);
    }

    private List<SharesEnd> WaysAt(BigInteger[] endowments, long step)
    {
        var ways = new Dictionary<string, SharesEnd>(StringComparer.Ordinal);
        var choices = new Choices();
        do
        {
            _request.CancellationToken.ThrowIfCancellationRequested();
            var way = RunAt(endowments, step, choices);
            _metOpenTie |= choices.WereMade;
            ways.TryAdd(string.Join(',', way.Funded), way);
        }
        while (choices.Advance() && --_work > 0);
        return [.. ways.Values];
    }

    private SharesEnd RunAt(BigInteger[] endowments, long? step, Choices choices)
    {
        var asked = _ranks.IsTotal ? null : choices;
        if (_certified is null)
        {
            var plain = new RationalShares(_problem).Run(endowments, asked, _request.CancellationToken);
            return new SharesEnd(endowments, plain.Order, plain.Ties, step);
        }

        var run = _certified.Run(endowments, asked);
        _certified.Recycle(run);
        return new SharesEnd(endowments, run.Order, run.Ties, step);
    }

    private AddOnePlan PlanOf(AddOne addOne)
    {
        var start = InUnits(_endowments);
        var floor = InUnits(Array.ConvertAll(_endowments, endowment => (Rational)endowment.Floor()));
        return new AddOnePlan(
            addOne.Start == AddOneStart.Integral ? floor : start,
            addOne.Start == AddOneStart.Fractional ? start : floor,
            (addOne.Increment * _problem.Unit).Numerator,
            _election.BudgetLimit * _problem.Unit,
            addOne.StopWhenExhaustive,
            addOne.OnOvershoot == Overshoot.RoundsThatFit);
    }

    private BigInteger CostOf(SharesEnd end) => end.Funded.Aggregate(BigInteger.Zero, (sum, project) => sum + _problem.Costs[project]);

    private BigInteger[] InUnits(Rational[] amounts) => Array.ConvertAll(amounts, amount => (amount * _problem.Unit).Numerator);

    private static Rational[] EndowmentsOf(EqualShares rule, Election election)
    {
        var voters = election.Profile.Voters;
        if (rule.Endowments == Endowments.Equal)
        {
            var each = voters == 0 ? Rational.Zero : election.BudgetLimit / voters;
            return [.. Enumerable.Repeat(each, Math.Max(1, election.VoterGroups.Length))];
        }

        if (election.VoterGroups.IsEmpty)
        {
            throw new ArgumentException("Endowments are given by voter groups, but the election has none.", nameof(election));
        }

        var total = election.VoterGroups.Aggregate(Rational.Zero, (sum, group) => sum + (group.Endowment * group.Profile.Voters));
        return total > election.BudgetLimit
            ? throw new ArgumentException($"The voters are given {total} together, which is more than the budget limit of {election.BudgetLimit}.", nameof(election))
            : [.. election.VoterGroups.Select(group => group.Endowment)];
    }

    private static SupportWorth WorthOf(EqualShares rule) => rule switch
    {
        { OwnUtility: { } own } => new SupportWorth(SupportKind.Own, own),
        { Utility: Utility.Points } => new SupportWorth(SupportKind.Points),
        { Utility: Utility.Borda } => new SupportWorth(SupportKind.Borda),
        _ => SupportWorth.Naming,
    };

    private static Rational UtilityOf(Utility utility, Rational cost, long votes) => utility switch
    {
        Utility.Cost => cost,
        Utility.Effort => votes == 0 ? 0 : cost / votes,
        _ => 1,
    };
}

/// <summary>Where Equal Shares ended, before any completion.</summary>
/// <param name="Endowments">What a voter of each group had, in units of the problem.</param>
/// <param name="Funded">In the order of funding.</param>
/// <param name="Ties">Ties that were met.</param>
/// <param name="Step">With Add1, how many increments; null without.</param>
internal sealed record SharesEnd(BigInteger[] Endowments, IReadOnlyList<int> Funded, IReadOnlyList<MetTie> Ties, long? Step);
