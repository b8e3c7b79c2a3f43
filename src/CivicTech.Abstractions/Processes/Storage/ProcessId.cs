namespace CivicTech.Processes.Storage;

/// <summary>Which process: its kind and the host's id of it. Its text is <c>campaign/playground-2026</c>.</summary>
/// <remarks>Equality is ordinal. The default value names nothing: nothing is found under it, and no change can be made of it.</remarks>
public readonly record struct ProcessId
{
    /// <summary>An id.</summary>
    /// <param name="kind">The kind of process, without a slash, such as <c>campaign</c>; 1 to 200 characters.</param>
    /// <param name="value">The host's id, 1 to 200 characters: no control characters, none beyond U+FFFD (no surrogates), the same for the kind.</param>
    /// <exception cref="ArgumentException">One of them is anything else.</exception>
    public ProcessId(string kind, string value)
    {
        ProcessName.Check(kind, ProcessName.LongestId, nameof(kind));
        ProcessName.Check(value, ProcessName.LongestId, nameof(value));
        if (kind.Contains('/', StringComparison.Ordinal))
        {
            throw new ArgumentException($"A kind has no slash: '{kind}'.", nameof(kind));
        }

        (Kind, Value) = (kind, value);
    }

    /// <summary>The kind of process.</summary>
    public string Kind { get; }

    /// <summary>The host's id.</summary>
    public string Value { get; }

    /// <summary>Kind, slash, id.</summary>
    public override string ToString() => $"{Kind}/{Value}";
}
