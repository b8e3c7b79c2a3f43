using System.Text.Json;
using CivicTech.Consensus.Coefficients;
using CivicTech.Consensus.Concordance;
using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Numerics;
using static CivicTech.Conformance.ConcordanceFile;

namespace CivicTech.Conformance;

/// <summary>Two rounds of ten experts: every figure of agreement and stability of each item; quartiles by ten rules; a RAND/UCLA example.</summary>
internal sealed class ConcordanceDelphi : IConformanceSet
{
    public IEnumerable<ConformanceResult> Run(string folder)
    {
        if (Open(folder, "golden_delphi.json") is not { } file)
        {
            yield break;
        }

        var result = new ConformanceResult("concordance delphi");
        var scale = RatingScale.Of(file.GetProperty("scale")[0].GetInt32(), file.GetProperty("scale")[1].GetInt32());
        var cut = file.GetProperty("agree_cut").GetInt32();
        foreach (var item in file.GetProperty("items").EnumerateObject())
        {
            result.Add(item.Name, () => CheckItem(
                AnswerPairs.Of(scale, [.. Answers(file.GetProperty("round1").GetProperty(item.Name)).Zip(Answers(file.GetProperty("round2").GetProperty(item.Name)))]),
                cut,
                item.Value));
        }

        foreach (var round in new[] { "1", "2" })
        {
            result.Add($"W of round {round}", () => Compare(
                "W",
                new KendallW(new() { Permutations = 0 }).Measure(Round(file.GetProperty("round" + round))).W,
                file.GetProperty("panel").GetProperty("W_r" + round).GetDouble()));
        }

        foreach (var quartiles in file.GetProperty("iqr").EnumerateObject())
        {
            result.Add($"quartiles {quartiles.Name}", () => CheckQuartiles(AnswerCounts.Of(RatingScale.Of(1, 5), Answers(quartiles.Value.GetProperty("data"))), quartiles.Value));
        }

        result.Add("RAND/UCLA", () => CheckRandUcla(file.GetProperty("rand_ucla")));
        yield return result;
    }

    private static string? CheckItem(AnswerPairs pairs, int cut, JsonElement expected)
    {
        var (before, after, ranks) = (pairs.Before, pairs.After, pairs.SignedRanks());
        var (wilcoxon, chaffin) = (pairs.WilcoxonSignedRank(), pairs.ChaffinTalley());
        double Value(string name) => Number(expected.GetProperty(name));
        return All(
            Compare("agreement before", before.ShareIn(cut, pairs.Scale.Highest), Value("pct_agree_r1")),
            Compare("agreement after", after.ShareIn(cut, pairs.Scale.Highest), Value("pct_agree_r2")),
            Compare("unchanged", pairs.Unchanged, Value("unchanged")),
            Compare("quadratic kappa", pairs.Kappa(KappaWeights.Quadratic).Coefficient, Value("weighted_kappa_quadratic")),
            Compare("net change", pairs.NetChange, Value("scheibe_net_change")),
            Compare("V", wilcoxon.Statistic, Value("wilcoxon_V")),
            Compare("exact p", wilcoxon.P, Value("wilcoxon_p_exact")),
            Compare("normal p", ranks.NormalP(), Value("wilcoxon_p_normal_cc")),
            Compare("chi-square", chaffin.Statistic, Value("chaffin_talley_chi2")),
            Compare("degrees of freedom", chaffin.DegreesOfFreedom ?? double.NaN, Value("chaffin_talley_df")),
            Compare("intraclass correlation", pairs.IntraclassCorrelation, Value("icc_2_1_agreement")),
            Compare("mean before", before.Mean, Value("mean_r1")),
            Compare("SD before", before.StandardDeviation, Value("sd_r1")),
            Compare("CV before", before.CoefficientOfVariation, Value("cv_r1")),
            Compare("mean after", after.Mean, Value("mean_r2")),
            Compare("SD after", after.StandardDeviation, Value("sd_r2")),
            Compare("CV after", after.CoefficientOfVariation, Value("cv_r2")),
            Compare("median after", after.Median, Value("median_r2")));
    }

    private static string? CheckQuartiles(AnswerCounts answers, JsonElement expected) => All(
        [
            .. expected.GetProperty("IQR_by_type").EnumerateArray().Select((range, i) => Compare($"range of type {i + 1}", answers.InterquartileRange((QuantileRule)i), range.GetDouble())),
            Compare("range of hinges", answers.InterquartileRange(QuantileRule.TukeyHinges), expected.GetProperty("tukey_hinges").GetDouble()),
            Compare("MAD", answers.MedianAbsoluteDeviation, expected.GetProperty("mad").GetDouble()),
        ]);

    private static string? CheckRandUcla(JsonElement expected)
    {
        var answers = AnswerCounts.Of(RatingScale.Of(1, 9), Answers(expected.GetProperty("data")));
        var finding = new RandUcla { Quantiles = QuantileRule.Linear }.Judge(new(answers));
        string[] names = ["median", "p30", "p70", "IPR", "IPRCP", "AI", "IPRAS"];
        var agrees = !expected.GetProperty("disagreement").GetBoolean();
        return All(
            [
                .. names.Zip(finding.Figures, (name, figure) => Compare(name, Rational.Parse(figure.Value).ToDouble(), expected.GetProperty(name).GetDouble())),
                finding.Figures.Length == names.Length ? null : $"{finding.Figures.Length} figures",
                (finding.Verdict is ConsensusVerdict.In) == agrees ? null : $"verdict {finding.Verdict}",
            ]);
    }

    private static Ratings Round(JsonElement items)
    {
        int[][] columns = [.. items.EnumerateObject().Select(item => Answers(item.Value))];
        var values = new double[columns[0].Length, columns.Length];
        for (var item = 0; item < columns.Length; item++)
        {
            for (var rater = 0; rater < columns[item].Length; rater++)
            {
                values[rater, item] = columns[item][rater];
            }
        }

        return Ratings.Of(values);
    }

    private static int[] Answers(JsonElement answers) => [.. answers.EnumerateArray().Select(answer => answer.GetInt32())];
}
