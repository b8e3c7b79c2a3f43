using NodaTime;

namespace CivicTech.Processes.Storage;

/// <summary>A piece of the state of a process: its head, one of its parts, or an effect that waits.</summary>
public sealed class StoredDocument
{
    /// <summary>A document.</summary>
    /// <param name="name">Unique in its process, compared ordinally, such as <c>pledge/17</c>; 1 to 400 characters, no control characters, none beyond U+FFFD (no surrogates).</param>
    /// <param name="content">UTF-8 JSON.</param>
    /// <param name="due">When work on it is due; null when nothing is.</param>
    /// <exception cref="ArgumentException">The name is anything else.</exception>
    public StoredDocument(string name, ReadOnlyMemory<byte> content, Instant? due)
    {
        ProcessName.Check(name, ProcessName.LongestName, nameof(name));
        (Name, Content, Due) = (name, content, due);
    }

    /// <summary>Unique in its process, compared ordinally.</summary>
    public string Name { get; }

    /// <summary>UTF-8 JSON; a store keeps it byte for byte or as JSON of the same content.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>When work on it is due; null when nothing is.</summary>
    public Instant? Due { get; }
}
