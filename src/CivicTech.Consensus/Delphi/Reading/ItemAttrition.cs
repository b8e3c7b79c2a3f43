using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>How those who left after a round had answered an item, beside those who stayed: whether those who disagreed went away.</summary>
public sealed class ItemAttrition
{
    internal ItemAttrition()
    {
    }

    /// <summary>How many of those who judged the item answered anything in the round after.</summary>
    public required int Stayed { get; init; }

    /// <summary>How many did not, although they were to be asked.</summary>
    public required int Left { get; init; }

    /// <summary>The mean answer of those who stayed, less that of those who left.</summary>
    public required Rational Difference { get; init; }
}
