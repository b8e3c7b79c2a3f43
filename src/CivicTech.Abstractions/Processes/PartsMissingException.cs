using System.Collections.Immutable;

namespace CivicTech.Processes;

/// <summary>A decision needs parts of the state that are not loaded. The runner loads them and decides again; it is no error of a host.</summary>
public sealed class PartsMissingException : Exception
{
    /// <summary>Single parts are missing.</summary>
    /// <param name="names">The names of their documents, at least one.</param>
    public PartsMissingException(params ImmutableArray<string> names)
        : base($"'{string.Join("', '", names)}' not loaded yet.")
    {
        Names = names;
    }

    /// <summary>A page of parts is missing.</summary>
    /// <param name="page">Which.</param>
    public PartsMissingException(PartPage page)
        : base($"The {page?.Count} '{page?.Prefix}' after '{page?.After}' are not loaded.")
    {
        ArgumentNullException.ThrowIfNull(page);
        Page = page;
    }

    /// <summary>The names of the documents that are missing; empty when it is a page.</summary>
    public ImmutableArray<string> Names { get; } = [];

    /// <summary>The page that is missing; null when it is a single part.</summary>
    public PartPage? Page { get; }
}
