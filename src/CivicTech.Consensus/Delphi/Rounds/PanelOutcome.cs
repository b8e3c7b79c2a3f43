using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Rounds;

/// <summary>What a round found of a panel.</summary>
public sealed record PanelOutcome
{
    /// <summary>The panel.</summary>
    public required string Panel { get; init; }

    /// <summary>How many of its experts answered anything.</summary>
    public required int Raters { get; init; }

    /// <summary>How many items it was asked about.</summary>
    public required int Items { get; init; }

    /// <summary>Kendall's W of all its answers in this round, corrected for ties; null where it is undefined.</summary>
    public Rational? W { get; init; }

    /// <summary>How W changed; null in the first round, and where too few experts or items are in both.</summary>
    public PanelChange? Change { get; init; }

    /// <summary>On how many items there is consensus, to include or to exclude.</summary>
    public required int ConsensusItems { get; init; }

    /// <summary>Whether those are as many as the protocol asks for.</summary>
    public required bool IsConsensus { get; init; }

    /// <summary>Of how many items it could be said whether their answers are stable; 0 where stability is not asked of items.</summary>
    public int ComparedItems { get; init; }

    /// <summary>How many of those are stable.</summary>
    public int StableItems { get; init; }

    /// <summary>Whether the panel is stable; null when nothing could be compared.</summary>
    public bool? IsStable { get; init; }

    /// <summary>Whether it is asked no more, and why.</summary>
    public required PanelStep Step { get; init; }
}
