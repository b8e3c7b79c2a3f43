using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Loads;

/// <summary>Loads by class as doubles, none of which is further off than one common bound, and the times that follow from them.</summary>
/// <remarks>
/// The time of a project lies between the lowest and the highest it can be when every load is moved by the bound, and it moves with the
/// loads: so the bound carries over from loads to times unchanged, and only rounding adds to it. A sum of n terms in four rows is off by at
/// most n/4 + 5 roundings of 2^-53 of the sum of their sizes (Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., chapter 4);
/// twice as much is allowed for.
/// </remarks>
internal sealed class LoadTimes
{
    private const double Rounding = 1.0 / (1L << 52);

    // More than what may be lost to underflow.
    private const double Underflow = 1e-290;

    private readonly SupportTable _support;
    private readonly double[] _costs;
    private readonly double _highestOpening;
    private readonly double[] _loads;
    private double _error;
    private double _largest;

    internal LoadTimes(LoadsProblem problem)
    {
        _support = problem.Support;
        _costs = [.. problem.Costs.Select(cost => cost.ToDouble())];
        _loads = problem.Opening?.Approximate.ToArray() ?? new double[_support.Classes];
        _error = problem.Opening?.Error ?? 0;
        _largest = problem.Opening?.Largest ?? 0;
        _highestOpening = problem.Opening?.Highest ?? double.NegativeInfinity;
    }

    /// <summary>When the supporters of a project will have what it costs, as things stand.</summary>
    internal Approximation Of(int project)
    {
        var supporters = _support.SupportersOf(project);
        double voters = _support.Votes[project];
        var cost = _costs[project];
        var time = (cost + (_largest == 0 ? 0 : Sum(supporters))) / voters;
        var rounding = RoundingOf(supporters.Length / 4, cost / voters);
        var result = Approximation.Certify(time, Math.BitIncrement(_error + rounding));
        return _highestOpening < result.Lower ? result : Filled(supporters, cost);
    }

    /// <summary>Some classes have paid for a project at a time.</summary>
    internal void Set(ReadOnlySpan<int> classes, Approximation time)
    {
        foreach (var ballotClass in classes)
        {
            _loads[ballotClass] = time.Value;
        }

        _error = Math.Max(_error, time.Error);
        _largest = Math.Max(_largest, Math.Abs(time.Value));
    }

    private double RoundingOf(int terms, double costEach) => ((terms + 12) * Rounding * (_largest + costEach)) + Underflow;

    // Classes of several voters come first. Four sums are faster than one, and nearer.
    private double Sum(ReadOnlySpan<int> supporters)
    {
        double a = 0, b = 0, c = 0, d = 0;
        var i = 0;
        for (; i < supporters.Length && supporters[i] < _support.WeightedClasses; i++)
        {
            (a, b, c, d) = (b, c, d, a + (_support.Weights[supporters[i]] * _loads[supporters[i]]));
        }

        var loads = _loads;
        for (; i + 4 <= supporters.Length; i += 4)
        {
            a += loads[supporters[i]];
            b += loads[supporters[i + 1]];
            c += loads[supporters[i + 2]];
            d += loads[supporters[i + 3]];
        }

        for (; i < supporters.Length; i++)
        {
            a += loads[supporters[i]];
        }

        return a + b + (c + d);
    }

    // Some supporters may begin with loads beyond the time, and do not pay then. Leaving out those beyond the time of all brings it forward,
    // until nobody is left out any more.
    private Approximation Filled(ReadOnlySpan<int> supporters, double cost)
    {
        var time = double.PositiveInfinity;
        var voters = double.PositiveInfinity;
        while (true)
        {
            double sum = 0, below = 0;
            foreach (var supporter in supporters)
            {
                if (_loads[supporter] < time)
                {
                    sum += _support.Weights[supporter] * _loads[supporter];
                    below += _support.Weights[supporter];
                }
            }

            if (!(below > 0 && below < voters))
            {
                break;
            }

            (time, voters) = ((cost + sum) / below, below);
        }

        // Whatever set of supporters pays, the true time is not later than theirs. It is not earlier than a time at which all have too little.
        var rounding = RoundingOf(supporters.Length, cost / voters);
        var earlier = time - (4 * rounding);
        double money = 0;
        foreach (var supporter in supporters)
        {
            money += _support.Weights[supporter] * Math.Max(0, earlier - _loads[supporter]);
        }

        return (money * (1 + ((supporters.Length + 12) * Rounding))) + Underflow <= cost * (1 - Rounding)
            ? Approximation.Certify(time, Math.BitIncrement(_error + (5 * rounding)))
            : Approximation.Unknown;
    }
}
