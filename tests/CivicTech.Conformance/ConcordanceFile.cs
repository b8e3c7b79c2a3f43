using System.Text.Json;
using CivicTech.Consensus.Concordance;
using CivicTech.Numerics;

namespace CivicTech.Conformance;

/// <summary>A file of concordance reference values: ratings, raters by items, and what others computed of them.</summary>
internal static class ConcordanceFile
{
    /// <summary>What programs that print some fifteen digits can be held to.</summary>
    private const double Tolerance = 1e-9;

    internal static JsonElement? Open(string folder, string name)
    {
        var path = Path.Combine(folder, "concordance", name);
        if (!File.Exists(path))
        {
            return null;
        }

        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return document.RootElement.Clone();
    }

    internal static Ratings RatingsOf(JsonElement table, IReadOnlyList<long>? weights = null)
    {
        var rows = table.EnumerateArray().Select(row => row.EnumerateArray().Select(Number).ToArray()).ToArray();
        var values = new double[rows.Length, rows[0].Length];
        for (var rater = 0; rater < rows.Length; rater++)
        {
            for (var item = 0; item < rows[rater].Length; item++)
            {
                values[rater, item] = rows[rater][item];
            }
        }

        return Ratings.Of(values, weights);
    }

    /// <summary>A number; NaN where the file has none; infinity and NaN also as words.</summary>
    internal static double Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => double.NaN,
        JsonValueKind.String => double.TryParse(value.GetString(), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : double.NaN,
        _ => value.GetDouble(),
    };

    /// <summary>Null when a statistic has the expected value, or has none where none is expected.</summary>
    internal static string? Compare(string name, Statistic actual, double expected, double tolerance = Tolerance) =>
        actual.IsDefined ? Compare(name, actual.Value, expected, tolerance)
        : double.IsFinite(expected) ? $"{name} is {actual}, expected {expected:R}"
        : null;

    internal static string? Compare(string name, double actual, double expected, double tolerance = Tolerance) =>
        Math.Abs(actual - expected) <= tolerance * Math.Abs(expected) || Math.Abs(actual - expected) < 1e-14 ? null : $"{name} is {actual:R}, expected {expected:R}";

    internal static string? Compare(string name, Statistic actual, string? expected) =>
        actual.Exact == (expected is null ? null : Rational.Parse(expected)) ? null : $"{name} is {actual.Exact?.ToString() ?? actual.ToString()}, expected {expected}";

    /// <summary>All differences in one line; null when there is none.</summary>
    internal static string? All(params IEnumerable<string?> differences)
    {
        var found = differences.Where(difference => difference is not null).ToArray();
        return found.Length == 0 ? null : string.Join("; ", found);
    }
}
