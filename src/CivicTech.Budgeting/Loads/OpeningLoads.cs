using CivicTech.Numerics;

namespace CivicTech.Budgeting.Loads;

/// <summary>The loads that voters begin with, by class; a negative load is money saved up.</summary>
/// <remarks>Where all of them are zero there is no such object.</remarks>
internal sealed class OpeningLoads
{
    private readonly double[] _loads;
    private readonly double[] _errors;
    private readonly Func<int, Rational> _exact;

    /// <summary>Loads that are known approximately and, on demand, exactly.</summary>
    /// <param name="loads">For each class a number near its load.</param>
    /// <param name="errors">For each class how far that number is off at most; infinite where nothing is known.</param>
    /// <param name="exact">The load of a class; asked where the approximations do not decide.</param>
    internal OpeningLoads(double[] loads, double[] errors, Func<int, Rational> exact)
    {
        _loads = loads;
        _errors = errors;
        _exact = exact;
        Highest = double.NegativeInfinity;
        for (var i = 0; i < loads.Length; i++)
        {
            Highest = Math.Max(Highest, Math.BitIncrement(loads[i] + errors[i]));
            Largest = Math.Max(Largest, Math.Abs(loads[i]));
            Error = Math.Max(Error, errors[i]);
        }
    }

    /// <summary>What no load is above.</summary>
    internal double Highest { get; }

    /// <summary>What no approximate load is farther from zero than.</summary>
    internal double Largest { get; }

    /// <summary>What no approximate load is further off than.</summary>
    internal double Error { get; }

    /// <summary>The approximate loads.</summary>
    internal ReadOnlySpan<double> Approximate => _loads;

    /// <summary>The load of a class.</summary>
    internal Rational Exact(int ballotClass) => _exact(ballotClass);

    /// <summary>Whether the load of a class is certainly below, or certainly not below, a number; null when the approximations do not tell.</summary>
    internal bool? IsBelow(int ballotClass, Approximation number)
    {
        var (load, error) = (_loads[ballotClass], _errors[ballotClass]);
        return Math.BitIncrement(load + error) < number.Lower ? true
            : Math.BitDecrement(load - error) > number.Upper ? false
            : null;
    }
}
