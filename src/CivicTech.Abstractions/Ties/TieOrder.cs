using System.Collections.Immutable;

namespace CivicTech.Ties;

/// <summary>How a chain orders tied candidates.</summary>
public sealed class TieOrder
{
    internal TieOrder(ImmutableArray<ImmutableArray<int>> groups, ImmutableArray<TieKey> brokenBy)
    {
        Groups = groups;
        BrokenBy = brokenBy;
    }

    /// <summary>The candidates, those that win first in front; a group of several is a tie that is left.</summary>
    public ImmutableArray<ImmutableArray<int>> Groups { get; }

    /// <summary>The keys that told some of the candidates apart.</summary>
    public ImmutableArray<TieKey> BrokenBy { get; }

    /// <summary>Whether no tie is left.</summary>
    public bool IsResolved => Groups.All(group => group.Length == 1);
}
