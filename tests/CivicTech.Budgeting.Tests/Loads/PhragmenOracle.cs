using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;

namespace CivicTech.Tests.Budgeting;

/// <summary>
/// Sequential Phragmén as a story of money: every voter has a purse, all purses grow alike, and the supporters of a project buy it as soon as
/// they can. One purse for each voter, plain fractions, every way of breaking ties. Debts are purses below zero.
/// </summary>
internal sealed class PhragmenOracle
{
    private readonly RawElection _raw;
    private readonly bool _stops;
    private readonly Rational _stopsUpTo;
    private readonly List<(int[] Projects, Rational Purse)> _voters;

    public PhragmenOracle(RawElection raw, Misfit onMisfit, Func<int, Rational>? loadOfBallot = null, Rational? stopsUpTo = null)
    {
        _raw = raw;
        _stops = onMisfit == Misfit.Stop;
        _stopsUpTo = stopsUpTo ?? raw.Budget;
        _voters = [.. raw.Ballots.SelectMany((ballot, i) =>
            Enumerable.Repeat((ballot.Projects, -(loadOfBallot?.Invoke(i) ?? 0)), (int)ballot.Weight))];
    }

    /// <summary>A way to the end: what was funded, when, and what everybody has then.</summary>
    public sealed record Way(IReadOnlyList<(int Project, Rational? Time)> Funded, Rational[] Purses, Rational Now, Rational Left, bool Stopped)
    {
        public string Set => string.Join(' ', Funded.Select(one => one.Project).Order());
    }

    /// <summary>Every way of breaking ties, the one by listed order first.</summary>
    public IEnumerable<Way> Ways()
    {
        var open = Enumerable.Range(0, _raw.Projects.Count).Where(project => !_raw.Projects[project].IsWithdrawn && Supporters(project).Any()).ToList();
        var free = open.Where(project => Cost(project).IsZero).ToList();
        open.RemoveAll(free.Contains);
        return From(new Way([.. free.Select(project => (project, (Rational?)null))], [.. _voters.Select(voter => voter.Purse)], 0, _raw.Budget, false), open);
    }

    /// <summary>What a project costs less what its supporters have.</summary>
    public Rational Missing(Way way, int project) =>
        Cost(project) - Supporters(project).Aggregate(Rational.Zero, (sum, voter) => sum + Rational.Max(0, way.Purses[voter]));

    private IEnumerable<Way> From(Way way, List<int> open)
    {
        // A project that can never stop the rule and does not fit now never will.
        open = [.. open.Where(project => Cost(project) <= way.Left || (_stops && Cost(project) <= _stopsUpTo))];
        if (open.Count == 0)
        {
            return [way];
        }

        var waits = open.Select(project => Wait(way, project)).ToList();
        var wait = waits.Min();
        var tied = open.Where((_, i) => waits[i] == wait).ToList();
        var grown = way with { Purses = [.. way.Purses.Select(purse => purse + wait)], Now = way.Now + wait };
        if (tied.Exists(project => Cost(project) > way.Left))
        {
            return [grown with { Stopped = true }];
        }

        return tied.SelectMany(project => From(
            grown with
            {
                Funded = [.. grown.Funded, (project, grown.Now)],
                Purses = [.. grown.Purses.Select((purse, voter) => _voters[voter].Projects.Contains(project) ? Rational.Min(0, purse) : purse)],
                Left = grown.Left - Cost(project),
            },
            [.. open.Where(other => other != project)]));
    }

    // Whoever of the supporters pays, the richest of them do: the best number of them is tried out.
    private Rational Wait(Way way, int project)
    {
        var purses = Supporters(project).Select(voter => way.Purses[voter]).OrderDescending().ToList();
        return Enumerable.Range(1, purses.Count)
            .Min(count => (Cost(project) - purses.Take(count).Aggregate(Rational.Zero, (sum, purse) => sum + purse)) / count);
    }

    private IEnumerable<int> Supporters(int project) =>
        Enumerable.Range(0, _voters.Count).Where(voter => _voters[voter].Projects.Contains(project));

    private Rational Cost(int project) => _raw.Projects[project].Cost;
}
