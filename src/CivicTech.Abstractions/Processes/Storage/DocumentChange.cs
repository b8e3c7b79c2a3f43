namespace CivicTech.Processes.Storage;

/// <summary>A document to write, or the name of one to remove.</summary>
public sealed class DocumentChange
{
    private DocumentChange(string name, StoredDocument? document)
    {
        (Name, Document) = (name, document);
    }

    /// <summary>The name of the document.</summary>
    public string Name { get; }

    /// <summary>What takes the place of the document of that name; null when it goes.</summary>
    public StoredDocument? Document { get; }

    /// <summary>Writes a document, new or in place of the one before.</summary>
    /// <param name="document">The document.</param>
    public static DocumentChange Write(StoredDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new DocumentChange(document.Name, document);
    }

    /// <summary>Removes a document.</summary>
    /// <param name="name">Its name; nothing happens when there is no such document.</param>
    public static DocumentChange Remove(string name)
    {
        ProcessName.Check(name, ProcessName.LongestName, nameof(name));
        return new DocumentChange(name, null);
    }
}
