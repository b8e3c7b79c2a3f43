using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Loads;

/// <summary>Loads as fractions of unlimited size, worked out anew in each round: slow, and easy to compare with the definition.</summary>
internal sealed class PlainLoads : ILoadKeeper
{
    private readonly SupportTable _support;
    private readonly Rational[] _costs;
    private readonly Rational[] _loads;

    internal PlainLoads(LoadsProblem problem)
    {
        _support = problem.Support;
        _costs = problem.Costs;
        _loads = new Rational[_support.Classes];
        for (var i = 0; i < _loads.Length && problem.Opening is not null; i++)
        {
            _loads[i] = problem.Opening.Exact(i);
        }
    }

    /// <inheritdoc />
    public int[] Earliest(IReadOnlyList<int> projects)
    {
        var times = projects.Select(TimeOf).ToArray();
        var earliest = times.Min();
        return [.. projects.Where((_, i) => times[i] == earliest)];
    }

    /// <inheritdoc />
    public void Buy(int project)
    {
        var time = TimeOf(project);
        foreach (var supporter in _support.SupportersOf(project))
        {
            _loads[supporter] = Rational.Max(_loads[supporter], time);
        }
    }

    private Rational TimeOf(int project)
    {
        var rising = new RisingTime(_costs[project]);
        var supporters = _support.SupportersOf(project).ToArray();
        Array.Sort([.. supporters.Select(supporter => _loads[supporter])], supporters);
        foreach (var supporter in supporters)
        {
            rising.TryJoin(_loads[supporter], _support.Weights[supporter]);
        }

        return rising.Time;
    }
}
