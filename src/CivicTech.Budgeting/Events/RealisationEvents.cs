using System.Collections.Immutable;
using CivicTech.Budgeting.Realisation;
using NodaTime;

namespace CivicTech.Budgeting.Events;

/// <summary>Something that happened to a project that won.</summary>
public abstract record ProjectEvent : CycleEvent
{
    private protected ProjectEvent()
    {
    }

    /// <summary>The id of the project.</summary>
    public required string Project { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }
}

/// <summary>The council pays for it.</summary>
public sealed record ProjectFunded : ProjectEvent
{
    /// <summary>A reference to the decision.</summary>
    public required string Decision { get; init; }
}

/// <summary>Its milestones were set.</summary>
public sealed record ProjectPlanned : ProjectEvent
{
    /// <summary>The milestones.</summary>
    public required ImmutableArray<MilestonePlan> Milestones { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    public bool Equals(ProjectPlanned? other) => base.Equals(other) && Milestones.AsSpan().SequenceEqual(other.Milestones.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Milestones.Length);
}

/// <summary>Study or work began.</summary>
public sealed record ProjectStarted : ProjectEvent
{
    /// <summary>Which of the two.</summary>
    public required ProjectStatus Phase { get; init; }

    /// <summary>The day.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>A milestone was reached.</summary>
public sealed record MilestoneReached : ProjectEvent
{
    /// <summary>The milestone.</summary>
    public required string Milestone { get; init; }

    /// <summary>The day.</summary>
    public required LocalDate On { get; init; }

    /// <summary>A reference to what shows it.</summary>
    public string? Evidence { get; init; }
}

/// <summary>It is known what was spent.</summary>
public sealed record SpendingReported : ProjectEvent
{
    /// <summary>All that was spent so far.</summary>
    public required Money Spent { get; init; }

    /// <summary>A reference to the account or invoice.</summary>
    public required string Reference { get; init; }
}

/// <summary>More may be spent than was planned.</summary>
public sealed record IncreaseApproved : ProjectEvent
{
    /// <summary>How much, by which decision.</summary>
    public required BudgetIncrease Increase { get; init; }
}

/// <summary>A milestone comes later.</summary>
public sealed record MilestoneDelayed : ProjectEvent
{
    /// <summary>Which, from when to when, and why.</summary>
    public required ProjectDelay Delay { get; init; }
}

/// <summary>The day of a milestone is over, and it was not reached.</summary>
public sealed record MilestoneOverdue : ProjectEvent
{
    /// <summary>The milestone.</summary>
    public required string Milestone { get; init; }
}

/// <summary>Nothing happens for a time.</summary>
public sealed record ProjectSuspended : ProjectEvent
{
    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }
}

/// <summary>It goes on where it was.</summary>
public sealed record ProjectResumed : ProjectEvent;

/// <summary>It is done, and its books are closed.</summary>
public sealed record ProjectFinished : ProjectEvent
{
    /// <summary>All that was spent.</summary>
    public required Money Spent { get; init; }

    /// <summary>What was left, and goes to the left-over account of its area.</summary>
    public required Money Unspent { get; init; }

    /// <summary>A reference to the final report.</summary>
    public required string Report { get; init; }
}

/// <summary>It was given up.</summary>
public sealed record ProjectAbandoned : ProjectEvent
{
    /// <summary>What was left, and goes to the left-over account of its area.</summary>
    public required Money Unspent { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }
}

/// <summary>It became a part of another.</summary>
public sealed record ProjectMerged : ProjectEvent
{
    /// <summary>The other project.</summary>
    public required string Into { get; init; }

    /// <summary>The money that goes there.</summary>
    public required Money Moved { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }
}

/// <summary>Somebody follows it.</summary>
public sealed record ProjectFollowed : ProjectEvent
{
    /// <summary>The host's id of the person.</summary>
    public required string Person { get; init; }
}

/// <summary>Somebody follows it no more.</summary>
public sealed record ProjectUnfollowed : ProjectEvent
{
    /// <summary>The host's id of the person.</summary>
    public required string Person { get; init; }
}
