using CivicTech.Budgeting.Plans;
using CivicTech.Receipts;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Budgeting.Events;

/// <summary>The cycle was planned, or its plan changed before it was published.</summary>
public sealed record CyclePlanned : CycleEvent
{
    /// <summary>The plan.</summary>
    public required CyclePlan Plan { get; init; }
}

/// <summary>The plan was published and is frozen.</summary>
public sealed record PlanPublished : CycleEvent
{
    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>The SHA-256 of the plan.</summary>
    public required Digest Rules { get; init; }
}

/// <summary>A stage ends later than the plan said.</summary>
public sealed record StageExtended : CycleEvent
{
    /// <summary>Its place in the calendar, from 0.</summary>
    public required int Stage { get; init; }

    /// <summary>The new end.</summary>
    public required Deadline Ends { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }
}

/// <summary>The cycle ended without a result.</summary>
public sealed record CycleCancelled : CycleEvent
{
    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }
}

/// <summary>Every funded project is finished or abandoned.</summary>
public sealed record CycleCompleted : CycleEvent
{
    /// <summary>When.</summary>
    public required Instant At { get; init; }
}
