using System.Numerics;
using System.Text.Json;
using CivicTech.Consensus.Permutations;
using CivicTech.Consensus.Ranks;
using CivicTech.Numerics;
using static CivicTech.Conformance.ConcordanceFile;

namespace CivicTech.Conformance;

/// <summary>Every count of the exact null distributions, and that W has the mean 1/m and the variance 2(m - 1) / (m³(n - 1)).</summary>
internal sealed class ConcordanceNull : IConformanceSet
{
    public IEnumerable<ConformanceResult> Run(string folder)
    {
        if (Open(folder, "null_distributions.json") is not { } file)
        {
            yield break;
        }

        var result = new ConformanceResult("concordance null distributions");
        foreach (var table in file.EnumerateArray())
        {
            var (raters, items) = (table.GetProperty("m").GetInt32(), table.GetProperty("n").GetInt32());
            result.Add($"{raters} raters, {items} items", () => Check(raters, items, table));
        }

        yield return result;
    }

    private static string? Check(int raters, int items, JsonElement table)
    {
        var row = Enumerable.Range(0, items).Select(item => (short)((2 * item) - (items - 1)));
        var ranks = new RankMatrix([.. Enumerable.Repeat(row, raters).SelectMany(values => values)], [.. Enumerable.Repeat(1L, raters)], items);
        if (ExactNull.TryDistribution(ranks, long.MaxValue, CancellationToken.None) is not { } distribution)
        {
            return "no distribution";
        }

        var expected = table.GetProperty("S4").EnumerateArray().Select(s => (Int128)s.GetInt64())
            .Zip(table.GetProperty("count").EnumerateArray().Select(count => BigInteger.Parse(count.GetString()!, System.Globalization.CultureInfo.InvariantCulture)));
        if (!distribution.SequenceEqual(expected))
        {
            return "the counts differ";
        }

        Rational m = raters, n = items, total = 0, first = 0, second = 0;
        foreach (var (q, count) in distribution)
        {
            var w = 3 * (Rational)(BigInteger)q / (m * m * ((n * n * n) - n));
            total += count;
            first += w * count;
            second += w * w * count;
        }

        var mean = first / total;
        return All(
            mean == 1 / m ? null : $"the mean is {mean}",
            (second / total) - (mean * mean) == 2 * (m - 1) / (m * m * m * (n - 1)) ? null : "the variance differs");
    }
}
