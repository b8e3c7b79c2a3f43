using System.Numerics;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Iterated;

/// <summary>Exact fractions; only keep factors are rounded, or they would grow with every iteration.</summary>
internal readonly struct ExactKeeping(int keepDecimals, bool keepsAmounts) : IKeeping<Rational>
{
    private readonly BigInteger _keepUnit = BigInteger.Pow(10, keepDecimals);

    public bool IsExact => true;

    public Rational One => Rational.One;

    public Rational Add(Rational a, Rational b) => a + b;

    public Rational Subtract(Rational a, Rational b) => a - b;

    public Rational Times(Rational value, long ballots) => value * ballots;

    public Rational Keep(Rational value, Rational factor, out Rational rest)
    {
        var kept = keepsAmounts ? Rational.Min(value, factor) : value * factor;
        rest = value - kept;
        return kept;
    }

    public Rational Quota(Rational votes, int seats) => votes / (seats + 1L);

    // As many as there are seats can have more than the quota, not more.
    public bool Reaches(Rational votes, Rational quota) => votes > quota;

    public Rational Factor(Rational factor, Rational quota, Rational votes) =>
        Rational.Min((factor * quota / votes * (Rational)_keepUnit).Ceiling() / (Rational)_keepUnit, Rational.One);

    public Rational Product(Rational a, Rational b) => a * b;

    public Rational Quotient(Rational a, BigInteger n) => a / (Rational)n;

    public Rational Part(Rational value, BigInteger numerator, BigInteger denominator) => value * new Rational(numerator, denominator);

    public BigInteger Units(Rational amount) => throw new NotSupportedException("Exact fractions have no unit.");

    public Rational ToRational(Rational amount) => amount;
}
