using CivicTech.Consensus.Distributions;
using CivicTech.Consensus.Permutations;
using CivicTech.Consensus.Ranks;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Concordance;

/// <summary>Each rater against the others.</summary>
internal static class RaterContributions
{
    internal static IReadOnlyList<RaterContribution> Of(PreparedRatings prepared, CancellationToken cancellationToken)
    {
        var ranks = prepared.Rank();
        var jackknife = new SpearmanJackknife(ranks);
        var figures = ConcordanceFigures.Of(ranks);
        var sums = ranks.ColumnSums();
        var raters = Enumerable.Range(0, ranks.Raters).ToArray();
        var tests = raters.Select(rater => TestOf(prepared.Options, ranks, rater, sums, cancellationToken)).ToArray();
        var adjusted = Adjust(tests);
        return [.. raters.Select(rater =>
        {
            var meanSpearman = jackknife.WithOthers(rater);
            return new RaterContribution(
                prepared.Analysed.Raters[rater],
                meanSpearman,
                meanSpearman.IsDefined ? Statistic.Of(((jackknife.EffectiveRaters - 1) * meanSpearman.Value + 1) / jackknife.EffectiveRaters) : meanSpearman,
                figures.Without(ranks.Row(rater), ranks.Weights[rater], sums).W,
                tests[rater],
                adjusted[rater]);
        })];
    }

    private static SignificanceTest TestOf(ConcordanceOptions options, RankMatrix ranks, int rater, long[] sums, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var row = ranks.Row(rater);
        if (ranks.Raters < 2 || ranks.Items < 2 || !row.ContainsAnyExcept((short)0))
        {
            return ConcordanceFigures.NoTest(
                TestMethod.Exact,
                ranks.Items < 2 ? UndefinedReason.FewerThanTwoItems : ranks.Raters < 2 ? UndefinedReason.FewerThanTwoRaters : UndefinedReason.NoVariation);
        }

        var others = new long[sums.Length];
        Int128 product = 0;
        for (var item = 0; item < others.Length; item++)
        {
            others[item] = sums[item] - (ranks.Weights[rater] * row[item]);
            product += (Int128)row[item] * others[item];
        }

        var statistic = Statistic.Of((Rational)(System.Numerics.BigInteger)product);
        var (atLeast, total, isExact) = RaterTest.Run(row, others, options.Permutations, options.Seed, rater);
        return isExact ? new(TestMethod.Exact, statistic, Statistic.Of(new Rational(atLeast, total)))
            : total == 0 ? new(TestMethod.Permutation, statistic, Statistic.UndefinedFor(UndefinedReason.NotComputed))
            : SignificanceTest.OfPermutations(statistic, atLeast, options.Permutations);
    }

    // Raters without a p are no part of the family.
    private static Statistic[] Adjust(SignificanceTest[] tests)
    {
        var adjusted = new Queue<double>(Holm.Adjust([.. tests.Where(test => test.P.IsDefined).Select(test => test.P.Value)]));
        return [.. tests.Select(test => test.P.IsDefined ? Statistic.Of(adjusted.Dequeue()) : test.P)];
    }
}
