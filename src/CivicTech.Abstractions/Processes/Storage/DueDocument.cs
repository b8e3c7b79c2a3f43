using NodaTime;

namespace CivicTech.Processes.Storage;

/// <summary>A document on which work is due.</summary>
/// <param name="Process">Its process.</param>
/// <param name="Name">Its name.</param>
/// <param name="Due">Since when.</param>
public sealed record DueDocument(ProcessId Process, string Name, Instant Due);
