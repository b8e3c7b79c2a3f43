using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;

namespace CivicTech.Tests.Budgeting;

/// <summary>
/// Equal Shares as its definition reads: one purse for each voter, plain fractions, every way of breaking every tie, with Add1, completions
/// and the comparison with funding by votes.
/// </summary>
internal sealed class EqualSharesOracle
{
    private readonly RawElection _raw;
    private readonly EqualShares _rule;
    private readonly List<(Dictionary<int, Rational> Worth, Rational Endowment)> _voters;
    private readonly int[] _free;
    private readonly int[] _buyable;

    /// <param name="raw">The election.</param>
    /// <param name="rule">The rule; its tie chain is not looked at.</param>
    /// <param name="endowmentOfBallot">What a voter of each ballot starts with; null for the same for all.</param>
    public EqualSharesOracle(RawElection raw, EqualShares rule, Func<int, Rational>? endowmentOfBallot = null)
    {
        _raw = raw;
        _rule = rule;
        var all = raw.Ballots.Sum(ballot => ballot.Weight);
        _voters = [.. raw.Ballots.SelectMany((ballot, i) => Enumerable.Repeat(
            (SharesWorths.Of(raw, rule.Utility, ballot), endowmentOfBallot?.Invoke(i) ?? raw.Budget / all), (int)ballot.Weight))];
        var supported = Enumerable.Range(0, raw.Projects.Count).Where(project => !raw.Projects[project].IsWithdrawn && Supporters(project).Any()).ToList();
        _free = [.. supported.Where(project => Cost(project).IsZero)];
        _buyable = [.. supported.Where(project => Cost(project) > 0 && Cost(project) <= raw.Budget)];
    }

    /// <summary>A round: what was bought, at which price for a unit of utility, and what voters had before.</summary>
    public sealed record Round(int Project, Rational Price, Rational[] Purses);

    /// <summary>A way through the rounds of one step.</summary>
    public sealed record Run(IReadOnlyList<Round> Rounds, Rational[] Purses, Rational[] Endowments, long Step)
    {
        public string Order => string.Join(' ', Rounds.Select(round => round.Project));
    }

    /// <summary>A way to the end.</summary>
    public sealed record End(Run Run, IReadOnlyList<int> Funded, bool TookGreedy)
    {
        public string Set => string.Join(' ', Funded.Order());
    }

    public int Free => _free.Length;

    public IEnumerable<int> Supporters(int project) => Enumerable.Range(0, _voters.Count).Where(voter => _voters[voter].Worth.ContainsKey(project));

    public Rational WorthOf(int project, int voter) => _voters[voter].Worth[project];

    /// <summary>What the supporters of a project would pay at a price.</summary>
    public Rational Payments(int project, Rational price, Rational[] purses) =>
        Sum(Supporters(project).Select(voter => Rational.Min(purses[voter], price * WorthOf(project, voter))));

    public Rational Money(int project, Rational[] purses) => Sum(Supporters(project).Select(voter => purses[voter]));

    /// <summary>Every way; the one by listed order is the first.</summary>
    public IEnumerable<End> Ends() => Runs().SelectMany(run => Completed(run).SelectMany(funded => Compared(run, funded)));

    private IEnumerable<Run> Runs()
    {
        var start = _voters.Select(voter => voter.Endowment).ToArray();
        return _rule.AddOne is { } addOne ? Steps(addOne, start) : From([], start, start, 0);
    }

    private List<Run> Steps(AddOne addOne, Rational[] start)
    {
        Rational[] floor = [.. start.Select(endowment => endowment.Floor())];
        var first = addOne.Start == AddOneStart.Integral ? floor : start;
        var counted = addOne.Start == AddOneStart.Fractional ? start : floor;
        var ends = new List<Run>();
        List<Run> before = [new Run([], first, first, 0)];
        for (var step = 0L; before.Count > 0; step++)
        {
            Rational[] endowments = step == 0 ? first : [.. counted.Select(endowment => endowment + (addOne.Increment * step))];
            var after = new List<Run>();
            foreach (var run in From([], endowments, endowments, step).DistinctBy(run => run.Order).ToList())
            {
                var left = run.Rounds.Aggregate(_raw.Budget, (rest, round) => rest - Cost(round.Project));
                var open = _buyable.Except(run.Rounds.Select(round => round.Project)).ToList();
                if (left < 0)
                {
                    ends.AddRange(addOne.OnOvershoot == Overshoot.StepBefore ? before : [Cut(run)]);
                }
                else if (open.Count == 0 || (addOne.StopWhenExhaustive && open.TrueForAll(project => Cost(project) > left)))
                {
                    ends.Add(run);
                }
                else
                {
                    after.Add(run);
                }
            }

            before = after;
        }

        return ends;
    }

