using System.Text.Json;
using CivicTech.Consensus.Concordance;
using static CivicTech.Conformance.ConcordanceFile;

namespace CivicTech.Conformance;

/// <summary>The mean Spearman correlation without each rater, its standard error and its interval; none below five raters.</summary>
internal sealed class ConcordanceJackknife : IConformanceSet
{
    private const double Tolerance = 1e-8;

    public IEnumerable<ConformanceResult> Run(string folder)
    {
        if (Open(folder, "golden_jackknife.json") is not { } file || Open(folder, "golden_w.json") is not { } sets)
        {
            yield break;
        }

        var result = new ConformanceResult("concordance jackknife");
        foreach (var set in file.EnumerateObject())
        {
            // Some sets come without their ratings: what follows from the leave-one-out means can still be compared.
            result.Add(set.Name, () => sets.TryGetProperty(set.Name, out var ratings)
                ? CheckRatings(RatingsOf(ratings.GetProperty("data")), set.Value)
                : Check(SpearmanJackknife.Estimate(Statistic.Of(set.Value.GetProperty("mean_spearman").GetDouble()), WithoutEach(set.Value), 0.95), set.Value));
        }

        yield return result;
    }

    private static string? CheckRatings(Ratings ratings, JsonElement expected)
    {
        var actual = new KendallW(new() { Permutations = 0 }).Measure(ratings);
        var without = new SpearmanJackknife(PreparedRatings.Rank(ratings)).LeaveOneOut();
        return All(
            [
                Check(actual.MeanSpearman, expected),
                .. without.Zip(WithoutEach(expected), (mean, other) => Compare("without a rater", mean, other, Tolerance)),
                .. Interval("W", actual.WFromMeanSpearman, expected, [.. Values(expected, "ci95_W").Select(end => Math.Clamp(end, 0, 1))]),
            ]);
    }

    private static string? Check(JackknifeEstimate actual, JsonElement expected) => All(
        [
            Compare("mean Spearman", actual.Value, expected.GetProperty("mean_spearman").GetDouble(), Tolerance),
            Compare("standard error", actual.StandardError, expected.GetProperty("jackknife_se").GetDouble(), Tolerance),
            .. Interval("mean Spearman", actual, expected, [.. Values(expected, "ci95_mean_spearman")]),
        ]);

    private static IEnumerable<string?> Interval(string name, JackknifeEstimate actual, JsonElement set, double[] expected)
    {
        var raters = set.GetProperty("m").GetInt32();
        if (raters < 5)
        {
            yield return actual.NoInterval is UndefinedReason.TooFewRaters ? null : $"interval of {name} with {raters} raters";
            yield break;
        }

        yield return Compare($"lower end of {name}", actual.Interval!.Lower, expected[0], Tolerance);
        yield return Compare($"upper end of {name}", actual.Interval!.Upper, expected[1], Tolerance);
    }

    private static double[] WithoutEach(JsonElement expected) => [.. Values(expected, "leave_one_out_mean_spearman")];

    private static IEnumerable<double> Values(JsonElement expected, string name) => expected.GetProperty(name).EnumerateArray().Select(Number);
}
