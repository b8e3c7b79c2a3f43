using CivicTech.Consensus.Concordance;

namespace CivicTech.Consensus.Coefficients;

/// <summary>Words that authors gave to values of a coefficient.</summary>
/// <remarks>
/// These are conventions without statistical base: their authors chose them, for their own fields, by judgement. The same value means more
/// with many categories, many raters or hard questions. Use them as labels in a text, beside the value and its interval; they are no rule
/// for stopping, accepting or refusing anything.
/// </remarks>
public sealed class InterpretationBands
{
    private InterpretationBands(string coefficient, string source, params IReadOnlyList<InterpretationBand> bands)
    {
        Coefficient = coefficient;
        Source = source;
        Bands = bands;
    }

    /// <summary>
    /// Kendall's W after Schmidt (1997), "Managing Delphi surveys using nonparametric statistical techniques", Decision Sciences 28, who
    /// words five points: .1 very weak, .3 weak, .5 moderate, .7 strong, .9 unusually strong agreement. A value between two points is read as
    /// the nearest point below it; below .1, where he has no word, it is very weak as well.
    /// </summary>
    public static InterpretationBands Schmidt { get; } = new(
        "W",
        "Schmidt (1997)",
        new("very weak", 0, true),
        new("weak", 0.3, true),
        new("moderate", 0.5, true),
        new("strong", 0.7, true),
        new("unusually strong", 0.9, true));

    /// <summary>
    /// Kappa after Landis and Koch (1977), "The measurement of observer agreement for categorical data", Biometrics 33: below 0 poor, 0 to .20
    /// slight, .21 to .40 fair, .41 to .60 moderate, .61 to .80 substantial, .81 to 1 almost perfect. Between .20 and .21 their table has a gap;
    /// here all above .20 is fair, and likewise at the other steps.
    /// </summary>
    public static InterpretationBands LandisKoch { get; } = new(
        "kappa",
        "Landis and Koch (1977)",
        new("poor", double.NegativeInfinity, false),
        new("slight", 0, true),
        new("fair", 0.2, false),
        new("moderate", 0.4, false),
        new("substantial", 0.6, false),
        new("almost perfect", 0.8, false));

    /// <summary>
    /// Krippendorff's alpha after Krippendorff (2004), Content Analysis, 2nd edition, p. 241: rely on variables with .800 or more, draw
    /// tentative conclusions from .667 up, and none below.
    /// </summary>
    public static InterpretationBands Krippendorff { get; } = new(
        "alpha",
        "Krippendorff (2004)",
        new("not reliable", double.NegativeInfinity, false),
        new("tentative", 0.667, true),
        new("reliable", 0.8, true));

    /// <summary>What the words are for: W, kappa or alpha.</summary>
    public string Coefficient { get; }

    /// <summary>Whose words they are.</summary>
    public string Source { get; }

    /// <summary>The words, ascending; each holds up to the next.</summary>
    public IReadOnlyList<InterpretationBand> Bands { get; }

    /// <summary>The word for a value; null when the value is undefined.</summary>
    /// <param name="value">The value of such a coefficient.</param>
    /// <exception cref="ArgumentException">The value is below the lowest band or above 1, where the coefficient has no values.</exception>
    public string? Label(Statistic value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!value.IsDefined)
        {
            return null;
        }

        var band = value.Value <= 1 ? Bands.LastOrDefault(band => band.StartsAtOrBelow(value.Value)) : null;
        return band?.Label ?? throw new ArgumentException(FormattableString.Invariant($"{Coefficient} is never {value.Value}."), nameof(value));
    }
}
