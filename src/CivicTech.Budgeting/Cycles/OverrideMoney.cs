using System.Collections.Immutable;
using CivicTech.Budgeting.Realisation;
using CivicTech.Budgeting.Results;

namespace CivicTech.Budgeting.Cycles;

/// <summary>What an override does to the left-over account of its area.</summary>
internal static class OverrideMoney
{
    /// <summary>What there is for added projects: the left-over account, and what the removed ones cost. Null where money bounds nothing.</summary>
    internal static Money? Available(RealisationHead head, AreaResult counted, ImmutableArray<WonProject> removed) =>
        counted.Budget is null ? null : Cost(removed, counted) + head.LeftoverOf(counted.Area);

    internal static Money Cost(ImmutableArray<WonProject> projects, AreaResult counted) =>
        projects.Aggregate(Money.Zero(counted.Cost.Currency), (sum, project) => sum + project.Cost);

    internal static RealisationHead Moved(RealisationHead head, AreaResult counted, ImmutableArray<WonProject> added, ImmutableArray<WonProject> removed) =>
        counted.Budget is null ? head : head.Add(counted.Area, Cost(removed, counted) - Cost(added, counted));
}
