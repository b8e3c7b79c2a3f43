using System.Globalization;

namespace Agreement.Tests;

/// <summary>The machine's culture changes nothing, neither in what is read nor in what is written.</summary>
public sealed class CultureTests
{
    private static readonly string SecondRound = Path.Combine(AppContext.BaseDirectory, "Fernhollow-round2.csv");

    [Theory]
    [InlineData("fa-IR")]
    [InlineData("fr-FR")]
    public void Run_InAnyCulture_ReadsAndWritesTheSame(string culture)
    {
        string[][] runs = [["--help"], ["--json", "--level", "0.9"], ["--level", "0.975", "--seed", "7", "--compare", SecondRound], ["--level", "2"], ["--constant", "reject"]];
        var before = CultureInfo.CurrentCulture;
        var expected = runs.Select(args => Run.Of(args)).ToArray();
        try
        {
            CultureInfo.CurrentCulture = Culture(culture);

            // The culture does write otherwise, or this would test nothing.
            Assert.NotEqual("-1.5", (-1.5).ToString());
            Assert.Equal(expected, runs.Select(args => Run.Of(args)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    // Made here, since a build with invariant globalization knows no cultures.
    private static CultureInfo Culture(string name)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator, culture.NumberFormat.NegativeSign) = name switch
        {
            "fa-IR" => ("\u066B", "\u066C", "\u200E\u2212"),
            "fr-FR" => (",", "\u202F", "-"),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
        culture.NumberFormat.PercentDecimalSeparator = culture.NumberFormat.NumberDecimalSeparator;
        culture.NumberFormat.PercentGroupSeparator = culture.NumberFormat.NumberGroupSeparator;
        culture.NumberFormat.PercentSymbol = "\u066A";
        culture.DateTimeFormat.DateSeparator = ".";
        return culture;
    }
}
