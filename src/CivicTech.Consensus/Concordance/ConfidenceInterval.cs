using System.Globalization;

namespace CivicTech.Consensus.Concordance;

/// <summary>A range that holds the quantity with a stated confidence.</summary>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
/// <param name="Level">The confidence, above 0 and below 1: 0.95 for 95 %.</param>
public sealed record ConfidenceInterval(double Lower, double Upper, double Level)
{
    /// <summary>The range and its level.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"[{Lower:0.####;-0.####;0}, {Upper:0.####;-0.####;0}] at {Level:0.##%}");
}
