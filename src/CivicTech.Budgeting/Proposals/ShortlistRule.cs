namespace CivicTech.Budgeting.Proposals;

/// <summary>How the feasible proposals that come to the vote are chosen.</summary>
public sealed record ShortlistRule
{
    /// <summary>By what.</summary>
    public ShortlistKind Kind { get; init; }

    /// <summary>The least number of supports (threshold), or how many proposals of each area or theme; at least 1 there, and 0 where nothing is counted.</summary>
    public int Number { get; init; }

    /// <summary>What becomes of a tie at the last place of an area or theme.</summary>
    public ShortlistTies Ties { get; init; }

    /// <summary>All feasible proposals.</summary>
    public static ShortlistRule AllFeasible { get; } = new();

    /// <summary>Those that a jury or assembly names.</summary>
    public static ShortlistRule ByHand { get; } = new() { Kind = ShortlistKind.ByHand };

    /// <summary>Those with at least so many supports.</summary>
    /// <param name="supports">The number; at least 1.</param>
    public static ShortlistRule Threshold(int supports) => new() { Kind = ShortlistKind.Threshold, Number = supports };

    /// <summary>The most supported of each area.</summary>
    /// <param name="count">How many of each; at least 1.</param>
    public static ShortlistRule TopOfArea(int count) => new() { Kind = ShortlistKind.TopOfArea, Number = count };

    /// <summary>The most supported of each theme; those without a theme are a theme of their own.</summary>
    /// <param name="count">How many of each; at least 1.</param>
    public static ShortlistRule TopOfTheme(int count) => new() { Kind = ShortlistKind.TopOfTheme, Number = count };
}
