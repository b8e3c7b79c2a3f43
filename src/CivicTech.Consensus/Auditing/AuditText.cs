using System.Globalization;
using CivicTech.Consensus.Concordance;

namespace CivicTech.Consensus.Auditing;

/// <summary>Words and figures of findings, the same in every culture.</summary>
internal static class AuditText
{
    internal static string Of(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>"are 4.1667 and 4.25" or "is 4.25".</summary>
    internal static string Nearest(double? below, double? above) =>
        below is { } low && above is { } high ? Of($"are {low:0.####} and {high:0.####}") : Of($"is {below ?? above:0.####}");

    internal static Statistic? StatisticOf(double? value) => value is { } one ? Statistic.Of(one) : null;

    /// <summary>A probability with two figures that count.</summary>
    internal static string Probability(double p) => p switch
    {
        0 => "0",
        >= 0.001 => p.ToString(p < 0.01 ? "0.####" : "0.###", CultureInfo.InvariantCulture),
        _ => p.ToString("0.#e0", CultureInfo.InvariantCulture),
    };

    internal static string NameOf(TestMethod method) => method switch
    {
        TestMethod.ChiSquare => "chi-square",
        TestMethod.F => "F",
        TestMethod.FWithContinuity => "F with continuity correction",
        TestMethod.ImanDavenport => "Iman and Davenport's F",
        TestMethod.Exact => "the exact test",
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };

    /// <summary>Ends that print alike stand once.</summary>
    internal static string Range(double lowest, double highest)
    {
        var (low, high) = (Probability(lowest), Probability(highest));
        return low == high ? low : $"{low} to {high}";
    }

    /// <summary>What was assumed of standard deviations, to stand behind a statement about them.</summary>
    /// <param name="kind">What the caller said.</param>
    /// <param name="orByN">What stands there when the caller said nothing: true if either way was tried, false if only n - 1, which gives the larger.</param>
    internal static string DividedBy(StandardDeviationKind kind, bool orByN) => kind switch
    {
        StandardDeviationKind.Sample => " (squares divided by n - 1)",
        StandardDeviationKind.Population => " (squares divided by n)",
        _ => orByN ? ", whether squares are divided by n - 1 or n" : " (squares divided by n - 1; by n it is smaller)",
    };
}
