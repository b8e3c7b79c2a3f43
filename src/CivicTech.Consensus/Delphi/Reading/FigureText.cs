using System.Globalization;
using CivicTech.Consensus.Concordance;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>Figures of a report as texts, the same in every culture.</summary>
internal static class FigureText
{
    /// <summary>A fraction where the figure is one; otherwise six decimals, or that it is undefined and why.</summary>
    internal static string Exact(Statistic figure) => figure.Undefined is { } reason ? $"undefined: {EnumNames.Of(reason)}" : figure.Exact?.ToString() ?? Decimals(figure.Value, "0.######");

    /// <summary>For sheets: six decimals, since a sheet takes 4/3 for a date; empty where it is undefined.</summary>
    internal static string Sheet(Statistic? figure) => figure is { IsDefined: true } ? Decimals(figure.Value, "0.######") : "";

    /// <summary>For people: three decimals, or a dash.</summary>
    internal static string Short(Statistic? figure) => figure is { IsDefined: true } ? Short(figure.Value) : "-";

    internal static string Short(double value) => Decimals(value, "0.000");

    /// <summary>For people: a median or a quartile, which mostly is a whole or a half.</summary>
    internal static string Place(Statistic? figure) => figure is { IsDefined: true } ? Decimals(figure.Value, "0.0##") : "-";

    /// <summary>How a figure moved.</summary>
    internal static string Change(Rational change) => Decimals(change.ToDouble(), "+0.000;-0.000;0.000");

    /// <summary>How many gave each value of the scale, from the lowest.</summary>
    internal static string Counts(GroupAnswers answers) => string.Join(' ', answers.Counts.Select(count => Count(count)));

    /// <summary>So many decimals; what rounds to zero has no sign.</summary>
    internal static string Decimals(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture) is var text && text.AsSpan().ContainsAnyInRange('1', '9') ? text : text.TrimStart('-');

    /// <summary>How small p is, without claiming nothing.</summary>
    internal static string P(Statistic p) => !p.IsDefined ? "-" : p.Value < 0.0001 ? "< 0.0001" : Decimals(p.Value, "0.0000");

    internal static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);

    internal static string YesNo(bool? answer) => answer switch { true => "yes", false => "no", null => "" };
}
