using System.Globalization;

namespace Agreement.Reading;

/// <summary>What the text of a cell means. Numbers are written alike everywhere: with a point, whatever the machine's culture.</summary>
internal static class CellValue
{
    /// <summary>More would be a mistake sooner than a weight.</summary>
    private const int LargestWeight = 1_000_000;

    /// <summary>A rating, NaN where there is none, or what is wrong.</summary>
    internal static double Rating(string text, out string? error)
    {
        error = null;
        if (IsGap(text))
        {
            return double.NaN;
        }

        if (!TryNumber(text, out var value))
        {
            error = $"{Shown(text)} is not a number: expected one such as 4 or 3.5, or an empty cell, NA or - for not rated{Hint(text)}.";
        }
        else if (!double.IsFinite(value))
        {
            error = $"{Shown(text)} is beyond the numbers that can be told apart.";
        }

        return value;
    }

    /// <summary>How often a rater counts, or what is wrong.</summary>
    internal static long Weight(string text, out string? error)
    {
        var isWeight = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var weight) && weight is >= 1 and <= LargestWeight;
        error = isWeight ? null : FormattableString.Invariant($"{Shown(text)} is not a weight: expected a whole number from 1 to {LargestWeight}.");
        return weight;
    }

    internal static bool IsGap(string text) => text is "" or "NA" or "-";

    internal static bool TryNumber(string text, out double value)
    {
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

        // The parser also reads words for infinity and not-a-number, which no scale has.
        value = double.NaN;
        return text.AsSpan().IndexOfAnyInRange('0', '9') >= 0 && double.TryParse(text, Styles, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>In quotation marks, and no longer than a person reads.</summary>
    internal static string Shown(string text)
    {
        const int Longest = 40;
        return text.Length <= Longest ? $"'{text}'" : $"'{text.AsSpan(0, char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)}…'";
    }

    private static string Hint(string text) =>
        TryNumber(text.Replace(',', '.'), out _) ? " (numbers have a decimal point here, not a comma)" : "";
}
