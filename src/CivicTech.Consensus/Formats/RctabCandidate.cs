using System.Collections.Immutable;

namespace CivicTech.Consensus.Formats;

/// <summary>A candidate that an RCTab configuration declares.</summary>
public sealed class RctabCandidate
{
    internal RctabCandidate(string name, bool isExcluded, ImmutableArray<string> aliases)
    {
        Name = name;
        IsExcluded = isExcluded;
        Aliases = aliases;
    }

    /// <summary>The name that results show.</summary>
    public string Name { get; }

    /// <summary>Whether it takes no part in the count.</summary>
    public bool IsExcluded { get; }

    /// <summary>Other names and codes by which cast vote records mean it.</summary>
    public ImmutableArray<string> Aliases { get; }
}
