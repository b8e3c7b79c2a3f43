namespace CivicTech.Processes;

/// <summary>A decision needs parts of the state that are not loaded. The runner loads them and decides again; it is no error of a host.</summary>
public sealed class PartsMissingException : Exception
{
    /// <summary>A single part is missing.</summary>
    /// <param name="name">The name of its document.</param>
    public PartsMissingException(string name)
        : base($"'{name}' is not loaded.")
    {
        Name = name;
    }

    /// <summary>A page of parts is missing.</summary>
    /// <param name="page">Which.</param>
    public PartsMissingException(PartPage page)
        : base($"The {page?.Count} '{page?.Prefix}' after '{page?.After}' are not loaded.")
    {
        ArgumentNullException.ThrowIfNull(page);
        Page = page;
    }

    /// <summary>The name of the document that is missing; null when it is a page.</summary>
    public string? Name { get; }

    /// <summary>The page that is missing; null when it is a single part.</summary>
    public PartPage? Page { get; }
}
