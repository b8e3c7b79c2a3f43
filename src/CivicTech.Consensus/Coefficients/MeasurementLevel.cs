namespace CivicTech.Consensus.Coefficients;

/// <summary>What the numbers of ratings mean, and with it how far two different ones are apart: Krippendorff's difference functions.</summary>
public enum MeasurementLevel
{
    /// <summary>Names: two values are the same or not.</summary>
    Nominal,

    /// <summary>Ranks: two values are as far apart as the number of values given from one to the other, each end counting half.</summary>
    Ordinal,

    /// <summary>Equal steps: two values are as far apart as their difference.</summary>
    Interval,

    /// <summary>Equal ratios, with a true zero: the difference of two values is seen in proportion to their sum. Values are not negative.</summary>
    Ratio,
}
