using CivicTech.Processes.Storage;

namespace CivicTech.Processes.Running;

/// <summary>A process was changed by others again and again while a command was decided. Nothing was written; the same command may be sent again.</summary>
public sealed class ProcessConflictException : Exception
{
    /// <summary>A conflict.</summary>
    /// <param name="process">Which process.</param>
    /// <param name="attempts">How often it was tried.</param>
    public ProcessConflictException(ProcessId process, int attempts)
        : base($"'{process}' was changed by others each of {attempts} times. Nothing was written; send the command again.")
    {
    }
}
