using System.Collections.Immutable;
using CivicTech.Processes.Storage;

namespace CivicTech.Processes.Running;

/// <summary>Between <see cref="Parts{T}"/> and their documents: what every <see cref="IProcessFormat{TState,TCommand,TEvent}"/> needs.</summary>
public static class StoredParts
{
    /// <summary>The parts that a store was asked for.</summary>
    /// <param name="prefix">What the names of their documents begin with.</param>
    /// <param name="stored">What it found; null when the process does not exist.</param>
    /// <param name="request">What it was asked for.</param>
    /// <param name="read">A part from its document.</param>
    /// <typeparam name="T">A part.</typeparam>
    public static Parts<T> Read<T>(string prefix, StoredProcess? stored, DocumentRequest request, Func<StoredDocument, T> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(read);
        if (stored is null)
        {
            return Parts.Loaded<T>(prefix, [], [], [new PartRange(null, null)]);
        }

        var items = stored.Documents.Where(document => document.Name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(document => KeyValuePair.Create(document.Name[prefix.Length..], read(document))).ToList();
        var known = request.Names.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Select(name => name[prefix.Length..]);
        return Parts.Loaded(prefix, items, known, [.. request.Pages.Where(page => page.Prefix == prefix).Select(page => RangeOf(page, items.Select(item => item.Key)))]);
    }

    /// <summary>What must be written for the parts that changed.</summary>
    /// <param name="parts">The parts as they are now.</param>
    /// <param name="write">The document of a part, under the name that is given.</param>
    /// <typeparam name="T">A part.</typeparam>
    /// <exception cref="ArgumentException">The parts are not those that <see cref="Read"/> made, or made of them: what changed in them is not known, and would be lost.</exception>
    public static IEnumerable<DocumentChange> Changes<T>(Parts<T> parts, Func<string, T, StoredDocument> write)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(write);
        if (!parts.IsLoaded)
        {
            throw new ArgumentException($"The parts '{parts.Prefix}' were not read from a store, but made anew: what changed in them is not known.", nameof(parts));
        }

        return parts.Changed.Select(key => parts.Find(key) is { } part ? DocumentChange.Write(write(parts.Prefix + key, part)) : DocumentChange.Remove(parts.Prefix + key));
    }

    // Found may hold more keys than the page, of those asked for by name; a page that is not full goes to the end.
    private static PartRange RangeOf(PartPage page, IEnumerable<string> keys)
    {
        var found = keys.Where(key => page.After is null || string.CompareOrdinal(key, page.After) > 0).Order(StringComparer.Ordinal).Take(page.Count).ToList();
        return new PartRange(page.After, found.Count < page.Count ? null : found[^1]);
    }
}
