namespace CivicTech.Consensus.Auditing;

/// <summary>The stable names of the checks, in the order in which they are made.</summary>
public static class AuditCode
{
    /// <summary>A mean lies within its scale.</summary>
    public const string MeanRange = "mean-range";

    /// <summary>A mean is a sum of answers divided by their number (GRIM: Brown and Heathers 2017).</summary>
    public const string MeanGrid = "mean-grid";

    /// <summary>A standard deviation is not larger than the mean and the ends of the scale allow.</summary>
    public const string SdRange = "sd-range";

    /// <summary>Some answers on the steps of the scale have both the mean and the standard deviation (GRIMMER: Anaya 2016, Allard 2018).</summary>
    public const string SdGrid = "sd-grid";

    /// <summary>W is from 0 to 1.</summary>
    public const string WRange = "w-range";

    /// <summary>Some rankings by so many raters of so many items have this W.</summary>
    public const string WAttainable = "w-attainable";

    /// <summary>P is from 0 to 1.</summary>
    public const string PRange = "p-range";

    /// <summary>P is what a test of this W would give.</summary>
    public const string PFromW = "p-from-w";

    /// <summary>P is not below the smallest that an exact test can give.</summary>
    public const string PSmallest = "p-smallest";

    internal static IReadOnlyList<string> All { get; } = [MeanRange, MeanGrid, SdRange, SdGrid, WRange, WAttainable, PRange, PFromW, PSmallest];
}
