using System.Text.Json;
using CivicTech.Consensus.Concordance;
using static CivicTech.Conformance.ConcordanceFile;

namespace CivicTech.Conformance;

/// <summary>
/// W as a fraction, S, ties, rank sums, the approximate tests, exact p, leave-one-out W and the mean Spearman correlations.
/// </summary>
/// <remarks>
/// Two differences are deliberate. A single rater has W = 1 in the file and none here: nobody agrees with anybody. Complete agreement has
/// F = infinity and p = 0 there and no F here: the exact test says what p is.
/// </remarks>
internal sealed class ConcordanceW : IConformanceSet
{
    // What the file's values were computed with: constant raters counted.
    private static readonly KendallW Counting = new(new() { ConstantRaters = ConstantRaters.Count, Permutations = 0 });

    public IEnumerable<ConformanceResult> Run(string folder)
    {
        if (Open(folder, "golden_w.json") is not { } file)
        {
            yield break;
        }

        var result = new ConformanceResult("concordance w");
        foreach (var set in file.EnumerateObject())
        {
            result.Add(set.Name, () => Check(RatingsOf(set.Value.GetProperty("data")), set.Value.GetProperty("expected")));
        }

        yield return result;
    }

    private static string? Check(Ratings ratings, JsonElement expected)
    {
        var actual = Counting.Measure(ratings);
        if (ratings.Raters.Count == 1)
        {
            return actual.W.Undefined is UndefinedReason.FewerThanTwoRaters ? null : $"W is {actual.W} with one rater";
        }

        var contributions = Counting.Contributions(ratings);
        return All(
            [
                Compare("W", actual.W, expected.GetProperty("W_corrected_exact").GetString()),
                Compare("uncorrected W", actual.UncorrectedW, expected.GetProperty("W_uncorrected_exact").GetString()),
                Compare("S", actual.S, expected.GetProperty("S").GetString()),
                Compare("tie sum", actual.TieSum, expected.GetProperty("tie_sum_T").GetRawText()),
                Compare("chi-square", actual.ChiSquare.Statistic, Value(expected, "chi2")),
                Compare("p of chi-square", actual.ChiSquare.P, Value(expected, "p_chi2")),
                Compare("F", actual.F.Statistic, Value(expected, "F")),
                CompareDegrees("F nu1", actual.F.DegreesOfFreedom ?? double.NaN, Value(expected, "F_nu1"), expected),
                CompareDegrees("F nu2", actual.F.DenominatorDegreesOfFreedom ?? double.NaN, Value(expected, "F_nu2"), expected),
                actual.F.Statistic.IsDefined ? Compare("p of F", actual.F.P, Value(expected, "p_F")) : null,
                Compare("p of Iman and Davenport", actual.ImanDavenport.P, Value(expected, "p_F_iman_davenport")),
                Compare("mean Spearman", actual.MeanSpearman.Value, Value(expected, "mean_pairwise_spearman_discriminating")),
                Compare("W from mean Spearman", actual.WFromMeanSpearman.Value, Value(expected, "W_from_mean_spearman")),
                expected.TryGetProperty("p_exact_fraction", out var p)
                    ? actual.Test.Method is TestMethod.Exact ? Compare("exact p", actual.Test.P, p.GetString()) : "the exact test was not affordable"
                    : null,
                .. actual.ItemRanks.Zip(Values(expected, "rank_sums"), (rank, sum) => Compare($"rank sum of {rank.Item}", rank.RankSum.ToDouble(), sum)),
                .. contributions.Zip(Values(expected, "per_rater_mean_spearman"), (rater, mean) => Compare($"mean Spearman of {rater.Rater}", rater.MeanSpearman, mean)),
                .. contributions.Zip(Values(expected, "leave_one_out_W"), (rater, w) => Compare($"W without {rater.Rater}", rater.WWithout, w)),
                actual.ConstantRaters.SequenceEqual(Values(expected, "non_discriminating_raters").Select(rater => ratings.Raters[(int)rater]))
                    ? null
                    : $"constant raters are {string.Join(", ", actual.ConstantRaters)}",
            ]);
    }

    private static string? CompareDegrees(string name, double actual, double expected, JsonElement set) =>
        set.TryGetProperty("F_nu1", out _) ? Compare(name, actual, expected) : null;

    private static double Value(JsonElement expected, string name) => expected.TryGetProperty(name, out var value) ? Number(value) : double.NaN;

    private static IEnumerable<double> Values(JsonElement expected, string name) =>
        expected.TryGetProperty(name, out var values) ? values.EnumerateArray().Select(Number) : [];
}
