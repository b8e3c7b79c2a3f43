using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace CivicTech.Budgeting.Proposals;

/// <summary>A proposal as it stands. How it came there tells the journal.</summary>
/// <remarks>Immutable; equal when all that it says is equal.</remarks>
public sealed record Proposal
{
    /// <summary>The host's id of it, unique in the cycle; that of the project which it may become.</summary>
    public required string Id { get; init; }

    /// <summary>Its number in the cycle, from 1, in the order in which proposals came to be.</summary>
    public required int Number { get; init; }

    /// <summary>The number as people quote it: <c>A-000123</c>.</summary>
    [JsonIgnore]
    public string Reference => $"A-{Number.ToString("D6", CultureInfo.InvariantCulture)}";

    /// <summary>What is proposed.</summary>
    public required ProposalContent Content { get; init; }

    /// <summary>The host's opaque ids of its authors: first who handed it in, then who joined. A group has the authors of all its parts.</summary>
    public required ImmutableArray<string> Authors { get; init; }

    /// <summary>Who was named as an author and has not confirmed it.</summary>
    public ImmutableArray<string> Invited { get => field.IsDefault ? [] : field; init; }

    /// <summary>When it was handed in; when it was made, of a group or a part.</summary>
    public required Instant SubmittedAt { get; init; }

    /// <summary>From when on the public sees it, unless it is hidden.</summary>
    public required Instant ShownFrom { get; init; }

    /// <summary>A reference to the reason why moderators hide it; null when they do not.</summary>
    public string? HiddenFor { get; init; }

    /// <summary>Where it stands.</summary>
    public required ProposalStatus Status { get; init; }

    /// <summary>Where the public thinks that it stands, as long as a decision is kept for a common publication; null when there is nothing to keep.</summary>
    public ProposalStatus? Announced { get; init; }

    /// <summary>When what is kept becomes public.</summary>
    public Instant? AnnouncedFrom { get; init; }

    /// <summary>How many people support it.</summary>
    public int Supports { get; init; }

    /// <summary>How many comments it has, hidden ones included.</summary>
    public int Comments { get; init; }

    /// <summary>What reviewers say, the last word of each about each criterion.</summary>
    public ImmutableArray<ProposalAssessment> Assessments { get => field.IsDefault ? [] : field; init; }

    /// <summary>The last decision about criteria or feasibility; null before the first.</summary>
    public ProposalDecision? Decision { get; init; }

    /// <summary>What it would cost, on the ballot as elsewhere; null as long as nobody said.</summary>
    public Money? Price { get; init; }

    /// <summary>A reference to how the price came about; after a change of the ballot, to the reason for that.</summary>
    public string? PriceExplanation { get; init; }

    /// <summary>The appeals of its authors, at most one against each kind of decision.</summary>
    public ImmutableArray<ProposalAppeal> Appeals { get => field.IsDefault ? [] : field; init; }

    /// <summary>What the last shortlist says about it; null before the first.</summary>
    public ShortlistEntry? Shortlist { get; init; }

    /// <summary>The proposals that it was made of.</summary>
    public ImmutableArray<string> MadeOf { get => field.IsDefault ? [] : field; init; }

    /// <summary>The proposals that were made of it.</summary>
    public ImmutableArray<string> Became { get => field.IsDefault ? [] : field; init; }

    /// <summary>How many things have happened to it.</summary>
    public int Steps { get; init; }

    /// <summary>Whether the public sees it.</summary>
    /// <param name="at">When.</param>
    public bool IsShownAt(Instant at) => HiddenFor is null && ShownFrom <= at;

    /// <summary>Where it stands as far as the public knows.</summary>
    /// <param name="at">When.</param>
    public ProposalStatus PublicStatusAt(Instant at) => Announced is { } announced && at < AnnouncedFrom ? announced : Status;

    /// <inheritdoc />
    public bool Equals(Proposal? other) => other is not null
        && Id == other.Id && Number == other.Number && Content == other.Content && SubmittedAt == other.SubmittedAt && ShownFrom == other.ShownFrom
        && HiddenFor == other.HiddenFor && Status == other.Status && Announced == other.Announced && AnnouncedFrom == other.AnnouncedFrom
        && Supports == other.Supports && Comments == other.Comments && Decision == other.Decision && Price == other.Price
        && PriceExplanation == other.PriceExplanation && Shortlist == other.Shortlist && Steps == other.Steps
        && Authors.AsSpan().SequenceEqual(other.Authors.AsSpan()) && Invited.AsSpan().SequenceEqual(other.Invited.AsSpan())
        && Assessments.AsSpan().SequenceEqual(other.Assessments.AsSpan()) && Appeals.AsSpan().SequenceEqual(other.Appeals.AsSpan())
        && MadeOf.AsSpan().SequenceEqual(other.MadeOf.AsSpan()) && Became.AsSpan().SequenceEqual(other.Became.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Id, Number, Status, Steps, Supports, SubmittedAt);
}
