using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Proposals;

namespace CivicTech.Budgeting.Commands;

/// <summary>Puts on record what people who met made of a proposal.</summary>
public sealed record RewordProposal : ProposalCommand
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>The host's reference to the new title and text.</summary>
    public required string Text { get; init; }

    /// <summary>A reference to the meeting.</summary>
    public required string Meeting { get; init; }

    /// <summary>How many people took part; 0 or more.</summary>
    public required int Participants { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "reword-proposal";

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => Calendars.Activity.CoConstruct;
}

/// <summary>Makes one new proposal of several. Its authors are all of theirs, its supporters everybody who supported one of them, each once. Whether it can be done, and at what price, is to be found anew.</summary>
public sealed record GroupProposals : ProposalCommand
{
    /// <summary>The host's id of the new proposal, unique in the cycle.</summary>
    public required string Proposal { get; init; }

    /// <summary>The ids of the proposals that become part of it; 2 to 50, each once.</summary>
    public ImmutableArray<string> Parts { get => field.IsDefault ? [] : field; init; }

    /// <summary>What the new one proposes.</summary>
    public required ProposalContent Content { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "group-proposals";

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => Calendars.Activity.Group;

    /// <inheritdoc />
    public bool Equals(GroupProposals? other) => base.Equals(other) && Proposal == other.Proposal && Content == other.Content && Parts.AsSpan().SequenceEqual(other.Parts.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Proposal, Content, Parts.Length);
}

/// <summary>Makes several new proposals of one. Each has all its authors and supporters. Whether they can be done, and at what price, is to be found anew.</summary>
public sealed record SplitProposal : ProposalCommand
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>The new proposals; 2 to 50.</summary>
    public ImmutableArray<NewPart> Parts { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "split-proposal";

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => Calendars.Activity.Group;

    /// <inheritdoc />
    public bool Equals(SplitProposal? other) => base.Equals(other) && Proposal == other.Proposal && Parts.AsSpan().SequenceEqual(other.Parts.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Proposal, Parts.Length);
}

/// <summary>One of the proposals that another is split into.</summary>
public sealed record NewPart
{
    /// <summary>The host's id of it, unique in the cycle.</summary>
    public required string Proposal { get; init; }

    /// <summary>What it proposes.</summary>
    public required ProposalContent Content { get; init; }
}

/// <summary>Chooses the proposals that come to the vote, by the plan's rule. Until the ballot is frozen it may be done again.</summary>
public sealed record ShortlistProposals : ProposalCommand
{
    /// <summary>The area whose proposals are chosen; null for all areas.</summary>
    public string? Area { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "shortlist-proposals";

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => Calendars.Activity.Shortlist;
}

/// <summary>Names the proposals that come to the vote, where the plan leaves that to a jury or assembly: those that are not named do not.</summary>
public sealed record ShortlistByHand : ProposalCommand
{
    /// <summary>The area whose proposals are chosen; null for all areas.</summary>
    public string? Area { get; init; }

    /// <summary>The ids of the proposals.</summary>
    public ImmutableArray<string> Chosen { get => field.IsDefault ? [] : field; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "shortlist-by-hand";

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => Calendars.Activity.Shortlist;

    /// <inheritdoc />
    public bool Equals(ShortlistByHand? other) => base.Equals(other) && Area == other.Area && Reason == other.Reason && Chosen.AsSpan().SequenceEqual(other.Chosen.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Area, Reason, Chosen.Length);
}
