using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;

namespace CivicTech.Tests.Budgeting;

/// <summary>The maximin support method straight from its formula: every subset of the projects, plain fractions.</summary>
internal sealed class MaximinOracle
{
    private readonly RawElection _raw;
    private readonly Misfit _onMisfit;
    private readonly List<int> _candidates;

    public MaximinOracle(RawElection raw, Misfit onMisfit)
    {
        _raw = raw;
        _onMisfit = onMisfit;
        _candidates = [.. Enumerable.Range(0, raw.Projects.Count).Where(project =>
            !raw.Projects[project].IsWithdrawn && raw.Projects[project].Cost <= raw.Budget && Voters([project]) > 0)];
    }

    /// <summary>The load of a set: the maximum over its nonempty subsets of their cost over their voters.</summary>
    public Rational Load(IReadOnlyList<int> projects)
    {
        var highest = Rational.Zero;
        for (var subset = 1; subset < 1 << projects.Count; subset++)
        {
            var chosen = projects.Where((_, i) => (subset >> i & 1) == 1).ToList();
            var load = chosen.Aggregate(Rational.Zero, (sum, project) => sum + Cost(project)) / Voters(chosen);
            highest = load > highest ? load : highest;
        }

        return highest;
    }

    /// <summary>What is funded, in this order, when ties fall to the project listed first.</summary>
    public List<int> ByListedOrder() => Ways([]).First();

    /// <summary>Every set of funded projects that some way of breaking ties leads to.</summary>
    public HashSet<string> Outcomes() => [.. Ways([]).Select(funded => string.Join(' ', funded.Order()))];

    private IEnumerable<List<int>> Ways(List<int> funded)
    {
        var left = _raw.Budget - funded.Aggregate(Rational.Zero, (sum, project) => sum + Cost(project));
        var open = _candidates.Except(funded).Where(project => _onMisfit == Misfit.Stop || Cost(project) <= left).ToList();
        var free = open.FindIndex(project => Cost(project).IsZero);
        if (free >= 0)
        {
            return Ways([.. funded, open[free]]);
        }

        if (open.Count == 0)
        {
            return [funded];
        }

        var loads = open.ToDictionary(project => project, project => Load([.. funded, project]));
        return open
            .Where(project => loads[project] == loads.Values.Min())
            .SelectMany(project => Cost(project) <= left ? Ways([.. funded, project]) : [funded]);
    }

    private Rational Cost(int project) => _raw.Projects[project].Cost;

    private long Voters(IReadOnlyList<int> projects) =>
        _raw.Ballots.Where(ballot => ballot.Projects.Intersect(projects).Any()).Sum(ballot => ballot.Weight);
}
