using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Delphi.Answers;

/// <summary>
/// How a quantile is read from n answers in order, where it falls between two of them. Programs differ, and with few answers on a short
/// scale so do decisions: a study says which rule it uses.
/// </summary>
/// <remarks>
/// The nine rules of Hyndman and Fan (1996), "Sample quantiles in statistical packages", The American Statistician 50, and Tukey's hinges.
/// p is the share below, from 0 to 1; answers are numbered from 1. A rule gives a place; where that is not whole, rules 4 to 9 go the
/// same part of the way from one answer to the next, and places below 1 or above n are 1 or n.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<QuantileRule>))]
public enum QuantileRule
{
    /// <summary>Type 1: the answer at the place np, rounded up. SAS <c>PCTLDEF=3</c>, SQL <c>percentile_disc</c>.</summary>
    [JsonStringEnumMemberName("inverted-distribution")]
    InvertedDistribution,

    /// <summary>Type 2: as type 1, but where np is whole the mean of that answer and the next. What SAS does by default (<c>PCTLDEF=5</c>); Stata's <c>summarize</c>.</summary>
    [JsonStringEnumMemberName("averaged-inverted-distribution")]
    AveragedInvertedDistribution,

    /// <summary>Type 3: the answer at the whole number next to np, the even one where two are. SAS <c>PCTLDEF=2</c>.</summary>
    [JsonStringEnumMemberName("closest-observation")]
    ClosestObservation,

    /// <summary>Type 4: place np. SAS <c>PCTLDEF=1</c>.</summary>
    [JsonStringEnumMemberName("interpolated-inverted-distribution")]
    InterpolatedInvertedDistribution,

    /// <summary>Type 5: place np + 1/2 (Hazen). MATLAB.</summary>
    [JsonStringEnumMemberName("hazen")]
    Hazen,

    /// <summary>Type 6: place (n + 1)p (Weibull). SPSS, Minitab, Excel's <c>QUARTILE.EXC</c>, SAS <c>PCTLDEF=4</c>.</summary>
    [JsonStringEnumMemberName("weibull")]
    Weibull,

    /// <summary>Type 7: place (n - 1)p + 1 (Gumbel). What R and NumPy do by default; Excel's <c>QUARTILE</c> and <c>QUARTILE.INC</c>, SQL <c>percentile_cont</c>.</summary>
    [JsonStringEnumMemberName("linear")]
    Linear,

    /// <summary>Type 8: place (n + 1/3)p + 1/3, about median-unbiased whatever the distribution; what Hyndman and Fan recommend.</summary>
    [JsonStringEnumMemberName("median-unbiased")]
    MedianUnbiased,

    /// <summary>Type 9: place (n + 1/4)p + 3/8 (Blom), about unbiased for normal distributions.</summary>
    [JsonStringEnumMemberName("normal-unbiased")]
    NormalUnbiased,

    /// <summary>Medians of the lower and the upper half, each with the middle answer where n is odd (Tukey 1977; R's <c>fivenum</c> and box plots). For quarters only.</summary>
    [JsonStringEnumMemberName("tukey-hinges")]
    TukeyHinges,
}
