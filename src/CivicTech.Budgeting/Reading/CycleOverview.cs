using System.Collections.Immutable;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Plans;
using NodaTime;

namespace CivicTech.Budgeting.Reading;

/// <summary>Where a cycle stands: what a page about it shows.</summary>
public sealed class CycleOverview
{
    private readonly Instant _now;

    internal CycleOverview(CycleState state, Instant now)
    {
        (Plan, Head, _now) = (state.Plan, state.Head, now);
    }

    /// <summary>What it is about and by which rules it runs.</summary>
    public CyclePlan Plan { get; }

    /// <summary>Where it stands.</summary>
    public CycleStatus Status => Head.Status;

    /// <summary>The calendar, with the extensions since the plan was published.</summary>
    public CycleCalendar Calendar => Head.Calendar!;

    /// <summary>The stages that are open now, in any area.</summary>
    public ImmutableArray<CycleStage> OpenStages => [.. Calendar.Stages.Where(stage => stage.Starts.ToInstant() <= _now && _now < stage.Ends.ToInstant())];

    /// <summary>All of the head, for what is not shown here.</summary>
    public CycleHead Head { get; }
}
