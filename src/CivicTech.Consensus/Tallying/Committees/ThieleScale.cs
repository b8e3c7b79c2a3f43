using System.Numerics;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Committees;

/// <summary>Weights as whole multiples of one unit, so that scores are whole numbers, and the narrowest of them are used that hold all.</summary>
internal sealed class ThieleScale
{
    private readonly Rational _unit;

    private ThieleScale(BigInteger[] units, Rational unit)
    {
        Units = units;
        _unit = unit;
    }

    /// <summary>The weights of the first, second, … member.</summary>
    internal BigInteger[] Units { get; }

    internal static ThieleScale Of(ThieleWeights weights, int members, long voters)
    {
        var worths = weights.ForMembers(members, voters);
        var common = BigInteger.One;
        foreach (var worth in worths)
        {
            common *= worth.Denominator / BigInteger.GreatestCommonDivisor(common, worth.Denominator);
        }

        return new(Array.ConvertAll(worths, worth => worth.Numerator * (common / worth.Denominator)), new Rational(BigInteger.One, common));
    }

    internal Rational Amount(BigInteger score) => score * _unit;

    /// <summary>An empty committee; no score, and no sum of the gains of as many candidates, goes beyond the numbers that it counts in.</summary>
    internal IThieleState Begin(ApprovalBallots ballots)
    {
        var most = Units[0] * Units.Length * ballots.Profile.Voters;
        return most <= long.MaxValue ? new ThieleState<long>(ballots, this)
            : most <= (BigInteger)Int128.MaxValue ? new ThieleState<Int128>(ballots, this)
            : new ThieleState<BigInteger>(ballots, this);
    }
}
