using System.Collections.Immutable;
using CivicTech.Ties;

namespace CivicTech.Budgeting.Allocation;

/// <summary>What an allocation tells beside its outcome.</summary>
internal sealed record AllocationDetails(
    ImmutableArray<ProjectResult> Projects,
    ImmutableArray<TieRecord> Ties,
    ImmutableArray<AllocationRound> Trace,
    ImmutableArray<string> Notes = default);
