using CivicTech.Budgeting.Proposals;
using NodaTime;

namespace CivicTech.Budgeting.Events;

/// <summary>A reviewer said something about a criterion.</summary>
public sealed record ProposalAssessed : ProposalEvent
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>What.</summary>
    public required ProposalAssessment Assessment { get; init; }
}

/// <summary>It was decided whether a proposal meets the criteria, or can be done.</summary>
public sealed record ProposalDecided : ProposalEvent
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>Where it stands from now on.</summary>
    public required ProposalStatus Status { get; init; }

    /// <summary>The decision.</summary>
    public required ProposalDecision Decision { get; init; }
}

/// <summary>It was said what a proposal would cost.</summary>
public sealed record PriceSet : ProposalEvent
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>The price.</summary>
    public required Money Price { get; init; }

    /// <summary>A reference to how it came about.</summary>
    public required string Explanation { get; init; }
}

/// <summary>An author appealed against a decision.</summary>
public sealed record AppealFiled : ProposalEvent
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>A reference to the grounds.</summary>
    public required string Grounds { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}

/// <summary>An appeal was decided.</summary>
public sealed record AppealDecided : ProposalEvent
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>Whether the author was right.</summary>
    public required bool IsUpheld { get; init; }

    /// <summary>Where the proposal stands from now on.</summary>
    public required ProposalStatus Status { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}
