using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Rounds;

/// <summary>How Kendall's W of a panel changed, on the experts and items of both rounds only.</summary>
public sealed record PanelChange
{
    /// <summary>How many experts answered in both, without those who gave all these items the same answer in one of them: that puts nothing in order.</summary>
    public required int Raters { get; init; }

    /// <summary>How many items were asked in both.</summary>
    public required int Items { get; init; }

    /// <summary>W of the round before, on these.</summary>
    public required Rational Before { get; init; }

    /// <summary>W of this round, on these.</summary>
    public required Rational After { get; init; }
}
