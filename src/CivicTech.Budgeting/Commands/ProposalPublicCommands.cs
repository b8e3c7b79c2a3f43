using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Proposals;

namespace CivicTech.Budgeting.Commands;

/// <summary>Comments on a proposal.</summary>
public sealed record CommentOnProposal : ProposalCommand
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>The host's id of the comment, unique among those of the proposal.</summary>
    public required string Comment { get; init; }

    /// <summary>The host's opaque id of who comments.</summary>
    public required string Author { get; init; }

    /// <summary>The host's reference to the text.</summary>
    public required string Text { get; init; }

    /// <summary>The id of a comment on the same proposal that it answers; null for none.</summary>
    public string? ReplyTo { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "comment-on-proposal";

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => Calendars.Activity.Comment;
}

/// <summary>Supports a proposal. Who supports it already does so still: a second time changes nothing.</summary>
public sealed record SupportProposal : ProposalCommand
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>The host's opaque id of who supports it.</summary>
    public required string Person { get; init; }

    /// <summary>What the host found out about the conditions that the plan names for this; see <see cref="Eligibility"/>.</summary>
    public ImmutableArray<EligibilityVerdict> Eligibility { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "support-proposal";

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => Calendars.Activity.Support;

    /// <inheritdoc />
    public bool Equals(SupportProposal? other) => base.Equals(other) && Proposal == other.Proposal && Person == other.Person && Eligibility.AsSpan().SequenceEqual(other.Eligibility.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Proposal, Person, Eligibility.Length);
}

/// <summary>Takes a support back. Without a support nothing changes.</summary>
public sealed record WithdrawSupport : ProposalCommand
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>The host's opaque id of who supported it.</summary>
    public required string Person { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "withdraw-support";

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => Calendars.Activity.Support;
}
