using System.Text.Json;
using CivicTech.Consensus.Coefficients;
using CivicTech.Consensus.Concordance;
using static CivicTech.Conformance.ConcordanceFile;

namespace CivicTech.Conformance;

/// <summary>Krippendorff's alpha for ordinal values, against the R package irr 0.84.1 put right.</summary>
/// <remarks>
/// On complete ratings irr does not divide the coincidences of an item by m - 1, and so takes n' = Nm(m - 1) values where there are n = Nm.
/// Only the factor (n - 1)/n of the expected disagreement is wrong by that, and nothing with two raters. Where all ratings are equal irr
/// prints 1; the definition is 0/0.
/// </remarks>
internal sealed class ConcordanceAlpha : IConformanceSet
{
    public IEnumerable<ConformanceResult> Run(string folder)
    {
        if (Open(folder, "golden_w.json") is not { } file)
        {
            yield break;
        }

        var result = new ConformanceResult("concordance ordinal alpha");
        foreach (var set in file.EnumerateObject())
        {
            if (set.Value.GetProperty("programs").TryGetProperty("kripp_alpha_ordinal", out var printed) && printed.ValueKind is JsonValueKind.Number)
            {
                result.Add(set.Name, () => Check(RatingsOf(set.Value.GetProperty("data")), printed.GetDouble()));
            }
        }

        yield return result;
    }

    private static string? Check(Ratings ratings, double printed)
    {
        var alpha = KrippendorffAlpha.Of(ratings, MeasurementLevel.Ordinal).Coefficient;
        if (alpha.Undefined is UndefinedReason.NoVariation)
        {
            return printed == 1 ? null : $"undefined, expected {printed:R}";
        }

        double n = ratings.Raters.Count * ratings.Items.Count;
        var inflated = n * (ratings.Raters.Count - 1);
        return Compare("alpha", alpha, 1 - ((1 - printed) * (inflated / (inflated - 1)) * ((n - 1) / n)));
    }
}
