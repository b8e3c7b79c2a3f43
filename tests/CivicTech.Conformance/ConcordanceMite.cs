using CivicTech.Consensus.Concordance;
using static CivicTech.Conformance.ConcordanceFile;

namespace CivicTech.Conformance;

/// <summary>35 raters, 70 items, most of them tied.</summary>
internal sealed class ConcordanceMite : IConformanceSet
{
    public IEnumerable<ConformanceResult> Run(string folder)
    {
        if (Open(folder, "golden_mite.json") is not { } file)
        {
            yield break;
        }

        var ratings = RatingsOf(file.GetProperty("data"));
        var kendall = new KendallW(new() { Permutations = 0 });
        var actual = kendall.Measure(ratings);
        var result = new ConformanceResult("concordance mite");
        foreach (var (name, statistic) in new (string Name, Statistic Statistic)[]
        {
            ("W_corrected", actual.W),
            ("W_uncorrected", actual.UncorrectedW),
            ("chi2", actual.ChiSquare.Statistic),
            ("p_chi2", actual.ChiSquare.P),
            ("F", actual.F.Statistic),
            ("p_F", actual.F.P),
            ("mean_pairwise_spearman", actual.MeanSpearman.Value),
        })
        {
            result.Add(name, () => Compare(name, statistic, file.GetProperty(name).GetDouble()));
        }

        result.Add("vegan_post_spearman_mean", () => All(kendall.Contributions(ratings).Zip(
            file.GetProperty("vegan_post_spearman_mean").EnumerateArray(),
            (rater, mean) => Compare($"mean Spearman of {rater.Rater}", rater.MeanSpearman, mean.GetDouble()))));
        yield return result;
    }
}
