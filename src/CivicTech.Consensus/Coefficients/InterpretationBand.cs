namespace CivicTech.Consensus.Coefficients;

/// <summary>A word for the values of a coefficient from some value up.</summary>
/// <param name="Label">The word.</param>
/// <param name="From">Where it begins; negative infinity when nothing is below it.</param>
/// <param name="IsFromIncluded">Whether the word holds for <paramref name="From"/> itself.</param>
public sealed record InterpretationBand(string Label, double From, bool IsFromIncluded)
{
    internal bool StartsAtOrBelow(double value) => value > From || (IsFromIncluded && value == From);
}
