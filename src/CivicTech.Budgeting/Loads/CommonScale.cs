using System.Numerics;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Loads;

/// <summary>Fractions kept over one common denominator, so that many of them are added up without bringing each sum to lowest terms.</summary>
internal sealed class CommonScale
{
    private readonly List<Rational> _fractions = [];
    private readonly List<BigInteger> _numerators = [];
    private BigInteger _denominator = BigInteger.One;

    /// <summary>How many fractions there are.</summary>
    internal int Count => _fractions.Count;

    /// <summary>The n-th fraction.</summary>
    internal Rational this[int index] => _fractions[index];

    internal void Add(Rational fraction)
    {
        var missing = fraction.Denominator / BigInteger.GreatestCommonDivisor(_denominator, fraction.Denominator);
        if (!missing.IsOne)
        {
            _denominator *= missing;
            for (var i = 0; i < _numerators.Count; i++)
            {
                _numerators[i] *= missing;
            }
        }

        _fractions.Add(fraction);
        _numerators.Add(fraction.Numerator * (_denominator / fraction.Denominator));
    }

    /// <summary>The sum of the first fractions, each taken so many times.</summary>
    internal Rational Sum(ReadOnlySpan<long> times)
    {
        var sum = BigInteger.Zero;
        for (var i = 0; i < times.Length; i++)
        {
            if (times[i] != 0)
            {
                sum += _numerators[i] * times[i];
            }
        }

        return sum.IsZero ? 0 : new Rational(sum, _denominator);
    }
}
