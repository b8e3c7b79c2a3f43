using CivicTech.Consensus.Delphi.Answers;
using NodaTime;

namespace CivicTech.Consensus.Delphi.Protocols;

/// <summary>What an expert sees of the answers of others, beside the own previous answer.</summary>
public sealed record FeedbackPlan
{
    /// <summary>Whose answers.</summary>
    public required FeedbackGroup Group { get; init; }

    /// <summary>
    /// Nothing is shown of fewer answers than this: of two answers with a mean and one's own, the other is known. 3 or more; eDELPHI hides quartiles of fewer than 5. It holds for every
    /// table that the study publishes too.
    /// </summary>
    public required int SmallestCell { get; init; }

    /// <summary>Whether the reasons that others gave are shown, in an order that says nothing of who gave them.</summary>
    public bool ShowReasons { get; init; }

    /// <summary>By which definition quartiles are shown.</summary>
    public required QuantileRule Quartiles { get; init; }

    /// <summary>In real time: how often what is shown is brought up to date. At least a minute; null in a study that goes round by round.</summary>
    public Duration? RefreshEvery { get; init; }
}
