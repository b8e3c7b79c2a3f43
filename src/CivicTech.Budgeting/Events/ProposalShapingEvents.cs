using System.Collections.Immutable;
using CivicTech.Budgeting.Proposals;
using NodaTime;

namespace CivicTech.Budgeting.Events;

/// <summary>People who met made a proposal more precise.</summary>
public sealed record ProposalReworded : ProposalEvent
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>The host's reference to the new title and text.</summary>
    public required string Text { get; init; }

    /// <summary>A reference to the meeting.</summary>
    public required string Meeting { get; init; }

    /// <summary>How many people took part.</summary>
    public required int Participants { get; init; }
}

/// <summary>A new proposal took the place of several.</summary>
public sealed record ProposalsGrouped : ProposalEvent
{
    /// <summary>The new proposal; it says which ones it was made of.</summary>
    public required Proposal Group { get; init; }
}

/// <summary>Several new proposals took the place of one.</summary>
public sealed record ProposalSplit : ProposalEvent
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>The new proposals.</summary>
    public ImmutableArray<Proposal> Parts { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    public bool Equals(ProposalSplit? other) => base.Equals(other) && Proposal == other.Proposal && Parts.AsSpan().SequenceEqual(other.Parts.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Proposal, Parts.Length);
}

/// <summary>It was chosen which proposals come to the vote.</summary>
public sealed record ProposalsShortlisted : ProposalEvent
{
    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>The area whose proposals were chosen; null for all.</summary>
    public string? Area { get; init; }

    /// <summary>A reference to the reason; null when a rule decided.</summary>
    public string? Reason { get; init; }

    /// <summary>What was chosen and what was not, in the order of the numbers of proposals.</summary>
    public ImmutableArray<ShortlistEntry> Entries { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    public bool Equals(ProposalsShortlisted? other) => base.Equals(other) && At == other.At && Area == other.Area && Reason == other.Reason && Entries.AsSpan().SequenceEqual(other.Entries.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), At, Area, Reason, Entries.Length);
}

/// <summary>The ballot was frozen with these proposals on it.</summary>
public sealed record ProposalsPutOnBallot : ProposalEvent
{
    /// <summary>Their ids, in the order of their numbers.</summary>
    public ImmutableArray<string> Proposals { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    public bool Equals(ProposalsPutOnBallot? other) => base.Equals(other) && Proposals.AsSpan().SequenceEqual(other.Proposals.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Proposals.Length);
}

/// <summary>Proposals left the ballot after it was frozen.</summary>
public sealed record ProposalsTakenOffBallot : ProposalEvent
{
    /// <summary>Their ids.</summary>
    public ImmutableArray<string> Proposals { get => field.IsDefault ? [] : field; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    public bool Equals(ProposalsTakenOffBallot? other) => base.Equals(other) && Reason == other.Reason && Proposals.AsSpan().SequenceEqual(other.Proposals.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Reason, Proposals.Length);
}
