using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;

namespace CivicTech.Benchmarks;

/// <summary>
/// Equal Shares as most people write it: doubles compared with an epsilon, one entry a voter. In every round the supporters of every project
/// are sorted by what they can pay, and the price is found going up that list.
/// </summary>
internal sealed class StraightforwardShares
{
    private const double Epsilon = 1e-9;

    private readonly int[] _projects;
    private readonly double[] _costs;
    private readonly int[][] _supporters;
    private readonly double[][] _worths;
    private readonly int _voters;
    private readonly double _budget;
    private readonly bool _areAlike;

    internal StraightforwardShares(SharesCase one)
    {
        var election = one.Election;
        var profile = election.Profile;
        var support = one.Problem.Support;
        _projects = one.Problem.Projects;
        _costs = [.. election.Projects.Select(project => project.Cost.ToDouble())];
        _voters = (int)profile.Voters;
        _budget = election.BudgetLimit.ToDouble();
        _areAlike = one.Utility == Utility.Cost;
        var supporters = Array.ConvertAll(_costs, _ => new List<int>());
        var worths = Array.ConvertAll(_costs, _ => new List<double>());
        var voter = 0;
        for (var ballot = 0; ballot < support.Classes; ballot++)
        {
            for (var copy = 0L; copy < support.Weights[ballot]; copy++, voter++)
            {
                for (var entry = support.ClassStarts[ballot]; entry < support.ClassStarts[ballot + 1]; entry++)
                {
                    var project = support.Supported[entry];
                    supporters[project].Add(voter);
                    worths[project].Add(_areAlike ? _costs[project] : support.WorthsByClass![entry] * support.WorthUnit.ToDouble());
                }
            }
        }

        _supporters = Array.ConvertAll(supporters, list => list.ToArray());
        _worths = Array.ConvertAll(worths, list => list.ToArray());
    }

    internal double EqualEndowment => _budget / _voters;

    /// <summary>The funded projects in the order of funding.</summary>
    internal List<int> Run(double endowment)
    {
        var money = new double[_voters];
        Array.Fill(money, endowment);
        var open = _projects.ToList();
        var funded = new List<int>();
        while (true)
        {
            var (best, lowest) = (-1, double.PositiveInfinity);
            foreach (var project in open)
            {
                var price = PricePerUtility(project, money);
                if (price < lowest - Epsilon)
                {
                    (best, lowest) = (project, price);
                }
            }

            if (best < 0)
            {
                return funded;
            }

            for (var i = 0; i < _supporters[best].Length; i++)
            {
                ref var has = ref money[_supporters[best][i]];
                has -= Math.Min(has, lowest * _worths[best][i]);
            }

            funded.Add(best);
            open.Remove(best);
        }
    }

    /// <summary>Add1 from a whole number in steps of one, without the exhaustive stop.</summary>
    internal List<int> RunAddOne()
    {
        var endowment = Math.Floor(EqualEndowment);
        var funded = new List<int>();
        while (true)
        {
            var next = Run(endowment);
            if (next.Sum(project => _costs[project]) > _budget)
            {
                return funded;
            }

            if (next.Count == _projects.Length)
            {
                return next;
            }

            funded = next;
            endowment++;
        }
    }

    /// <summary>Infinite if the supporters do not have the cost.</summary>
    private double PricePerUtility(int project, double[] money)
    {
        var supporters = _supporters[project];
        var most = new double[supporters.Length];
        var has = 0.0;
        var worth = 0.0;
        for (var i = 0; i < most.Length; i++)
        {
            most[i] = money[supporters[i]] / _worths[project][i];
            has += money[supporters[i]];
            worth += _worths[project][i];
        }

        if (has < _costs[project] - Epsilon)
        {
            return double.PositiveInfinity;
        }

        // Where all are worth the same, what they can pay is sorted alone: that is faster.
        var worths = _worths[project];
        if (_areAlike)
        {
            Array.Sort(most);
        }
        else
        {
            worths = [.. worths];
            Array.Sort(most, worths);
        }

        var left = _costs[project];
        for (var i = 0; i < most.Length; i++)
        {
            if (most[i] * worth >= left - Epsilon)
            {
                return left / worth;
            }

            left -= most[i] * worths[i];
            worth -= worths[i];
        }

        return double.PositiveInfinity;
    }
}
