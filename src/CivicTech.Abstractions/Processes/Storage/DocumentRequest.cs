using System.Collections.Immutable;

namespace CivicTech.Processes.Storage;

/// <summary>What to load of a process.</summary>
public sealed class DocumentRequest
{
    /// <summary>A request.</summary>
    /// <param name="names">Documents by name.</param>
    /// <param name="pages">Runs of documents.</param>
    /// <param name="commandKeys">Keys of commands of which it must be known whether they were done.</param>
    public DocumentRequest(ImmutableSortedSet<string> names, ImmutableArray<PartPage> pages, ImmutableSortedSet<string> commandKeys)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(commandKeys);
        (Names, Pages, CommandKeys) = (names.WithComparer(StringComparer.Ordinal), pages.IsDefault ? [] : pages, commandKeys.WithComparer(StringComparer.Ordinal));
    }

    /// <summary>Nothing yet.</summary>
    public static DocumentRequest Empty { get; } = new(ImmutableSortedSet.Create<string>(StringComparer.Ordinal), [], ImmutableSortedSet.Create<string>(StringComparer.Ordinal));

    /// <summary>Documents by name; those that do not exist are left out of the answer.</summary>
    public ImmutableSortedSet<string> Names { get; }

    /// <summary>Runs of documents in the ordinal order of their names.</summary>
    public ImmutableArray<PartPage> Pages { get; }

    /// <summary>Keys of commands of which it must be known whether they were done.</summary>
    public ImmutableSortedSet<string> CommandKeys { get; }

    /// <summary>With these documents too.</summary>
    /// <param name="names">Their names.</param>
    public DocumentRequest With(params IEnumerable<string> names) => new(Names.Union(names), Pages, CommandKeys);

    /// <summary>With a run of documents too.</summary>
    /// <param name="page">The run.</param>
    public DocumentRequest With(PartPage page) => new(Names, Pages.Add(page), CommandKeys);

    /// <summary>With the keys of commands too.</summary>
    /// <param name="keys">The keys.</param>
    public DocumentRequest WithCommands(params IEnumerable<string> keys) => new(Names, Pages, CommandKeys.Union(keys));

    internal int Count => Names.Count + Pages.Length;

    /// <summary>With what a decision lacked; the same request when it was in it already.</summary>
    internal DocumentRequest With(PartsMissingException missing) => missing switch
    {
        { Page: { } page } => Pages.Contains(page) ? this : With(page),
        _ => missing.Names.All(Names.Contains) ? this : With(missing.Names),
    };
}
