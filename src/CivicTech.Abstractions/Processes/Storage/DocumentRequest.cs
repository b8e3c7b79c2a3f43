using System.Collections.Immutable;

namespace CivicTech.Processes.Storage;

/// <summary>What to load of a process.</summary>
public sealed class DocumentRequest
{
    /// <summary>A request.</summary>
    /// <param name="names">Documents by name. Ids come from clients: names that no document can have are left out, so that no store is asked about them.</param>
    /// <param name="pages">Runs of documents.</param>
    /// <param name="commandKeys">Keys of commands of which it must be known whether they were done.</param>
    public DocumentRequest(ImmutableSortedSet<string> names, ImmutableArray<PartPage> pages, ImmutableSortedSet<string> commandKeys)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(commandKeys);
        (Names, Pages, CommandKeys) = (names.WithComparer(StringComparer.Ordinal).Except(names.Where(name => !IsName(name))), pages.IsDefault ? [] : pages, commandKeys.WithComparer(StringComparer.Ordinal));
    }

    private DocumentRequest(DocumentRequest before, ImmutableSortedSet<string>? names = null, ImmutableArray<PartPage>? pages = null, ImmutableSortedSet<string>? commandKeys = null) =>
        (Names, Pages, CommandKeys) = (names ?? before.Names, pages ?? before.Pages, commandKeys ?? before.CommandKeys);

    /// <summary>Nothing yet.</summary>
    public static DocumentRequest Empty { get; } = new(ImmutableSortedSet.Create<string>(StringComparer.Ordinal), [], ImmutableSortedSet.Create<string>(StringComparer.Ordinal));

    /// <summary>Documents by name; those that do not exist are left out of the answer.</summary>
    public ImmutableSortedSet<string> Names { get; }

    /// <summary>Runs of documents in the ordinal order of their names.</summary>
    public ImmutableArray<PartPage> Pages { get; }

    /// <summary>Keys of commands of which it must be known whether they were done.</summary>
    public ImmutableSortedSet<string> CommandKeys { get; }

    /// <summary>With these documents too.</summary>
    /// <param name="names">Their names; those that no document can have are left out.</param>
    public DocumentRequest With(params IEnumerable<string> names) => new(this, names: Names.Union(names.Where(IsName)));

    /// <summary>With a run of documents too.</summary>
    /// <param name="page">The run.</param>
    public DocumentRequest With(PartPage page) => new(this, pages: Pages.Add(page));

    /// <summary>With the keys of commands too.</summary>
    /// <param name="keys">The keys.</param>
    public DocumentRequest WithCommands(params IEnumerable<string> keys) => new(this, commandKeys: CommandKeys.Union(keys));

    internal int Count => Names.Count + Pages.Length;

    /// <summary>With what a decision lacked; the same request when it was in it already.</summary>
    internal DocumentRequest With(PartsMissingException missing) => missing switch
    {
        { Page: { } page } => Pages.Contains(page) ? this : With(page),
        _ => missing.Names.All(name => Names.Contains(name) || !IsName(name)) ? this : With(missing.Names),
    };

    private static bool IsName(string name) => ProcessName.IsValid(name, ProcessName.LongestName);
}
