using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Proposals;

namespace CivicTech.Budgeting.Commands;

/// <summary>Hands in a proposal. Drafts stay with the host until then.</summary>
public sealed record SubmitProposal : ProposalCommand
{
    /// <summary>The host's id of it, unique in the cycle.</summary>
    public required string Proposal { get; init; }

    /// <summary>The host's opaque id of who proposes.</summary>
    public required string Author { get; init; }

    /// <summary>What is proposed.</summary>
    public required ProposalContent Content { get; init; }

    /// <summary>What the host found out about the conditions that the plan names for this; see <see cref="Eligibility"/>.</summary>
    public ImmutableArray<EligibilityVerdict> Eligibility { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "submit-proposal";

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => Calendars.Activity.Submit;

    /// <inheritdoc />
    public bool Equals(SubmitProposal? other) => base.Equals(other) && Proposal == other.Proposal && Author == other.Author && Content == other.Content && Eligibility.AsSpan().SequenceEqual(other.Eligibility.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Proposal, Author, Content, Eligibility.Length);
}

/// <summary>An author changes a proposal that is not decided about yet. What reviewers said of the old wording counts no longer.</summary>
public sealed record EditProposal : ProposalCommand
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>What is proposed from now on, all of it.</summary>
    public required ProposalContent Content { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "edit-proposal";

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => Calendars.Activity.Edit;
}

/// <summary>Takes a proposal back: its submitter does, or who runs the cycle. No single author can take back a group.</summary>
public sealed record WithdrawProposal : ProposalCommand
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>A reference to the reason; null when there is none to give.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "withdraw-proposal";

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => Calendars.Activity.Edit;
}

/// <summary>An author names another, who is one once that person confirms it.</summary>
public sealed record AddAuthor : ProposalCommand
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>The host's opaque id of the person.</summary>
    public required string Author { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "add-author";

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => Calendars.Activity.Edit;
}

/// <summary>Somebody who was named as an author confirms it: <c>By</c> says who.</summary>
public sealed record ConfirmAuthor : ProposalCommand
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "confirm-author";

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => Calendars.Activity.Edit;
}
