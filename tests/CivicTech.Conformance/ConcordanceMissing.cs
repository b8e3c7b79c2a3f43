using System.Text.Json;
using CivicTech.Consensus.Concordance;
using static CivicTech.Conformance.ConcordanceFile;

namespace CivicTech.Conformance;

/// <summary>The test for incomplete ratings with each weighting of blocks, and where others drew permutations, their p.</summary>
internal sealed class ConcordanceMissing : IConformanceSet
{
    private static readonly (string Name, BlockWeighting Weighting)[] References =
    [
        ("ref_unit", BlockWeighting.Unit),
        ("ref_SM", BlockWeighting.SkillingsMack),
        ("ref_Prentice", BlockWeighting.Prentice),
        ("coin_quadratic_ranks", BlockWeighting.Unit),
    ];

    public IEnumerable<ConformanceResult> Run(string folder)
    {
        if (Open(folder, "golden_missing.json") is not { } file)
        {
            yield break;
        }

        var result = new ConformanceResult("concordance missing");
        foreach (var set in file.EnumerateObject())
        {
            var ratings = RatingsOf(set.Value.GetProperty("data"));
            foreach (var (name, weighting) in References)
            {
                result.Add($"{set.Name} {name}", () => Check(ratings, weighting, set.Value.GetProperty(name)));
            }

            result.Add($"{set.Name} coin_perm_p_100k", () => CheckPermutations(ratings, set.Value.GetProperty("coin_perm_p_100k").GetDouble()));
        }

        yield return result;
    }

    private static string? Check(Ratings ratings, BlockWeighting weighting, JsonElement expected)
    {
        var options = new ConcordanceOptions { Missing = MissingRatings.IncompleteBlocks, BlockWeighting = weighting, Permutations = 0 };
        var actual = new KendallW(options).Measure(ratings).Incomplete!.ChiSquare;
        var statistic = expected.TryGetProperty("T_tie_corrected", out var corrected) ? corrected : expected.GetProperty("T");
        return All(
            Compare("T", actual.Statistic, statistic.GetDouble()),
            Compare("p", actual.P, expected.GetProperty("p").GetDouble(), 1e-8),
            expected.TryGetProperty("df", out var degrees) && degrees.GetInt32() != actual.DegreesOfFreedom ? $"{actual.DegreesOfFreedom} degrees of freedom" : null);
    }

    // Both are draws: five standard errors of theirs, and of ours.
    private static string? CheckPermutations(Ratings ratings, double expected)
    {
        var options = new ConcordanceOptions { Missing = MissingRatings.IncompleteBlocks, Permutations = 99_999 };
        var p = new KendallW(options).Measure(ratings).Test.P.Value;
        return Math.Abs(p - expected) <= 1e-5 + (5 * Math.Sqrt(2 * Math.Max(p, 1e-5) / 100_000)) ? null : $"p is {p}, expected about {expected}";
    }
}
