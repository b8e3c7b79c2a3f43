using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>What a round found of a panel, as far as it may be shown. Consensus and stability are two answers.</summary>
public sealed class PanelFindings
{
    internal PanelFindings()
    {
    }

    /// <summary>The panel.</summary>
    public required string Panel { get; init; }

    /// <summary>The round.</summary>
    public required int Round { get; init; }

    /// <summary>How many of its experts judged anything.</summary>
    public required int Raters { get; init; }

    /// <summary>How many items it was asked about.</summary>
    public required int Items { get; init; }

    /// <summary>How much they agreed on the order of the items; null where <see cref="NoConcordance"/> says why.</summary>
    public required PanelConcordance? Concordance { get; init; }

    /// <summary>Why nothing is said of agreement; null when something is.</summary>
    public required Withheld? NoConcordance { get; init; }

    /// <summary>How W changed since the round before, on the experts and items of both only; null where <see cref="NoChange"/> says why. Over different items nothing is compared.</summary>
    public required PanelChange? Change { get; init; }

    /// <summary>Why no change is told; null when one is.</summary>
    public required Withheld? NoChange { get; init; }

    /// <summary>On how many of the items of this round there is consensus, to include or to exclude.</summary>
    public required int ConsensusItems { get; init; }

    /// <summary>How many items of the panel are asked no more and count too: those that the rule settled in earlier rounds, with consensus or without, or dropped with consensus to exclude.</summary>
    public required int EarlierItems { get; init; }

    /// <summary>On how many of those there was consensus.</summary>
    public required int EarlierConsensusItems { get; init; }

    /// <summary>The share of items with consensus, of those asked in this round and those that count from earlier ones.</summary>
    public Rational ConsensusShare => new(ConsensusItems + EarlierConsensusItems, Items + EarlierItems);

    /// <summary>Whether that is as much as the protocol asks for.</summary>
    public required bool IsConsensus { get; init; }

    /// <summary>Of how many items it could be said whether their answers are stable; 0 where stability is not asked of items.</summary>
    public required int ComparedItems { get; init; }

    /// <summary>How many of those are stable.</summary>
    public required int StableItems { get; init; }

    /// <summary>Whether the panel is stable; null when nothing could be compared.</summary>
    public required bool? IsStable { get; init; }

    /// <summary>Whether it is asked no more, and why.</summary>
    public required PanelStep Step { get; init; }
}
