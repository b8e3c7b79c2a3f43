using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Loads;

/// <summary>
/// Loads in floating point with a proven bound on their error. The turn of a project never comes earlier than it was once found to come, for
/// loads only grow: so old times are lower bounds, and only the smallest of them is worked out anew.
/// </summary>
/// <remarks>
/// A time is an average of loads plus the cost for each supporter, so it is off by no more than the loads are, and by the rounding of the
/// sum. Where bounds overlap the exact times decide.
/// </remarks>
internal sealed class CertifiedLoads : ILoadKeeper
{
    private readonly LoadsBook _book;
    private readonly LoadTimes _times;
    private readonly Approximation[] _time;
    private readonly double[] _lower;
    private readonly int[] _asOf;

    internal CertifiedLoads(LoadsProblem problem)
    {
        _book = new LoadsBook(problem);
        _times = new LoadTimes(problem);
        _time = new Approximation[problem.Costs.Length];
        _lower = new double[problem.Costs.Length];
        _asOf = new int[problem.Costs.Length];
        foreach (var project in problem.Eligible.Where(project => problem.Support.Votes[project] > 0))
        {
            Refresh(project);
        }
    }

    /// <inheritdoc />
    public int[] Earliest(IReadOnlyList<int> projects)
    {
        var first = Lowest(projects);
        while (_asOf[first] < _book.Count)
        {
            Refresh(first);
            first = Lowest(projects);
        }

        var latest = _time[first].Upper;
        var close = new List<int>();
        foreach (var project in projects)
        {
            if (_lower[project] <= latest && _asOf[project] < _book.Count)
            {
                Refresh(project);
            }

            if (_lower[project] <= latest)
            {
                latest = Math.Min(latest, _time[project].Upper);
                close.Add(project);
            }
        }

        close.RemoveAll(project => _lower[project] > latest);
        return close.Count == 1 ? [.. close] : Tied(close);
    }

    /// <inheritdoc />
    public void Buy(int project)
    {
        var payers = _book.Buy(project, _time[project]);
        _times.Set(payers, _time[project]);
    }

    private int[] Tied(List<int> close)
    {
        var times = close.Select(_book.TimeFor).ToArray();
        var earliest = times.Min();
        return [.. close.Where((_, i) => times[i] == earliest)];
    }

    private int Lowest(IReadOnlyList<int> projects)
    {
        var lowest = projects[0];
        foreach (var project in projects)
        {
            if (_lower[project] < _lower[lowest])
            {
                lowest = project;
            }
        }

        return lowest;
    }

    private void Refresh(int project)
    {
        _time[project] = _times.Of(project);
        _lower[project] = _time[project].Lower;
        _asOf[project] = _book.Count;
    }
}
