using System.Text.Json;
using CivicTech.Consensus.Concordance;
using CivicTech.Numerics;
using static CivicTech.Conformance.ConcordanceFile;

namespace CivicTech.Conformance;

/// <summary>W of weighted raters, and that a weight does what a repetition does.</summary>
internal sealed class ConcordanceWeighted : IConformanceSet
{
    public IEnumerable<ConformanceResult> Run(string folder)
    {
        if (Open(folder, "golden_weighted.json") is not { } file || Open(folder, "golden_w.json") is not { } sets)
        {
            yield break;
        }

        var result = new ConformanceResult("concordance weighted");
        foreach (var set in file.EnumerateObject())
        {
            // One set comes without its ratings.
            if (sets.TryGetProperty(set.Name, out var reference))
            {
                result.Add(set.Name, () => Check(reference.GetProperty("data"), set.Value));
            }
        }

        yield return result;
    }

    private static string? Check(JsonElement table, JsonElement expected)
    {
        // Weights that are fractions by their common denominator: W does not change by it.
        Rational[] weights = [.. expected.GetProperty("weights").EnumerateArray().Select(weight => Rational.Parse(weight.GetRawText()))];
        var unit = weights.Min();
        long[] whole = [.. weights.Select(weight => (weight / unit).TryGetInt64(out var times) ? times : throw new InvalidDataException($"{weight}"))];
        var kendall = new KendallW(new() { Permutations = 0 });
        var weighted = kendall.Measure(RatingsOf(table, whole)).W;
        var ratings = RatingsOf(table);
        var state = new ConcordanceState(ratings.Items);
        for (var rater = 0; rater < whole.Length; rater++)
        {
            for (var time = 0; time < whole[rater]; time++)
            {
                state.Add(ratings.Row(rater));
            }
        }

        return All(
            Compare("weighted W", weighted, Number(expected.GetProperty("W_weighted"))),
            Compare("W of repeated raters", kendall.Measure(state).W, weighted.Exact.ToString()));
    }
}
