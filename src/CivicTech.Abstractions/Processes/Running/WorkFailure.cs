using CivicTech.Processes.Storage;

namespace CivicTech.Processes.Running;

/// <summary>Due work that could not be done.</summary>
/// <param name="Process">Of which process.</param>
/// <param name="Document">The document that was due.</param>
/// <param name="Exception">What went wrong.</param>
public sealed record WorkFailure(ProcessId Process, string Document, Exception Exception);
