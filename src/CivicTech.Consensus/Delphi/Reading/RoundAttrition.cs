using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>What became, in the round after, of those who answered in a round.</summary>
public sealed class RoundAttrition
{
    internal RoundAttrition()
    {
    }

    /// <summary>How many answered anything in the round.</summary>
    public required int Answered { get; init; }

    /// <summary>How many of them answered again.</summary>
    public required int Stayed { get; init; }

    /// <summary>How many of them were asked again, or would have been had they not left, and did not answer.</summary>
    public required int Left { get; init; }

    /// <summary>How many were not to be asked again: no panel of theirs went on.</summary>
    public required int NotAsked { get; init; }

    /// <summary>Of how many items it can be shown how the answers of those who stayed and left differed: see <see cref="ItemAttrition"/>.</summary>
    public required int Items { get; init; }

    /// <summary>The mean of those differences: of those who stayed, less those who left. Null when it can be shown of no item.</summary>
    public required Rational? Difference { get; init; }
}
