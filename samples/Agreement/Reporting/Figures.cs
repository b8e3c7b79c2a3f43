using System.Globalization;
using CivicTech.Consensus.Concordance;
using CivicTech.Numerics;

namespace Agreement.Reporting;

/// <summary>Numbers as people read them, alike in every culture.</summary>
internal static class Figures
{
    /// <summary>Longer fractions tell nobody anything; JSON has them.</summary>
    private const int LongestFraction = 15;

    internal static string Of(double value) => Text(value, "0.0000");

    internal static string Of(Statistic statistic) => statistic.IsDefined ? Of(statistic.Value) : "undefined";

    internal static string Signed(double value) => Signed(value, "0000");

    internal static string Short(double value) => Text(value, "0.00");

    /// <summary>A probability; small ones with two digits and a power of ten.</summary>
    internal static string P(Statistic p) => !p.IsDefined ? "undefined" : P(p.Value);

    internal static string P(double p) => p switch
    {
        0 => "below 1e-300",
        < 0.00005 => p.ToString("0.0e-0", CultureInfo.InvariantCulture),
        _ => Of(p),
    };

    /// <summary>With three digits: intervals are no more certain than that.</summary>
    internal static string Range(ConfidenceInterval interval) => $"{Text(interval.Lower, "0.000")} to {Text(interval.Upper, "0.000")}";

    internal static string SignedRange(ConfidenceInterval interval) => $"{Signed(interval.Lower, "000")} to {Signed(interval.Upper, "000")}";

    internal static string Level(double level) => string.Create(CultureInfo.InvariantCulture, $"{level * 100:0.##} %");

    internal static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"1 rater", "12 raters".</summary>
    internal static string Count(long count, string noun) => $"{Count(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>Degrees of freedom, which may be fractions.</summary>
    internal static string Degrees(double degrees) => Text(degrees, "0.##");

    /// <summary>The fraction, where it is short enough to be read.</summary>
    internal static string? Fraction(Rational? exact) =>
        exact is { IsInteger: false } fraction && fraction.ToString() is { Length: <= LongestFraction } text ? text : null;

    private static string Signed(double value, string digits) => Text(value, $"+0.{digits};-0.{digits};0.{digits}");

    // Without the zero that small negative numbers would keep a sign before.
    private static string Text(double value, string format)
    {
        var text = value.ToString(format, CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAnyInRange('1', '9') < 0 ? 0.0.ToString(format, CultureInfo.InvariantCulture) : text;
    }
}
