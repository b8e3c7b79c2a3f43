using System.Collections.Immutable;

namespace CivicTech.Processes.Storage;

/// <summary>What a store must write at once or not at all.</summary>
public sealed class ProcessChange
{
    /// <summary>A change.</summary>
    /// <param name="process">Which process.</param>
    /// <param name="expectedVersion">The version that it was decided on; 0 for a process that does not exist yet.</param>
    /// <param name="documents">Each name once.</param>
    /// <param name="entries">At least one; numbered on from the expected version, no command key twice.</param>
    /// <exception cref="ArgumentException">It is no such change; the message says what was expected.</exception>
    public ProcessChange(ProcessId process, long expectedVersion, ImmutableArray<DocumentChange> documents, ImmutableArray<JournalEntry> entries)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        Require(process != default, "a process, not the default value", nameof(process));
        Require(!documents.IsDefault && AreDistinct(documents.Select(document => document.Name)), "each document once", nameof(documents));
        Require(
            !entries.IsDefaultOrEmpty && entries.Select((entry, i) => entry.Version == expectedVersion + 1 + i).All(isNext => isNext),
            $"entries that are numbered on from {expectedVersion + 1}",
            nameof(entries));
        Require(AreDistinct(entries.Select(entry => entry.CommandKey).OfType<string>()), "each command key once", nameof(entries));
        (Process, ExpectedVersion, Documents, Entries) = (process, expectedVersion, documents, entries);
    }

    /// <summary>Which process.</summary>
    public ProcessId Process { get; }

    /// <summary>The version that it was decided on; 0 for a process that does not exist yet.</summary>
    public long ExpectedVersion { get; }

    /// <summary>Documents to write or remove, each name once.</summary>
    public ImmutableArray<DocumentChange> Documents { get; }

    /// <summary>What is added to the journal, numbered on from the expected version.</summary>
    public ImmutableArray<JournalEntry> Entries { get; }

    private static void Require(bool holds, string expected, string parameter)
    {
        if (!holds)
        {
            throw new ArgumentException($"A change needs {expected}.", parameter);
        }
    }

    private static bool AreDistinct(IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return names.All(seen.Add);
    }
}
