namespace CivicTech.Processes;

/// <summary>What somebody asks a process to do.</summary>
public interface IProcessCommand
{
    /// <summary>
    /// The caller's own key of this request, 1 to 200 characters, unique within the process: the same command sent again with the same key is done once and answered alike. Null for
    /// requests that do nothing the second time by their nature. No control characters, none beyond U+FFFD (no surrogates).
    /// </summary>
    string? Key { get; }

    /// <summary>Who asks: an opaque id of the host, never personal data, 1 to 200 characters like those of a key; null when it is nobody in particular.</summary>
    string? By { get; }
}
