using NodaTime;

namespace CivicTech.Budgeting.Proposals;

/// <summary>What a shortlist says about one proposal, and the figures behind it.</summary>
public sealed record ShortlistEntry
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>Its supports when the shortlist was made.</summary>
    public required int Supports { get; init; }

    /// <summary>Its place by supports, from 1, among those that it was compared with: its area, its theme, or all. Equal supports share a place.</summary>
    public required int Place { get; init; }

    /// <summary>Whether it comes to the vote.</summary>
    public required bool IsChosen { get; init; }

    /// <summary>When this becomes public with the other decisions; null when it was public at once.</summary>
    public Instant? PublicFrom { get; init; }
}