    private Run Cut(Run run)
    {
        var left = _raw.Budget;
        var rounds = run.Rounds.TakeWhile(round => (left -= Cost(round.Project)) >= 0).ToList();
        return run with { Rounds = rounds, Purses = run.Rounds[rounds.Count].Purses };
    }

    private IEnumerable<Run> From(IReadOnlyList<Round> rounds, Rational[] purses, Rational[] endowments, long step)
    {
        var open = _buyable.Except(rounds.Select(round => round.Project)).Where(project => Money(project, purses) >= Cost(project)).ToList();
        if (open.Count == 0)
        {
            return [new Run(rounds, purses, endowments, step)];
        }

        var prices = open.ToDictionary(project => project, project => Price(project, purses));
        var lowest = prices.Values.Min();
        return open.Where(project => prices[project] == lowest).SelectMany(project => From(
            [.. rounds, new Round(project, lowest, purses)],
            [.. purses.Select((purse, voter) => _voters[voter].Worth.TryGetValue(project, out var worth) ? Rational.Max(0, purse - (lowest * worth)) : purse)],
            endowments,
            step));
    }

    // Whoever pays in full, they are the richest for what it is worth to them.
    private Rational Price(int project, Rational[] purses)
    {
        var order = Supporters(project).OrderBy(voter => purses[voter] / WorthOf(project, voter)).ToList();
        return Enumerable.Range(0, order.Count)
            .Select(poor => (Cost(project) - Sum(order.Take(poor).Select(voter => purses[voter]))) / Sum(order.Skip(poor).Select(voter => WorthOf(project, voter))))
            .First(price => Payments(project, price, purses) == Cost(project));
    }

    private IEnumerable<IReadOnlyList<int>> Completed(Run run)
    {
        IReadOnlyList<int> funded = [.. _free, .. run.Rounds.Select(round => round.Project)];
        return _rule.Completion switch
        {
            Completion.Utilitarian => Filled(funded, project => Sum(Supporters(project).Select(voter => WorthOf(project, voter))) / Cost(project)),
            Completion.Phragmen => Continued(run, funded),
            _ => [funded],
        };
    }

    private IEnumerable<IReadOnlyList<int>> Filled(IReadOnlyList<int> funded, Func<int, Rational> score)
    {
        var left = funded.Aggregate(_raw.Budget, (rest, project) => rest - Cost(project));
        var open = _buyable.Except(funded).Where(project => Cost(project) <= left).ToList();
        return open.Count == 0
            ? [funded]
            : open.Where(project => score(project) == open.Max(score)).SelectMany(project => Filled([.. funded, project], score));
    }

    private IEnumerable<IReadOnlyList<int>> Continued(Run run, IReadOnlyList<int> funded)
    {
        var left = funded.Aggregate(_raw.Budget, (rest, project) => rest - Cost(project));
        var projects = _raw.Projects.Select((project, i) => new Project(project.Id, project.Cost) { IsWithdrawn = !_buyable.Except(funded).Contains(i) });
        var ballots = _voters.Select(voter => new RawBallot([.. voter.Worth.Keys], [], 1));
        var rest = new RawElection(ProfileKind.Approval, left, [.. projects], [.. ballots]);
        return new PhragmenOracle(rest, Misfit.Stop, voter => -run.Purses[voter], stopsUpTo: _raw.Budget).Ways()
            .Select(way => (IReadOnlyList<int>)[.. funded, .. way.Funded.Select(one => one.Project)]);
    }

    private IEnumerable<End> Compared(Run run, IReadOnlyList<int> funded)
    {
        if (_rule.Comparison == GreedyComparison.None)
        {
            return [new End(run, funded, TookGreedy: false)];
        }

        return Filled(_free, project => Supporters(project).Count()).Select(greedy =>
        {
            var counts = _voters.Select(voter => (Shares: funded.Count(voter.Worth.ContainsKey), Greedy: greedy.Count(voter.Worth.ContainsKey))).ToList();
            var takesGreedy = _rule.Comparison == GreedyComparison.Satisfaction
                ? counts.Count(one => one.Greedy > one.Shares) > counts.Count(one => one.Shares > one.Greedy)
                : counts.Count(one => one.Greedy == 0) < counts.Count(one => one.Shares == 0);
            return takesGreedy ? new End(run, greedy, TookGreedy: true) : new End(run, funded, TookGreedy: false);
        });
    }

    private Rational Cost(int project) => _raw.Projects[project].Cost;

    private static Rational Sum(IEnumerable<Rational> amounts) => amounts.Aggregate(Rational.Zero, (sum, amount) => sum + amount);
}
