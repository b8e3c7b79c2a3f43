using System.Collections.Immutable;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Budgeting.Calendars;

/// <summary>When what may be done in a cycle, and by whom.</summary>
/// <remarks>Immutable; equal when all stages, permits and the layout are.</remarks>
public sealed partial record CycleCalendar
{
    /// <summary>The stages, in the order in which the city announces them.</summary>
    public required ImmutableArray<CycleStage> Stages { get; init; }

    /// <summary>What may be done at any time between the publication of the plan and the end of the cycle.</summary>
    public ImmutableArray<Permit> Always { get => field.IsDefault ? [] : field; init; }

    /// <summary>Whether stages of an area may overlap, and leave time between them; by default both.</summary>
    public StageLayout Layout { get; init; }

    /// <summary>The stages that hold for an area: its own, and those for all areas that have none of the same name for it.</summary>
    /// <param name="area">The id of an area; null for what is about no area, or not yet.</param>
    public IEnumerable<CycleStage> StagesOf(string? area) => Stages.Where(stage => stage.Areas.IsEmpty
        ? area is null || !Stages.Any(own => own.Name == stage.Name && own.Areas.Contains(area))
        : area is null || stage.Areas.Contains(area));

    /// <summary>Whether something may be done by anybody of a role at an instant.</summary>
    /// <param name="activity">What.</param>
    /// <param name="role">The role.</param>
    /// <param name="area">In which area; null for what is about no area.</param>
    /// <param name="at">When.</param>
    public bool Permits(Activity activity, string role, string? area, Instant at) => (activity == Activity.Administer && role == CycleRoles.Administrator) || IsPermitted(Always, activity, role)
        || StagesOf(area).Any(stage => IsPermitted(stage.Permits, activity, role) && stage.Starts.ToInstant() <= at && at < stage.Ends.ToInstant());

    /// <summary>When something may next be done by a role: the earliest start after an instant; null when never again.</summary>
    /// <param name="activity">What.</param>
    /// <param name="role">The role; null for any.</param>
    /// <param name="area">In which area; null for what is about no area.</param>
    /// <param name="after">After this instant.</param>
    public Instant? NextStart(Activity activity, string? role, string? area, Instant after) =>
        WindowsOf(activity, role, area).Select(window => (Instant?)window.Start).Where(start => start > after).Min();

    /// <summary>The windows in which something may be done, in the order of the stages; touching ones are not joined.</summary>
    /// <param name="activity">What.</param>
    /// <param name="role">The role; null for any.</param>
    /// <param name="area">In which area; null for what is about no area.</param>
    public IEnumerable<TimeWindow> WindowsOf(Activity activity, string? role, string? area) => StagesOf(area)
        .Where(stage => stage.Permits.Any(permit => permit.Activity == activity && (role is null || permit.Roles.Contains(role))))
        .Select(stage => new TimeWindow(stage.Starts.ToInstant(), stage.Ends.ToInstant()));

    /// <inheritdoc />
    public bool Equals(CycleCalendar? other) => other is not null && Layout == other.Layout && Stages.AsSpan().SequenceEqual(other.Stages.AsSpan()) && Always.AsSpan().SequenceEqual(other.Always.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Stages.Length, Always.Length, Layout);

    private static bool IsPermitted(ImmutableArray<Permit> permits, Activity activity, string role) =>
        permits.Any(permit => permit.Activity == activity && permit.Roles.Contains(role));
}
