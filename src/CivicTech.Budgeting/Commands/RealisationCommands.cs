using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Realisation;
using NodaTime;

namespace CivicTech.Budgeting.Commands;

/// <summary>Records that the council pays for projects.</summary>
public sealed record FundProjects : CycleCommand
{
    /// <summary>The projects, at least one.</summary>
    public ImmutableArray<string> Projects { get => field.IsDefault ? [] : field; init; }

    /// <summary>A reference to the decision.</summary>
    public required string Decision { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "fund-projects";

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => Calendars.Activity.Realise;

    /// <inheritdoc />
    public bool Equals(FundProjects? other) => base.Equals(other) && Decision == other.Decision && Projects.AsSpan().SequenceEqual(other.Projects.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Decision, Projects.Length);
}

/// <summary>A command about one project that won.</summary>
public abstract record ProjectCommand : CycleCommand
{
    private protected ProjectCommand()
    {
    }

    /// <summary>The id of the project.</summary>
    public required string Project { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => Calendars.Activity.Realise;
}

/// <summary>Sets the milestones of a project, in place of those before. Refused once one was reached.</summary>
public sealed record PlanProject : ProjectCommand
{
    /// <summary>The milestones, in the order in which they are shown; their weights sum to 100.</summary>
    public ImmutableArray<MilestonePlan> Milestones { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "plan-project";

    /// <inheritdoc />
    public bool Equals(PlanProject? other) => base.Equals(other) && Milestones.AsSpan().SequenceEqual(other.Milestones.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Milestones.Length);
}

/// <summary>Says that study or work began.</summary>
public sealed record StartProject : ProjectCommand
{
    /// <summary><see cref="ProjectStatus.InStudy"/> or <see cref="ProjectStatus.InWork"/>.</summary>
    public required ProjectStatus Phase { get; init; }

    /// <summary>The day on which it began, in any calendar system; null for today.</summary>
    public LocalDate? On { get; init => field = value?.WithCalendar(CalendarSystem.Iso); }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "start-project";
}

/// <summary>Says that a milestone was reached.</summary>
public sealed record ReportMilestone : ProjectCommand
{
    /// <summary>The milestone.</summary>
    public required string Milestone { get; init; }

    /// <summary>The day on which it was reached, in any calendar system; null for today. Not before the start of the project.</summary>
    public LocalDate? On { get; init => field = value?.WithCalendar(CalendarSystem.Iso); }

    /// <summary>A reference to what shows it: photographs, a record.</summary>
    public string? Evidence { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "report-milestone";
}

/// <summary>Says what was spent: the total so far, or an amount that comes to it.</summary>
public sealed record ReportSpending : ProjectCommand
{
    /// <summary>All that was spent so far, in place of what was said before; null when <see cref="Entry"/> is given.</summary>
    public Money? Total { get; init; }

    /// <summary>What was spent besides what was said before; null when <see cref="Total"/> is given.</summary>
    public Money? Entry { get; init; }

    /// <summary>A reference to the account or invoice.</summary>
    public required string Reference { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "report-spending";
}

/// <summary>Records that more may be spent on a project than was planned.</summary>
public sealed record ApproveIncrease : ProjectCommand
{
    /// <summary>How much more, above zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>A reference to the decision.</summary>
    public required string Decision { get; init; }

    /// <summary>Whether it is taken from the left-over account of the area.</summary>
    public bool FromLeftovers { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "approve-increase";
}

/// <summary>Says that a milestone comes later.</summary>
public sealed record ReportDelay : ProjectCommand
{
    /// <summary>The milestone.</summary>
    public required string Milestone { get; init; }

    /// <summary>The new day, later than the present one, in any calendar system.</summary>
    public required LocalDate NewDate { get; init => field = value.WithCalendar(CalendarSystem.Iso); }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "report-delay";
}

/// <summary>Says that nothing happens for a time.</summary>
public sealed record SuspendProject : ProjectCommand
{
    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "suspend-project";
}

/// <summary>Says that a suspended project goes on where it was.</summary>
public sealed record ResumeProject : ProjectCommand
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "resume-project";
}

/// <summary>Closes a project that is done, with its closing figures. What was not spent goes to the left-over account of its area.</summary>
public sealed record FinishProject : ProjectCommand
{
    /// <summary>All that was spent.</summary>
    public required Money Spent { get; init; }

    /// <summary>A reference to the final report.</summary>
    public required string Report { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "finish-project";
}

/// <summary>Gives a project up. What was not spent goes to the left-over account of its area.</summary>
public sealed record AbandonProject : ProjectCommand
{
    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "abandon-project";
}

/// <summary>Makes a project a part of another, which gets the money that was not spent.</summary>
public sealed record MergeProject : ProjectCommand
{
    /// <summary>The other project.</summary>
    public required string Into { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "merge-project";
}

/// <summary>Has somebody told what happens to a project. Asked twice, it holds once.</summary>
public sealed record FollowProject : ProjectCommand
{
    /// <summary>The host's id of the person: 1 to 100 characters without a slash.</summary>
    public required string Person { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "follow-project";

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => null;
}

/// <summary>Has somebody told no more.</summary>
public sealed record UnfollowProject : ProjectCommand
{
    /// <summary>The host's id of the person.</summary>
    public required string Person { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "unfollow-project";

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => null;
}
