using System.Numerics;
using CivicTech.Consensus.Concordance;
using CivicTech.Consensus.Distributions;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Answers;

/// <summary>Wilcoxon's signed ranks, filled from the smallest distance up. Ranks are doubled, so that mean ranks are whole.</summary>
internal sealed class SignedRanks
{
    /// <summary>2 to this power still has a place in 128 bits.</summary>
    private const long MostExact = 127;

    private readonly List<(long Size, Int128 DoubledRank)> _ties = [];
    private long _count;
    private Int128 _doubledV;

    /// <summary>Takes all of one distance, the next after those before.</summary>
    internal void Add(long down, long up)
    {
        var size = down + up;
        if (size == 0)
        {
            return;
        }

        // Ranks count + 1 to count + size, whose mean doubled is their sum of ends.
        Int128 doubledRank = (2 * _count) + size + 1;
        _ties.Add((size, doubledRank));
        _count += size;
        _doubledV += down * doubledRank;
    }

    internal SignificanceTest Test()
    {
        var v = Statistic.Of(new Rational((BigInteger)_doubledV, 2));
        return _count <= MostExact ? new(TestMethod.Exact, v, Statistic.Of(ExactP())) : new(TestMethod.Normal, v, Statistic.Of(NormalP()));
    }

    /// <summary>Of all ways to sign the ranks; at most 127 of them.</summary>
    internal Rational ExactP()
    {
        // The distribution is symmetric about half the whole sum: the smaller tail is the lower one of the nearer end.
        var whole = (int)(_count * (_count + 1));
        var smaller = (int)Int128.Min(_doubledV, whole - _doubledV);
        var ways = new UInt128[smaller + 1];
        ways[0] = 1;
        foreach (var (size, doubledRank) in _ties)
        {
            for (var one = 0L; one < size; one++)
            {
                for (var sum = smaller; sum >= doubledRank; sum--)
                {
                    ways[sum] += ways[sum - (int)doubledRank];
                }
            }
        }

        var tail = ways.Aggregate(BigInteger.Zero, (sum, next) => sum + next);
        return Rational.Min(1, new Rational(2 * tail, BigInteger.One << (int)_count));
    }

    /// <summary>The normal approximation, with variance corrected for ties and with continuity correction; someone changed.</summary>
    internal double NormalP()
    {
        // Doubled: mean n(n + 1) / 2, variance (n(n + 1)(2n + 1) - Σ(t³ - t) / 2) / 6.
        BigInteger n = _count;
        var ties = _ties.Aggregate(BigInteger.Zero, (sum, tie) => sum + (BigInteger.Pow(tie.Size, 3) - tie.Size));
        var variance = new Rational((2 * n * (n + 1) * ((2 * n) + 1)) - ties, 12);
        var distance = Rational.Abs((BigInteger)_doubledV - new Rational(n * (n + 1), 2)) - 1;
        return Tails.NormalTwoSided(Rational.Max(0, distance).ToDouble() / Math.Sqrt(variance.ToDouble()));
    }
}
