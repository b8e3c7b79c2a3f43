using System.Collections.Immutable;
using CivicTech.Processes.Storage;

namespace CivicTech.Processes.Running;

/// <summary>A piece of due work after it was tried.</summary>
/// <param name="Documents">The documents of one process that were due; one when it is an effect.</param>
/// <param name="IsEffect">Whether it is an effect.</param>
/// <param name="IsDone">Whether something happened; false too when another machine was quicker.</param>
/// <param name="Exception">What went wrong; null when nothing did.</param>
internal sealed record WorkDone(ImmutableArray<DueDocument> Documents, bool IsEffect, bool IsDone, Exception? Exception);
