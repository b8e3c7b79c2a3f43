using System.Collections.Immutable;
using CivicTech.Processes;

namespace CivicTech.Budgeting.Paper;

/// <summary>The answer to what was asked about a card: how the card stands now, or every reason against it.</summary>
public sealed class CardAnswer
{
    internal CardAnswer(PaperCard? card, ImmutableArray<Refusal> refusals)
    {
        (Card, Refusals) = (card, refusals);
    }

    /// <summary>Nothing was refused. An invalid card is no refusal: that is its outcome.</summary>
    public bool IsAccepted => Refusals.IsEmpty;

    /// <summary>The card; null when it is not known.</summary>
    public PaperCard? Card { get; }

    /// <summary>Every reason against it; empty when accepted.</summary>
    public ImmutableArray<Refusal> Refusals { get; }
}
