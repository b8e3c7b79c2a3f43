using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace CivicTech.Budgeting.Realisation;

/// <summary>A project that won the vote, from the decision to pay for it to the finished work: what people follow.</summary>
/// <remarks>Immutable; equal when all that it says is equal.</remarks>
public sealed record FundedProject
{
    /// <summary>Its id, that of the proposal.</summary>
    public required string Id { get; init; }

    /// <summary>The id of its area.</summary>
    public required string Area { get; init; }

    /// <summary>Where it stands.</summary>
    public ProjectStatus Status { get; init; }

    /// <summary>Its price on the official ballot.</summary>
    public required Money Cost { get; init; }

    /// <summary>What may be spent: the price, with the increases that were approved and the money of projects that were merged into it.</summary>
    public required Money Planned { get; init; }

    /// <summary>What was spent.</summary>
    public required Money Spent { get; init; }

    /// <summary>A reference to the last report of spending.</summary>
    public string? SpendingReference { get; init; }

    /// <summary>A reference to the council's decision; null before.</summary>
    public string? Decision { get; init; }

    /// <summary>When the decision was recorded.</summary>
    public Instant? FundedAt { get; init; }

    /// <summary>The day on which study or work began; null before.</summary>
    public LocalDate? StartedOn { get; init; }

    /// <summary>Its milestones, in the order in which they are shown.</summary>
    public ImmutableArray<Milestone> Milestones { get => field.IsDefault ? [] : field; init; }

    /// <summary>The delays that were reported, in order.</summary>
    public ImmutableArray<ProjectDelay> Delays { get => field.IsDefault ? [] : field; init; }

    /// <summary>The increases that were approved, in order.</summary>
    public ImmutableArray<BudgetIncrease> Increases { get => field.IsDefault ? [] : field; init; }

    /// <summary>Where it stood before it was suspended; null when it is not.</summary>
    public ProjectStatus? SuspendedFrom { get; init; }

    /// <summary>The project that it was merged into.</summary>
    public string? MergedInto { get; init; }

    /// <summary>A reference to the reason of its suspension or end, or to the final report.</summary>
    public string? Reason { get; init; }

    /// <summary>When it ended.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>How many things have happened to it: each notice about it has its own number.</summary>
    public int Steps { get; init; }

    /// <summary>How much of the work is done, in hundredths: the weights of the milestones that were reached.</summary>
    [JsonIgnore]
    public int Progress => Milestones.Where(milestone => milestone.Reached is not null).Sum(milestone => milestone.Weight);

    /// <summary>What may still be spent; zero once it has ended.</summary>
    [JsonIgnore]
    public Money Unspent => EndedAt is null ? Planned - Spent : Money.Zero(Planned.Currency);

    /// <inheritdoc />
    public bool Equals(FundedProject? other) => other is not null && Id == other.Id && Area == other.Area && Status == other.Status && Cost == other.Cost && Planned == other.Planned
        && Spent == other.Spent && SpendingReference == other.SpendingReference && Decision == other.Decision && FundedAt == other.FundedAt && StartedOn == other.StartedOn
        && Milestones.AsSpan().SequenceEqual(other.Milestones.AsSpan()) && Delays.AsSpan().SequenceEqual(other.Delays.AsSpan()) && Increases.AsSpan().SequenceEqual(other.Increases.AsSpan())
        && SuspendedFrom == other.SuspendedFrom && MergedInto == other.MergedInto && Reason == other.Reason && EndedAt == other.EndedAt && Steps == other.Steps;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Id, Status, Planned, Spent, Steps);

    internal static FundedProject Of(WonProject won) =>
        new() { Id = won.Project, Area = won.Area, Cost = won.Cost, Planned = won.Cost, Spent = Money.Zero(won.Cost.Currency) };

    internal FundedProject With(string milestone, Func<Milestone, Milestone> change) =>
        this with { Milestones = [.. Milestones.Select(one => one.Name == milestone ? change(one) : one)] };
}
