namespace CivicTech.Ties;

/// <summary>What a <see cref="TieKey"/> compares.</summary>
public enum TieKeyKind
{
    /// <summary>The place in the election's list.</summary>
    ListedOrder,

    /// <summary>The identifier, ordinally.</summary>
    Identifier,

    /// <summary>A figure, the higher first.</summary>
    Highest,

    /// <summary>A figure, the lower first.</summary>
    Lowest,

    /// <summary>A lot drawn from a seed.</summary>
    Lot,

    /// <summary>An order that was drawn or agreed elsewhere, and published.</summary>
    PublishedOrder,
}
