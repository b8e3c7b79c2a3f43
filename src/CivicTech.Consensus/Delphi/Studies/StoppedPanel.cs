using CivicTech.Consensus.Delphi.Rounds;

namespace CivicTech.Consensus.Delphi.Studies;

/// <summary>A panel that is asked no more.</summary>
public sealed record StoppedPanel
{
    /// <summary>The panel.</summary>
    public required string Panel { get; init; }

    /// <summary>After which round.</summary>
    public required int AfterRound { get; init; }

    /// <summary>Why.</summary>
    public required PanelStep Why { get; init; }

    /// <summary>Whether it cannot be asked again: one without items can, once it has new ones.</summary>
    internal bool IsForGood => Why is not PanelStep.NoItemsLeft;
}
