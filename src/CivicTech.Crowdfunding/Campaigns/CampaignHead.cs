using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Goals;
using CivicTech.Crowdfunding.Ledger;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.Receipts;
using NodaTime;

namespace CivicTech.Crowdfunding.Campaigns;

/// <summary>All of a campaign but its pledges, backers and fundraisers: as small for a million pledges as for one.</summary>
/// <remarks>Immutable; equal when all that it says is equal.</remarks>
public sealed record CampaignHead
{
    /// <summary>Where it stands.</summary>
    public CampaignStage Stage { get; init; }

    /// <summary>How it ended.</summary>
    public CampaignOutcome Outcome { get; init; }

    /// <summary>The SHA-256 of the plan that backers were shown; null before the launch.</summary>
    public Digest? Rules { get; init; }

    /// <summary>The running round, from 0.</summary>
    public int Round { get; init; }

    /// <summary>When the running round began; null before the launch.</summary>
    public Instant? RoundStartedAt { get; init; }

    /// <summary>The end of the running round: the first instant that is too late; null while it has none.</summary>
    public Instant? RoundEndsAt { get; init; }

    /// <summary>When a final lap was announced.</summary>
    public Instant? FinalLapAt { get; init; }

    /// <summary>Until when payments in flight are waited for, in <see cref="CampaignStage.Closing"/>.</summary>
    public Instant? ClosesAt { get; init; }

    /// <summary>Whether it was suspended when its time was over: it is again when it goes on after <see cref="CampaignStage.Closing"/>.</summary>
    public bool WasSuspended { get; init; }

    /// <summary>Since when the money is the project's, whatever comes: the first round was passed. Null before.</summary>
    public Instant? SecuredAt { get; init; }

    /// <summary>When the outcome was decided.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>The verdicts of the rounds that are over, in order.</summary>
    public ImmutableArray<RoundVerdict> Verdicts { get => field.IsDefault ? [] : field; init; }

    /// <summary>What is being done with every pledge; null when nothing is.</summary>
    public SweepPurpose? Sweep { get; init; }

    /// <summary>The last pledge that was swept.</summary>
    public string? SweptTo { get; init; }

    /// <summary>The sums over all pledges.</summary>
    public required PledgeTally Sums { get; init; }

    /// <summary>How many backers' money counts.</summary>
    public int People { get; init; }

    /// <summary>How many backers have only money in flight.</summary>
    public int PendingPeople { get; init; }

    /// <summary>How many pledges were ever made.</summary>
    public int PledgesMade { get; init; }

    /// <summary>The payouts, in the order in which they were made.</summary>
    public ImmutableArray<PayoutAttempt> Payouts { get => field.IsDefault ? [] : field; init; }

    /// <summary>How many tranches are paid out, from the first on.</summary>
    public int TranchesPaid { get; init; }

    /// <summary>When the last payout was made.</summary>
    public Instant? LastPayoutAt { get; init; }

    /// <summary>How often the provider was asked about the last payout since something was last learned of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int PayoutAsks { get; init; }

    /// <summary>When something was last learned of the last payout, or asked; null while that is its making.</summary>
    public Instant? PayoutQuietSince { get; init; }

    /// <summary>Whether what was held back is free.</summary>
    public bool ReserveReleased { get; init; }

    /// <summary>What the owner paid back.</summary>
    public required Money Repaid { get; init; }

    /// <summary>When the owner last paid something back; null when that never was.</summary>
    public Instant? RepaidAt { get; init; }

    /// <summary>What is on each account of the ledger.</summary>
    public Balances Ledger { get; init => field = value ?? Balances.Empty; } = Balances.Empty;

    /// <summary>The milestones that are reached.</summary>
    public ImmutableArray<string> Milestones { get => field.IsDefault ? [] : field; init; }

    /// <summary>When the owner last told the backers something.</summary>
    public Instant? UpdatedAt { get; init; }

    /// <summary>The reports that were published, or noted as late.</summary>
    public ImmutableArray<ReportState> Reports { get => field.IsDefault ? [] : field; init; }

    /// <summary>The totals by which the goal is judged.</summary>
    [JsonIgnore]
    public GoalTotals Totals => new(Sums.Counted, People) { Conditional = Sums.Conditional, Pending = Sums.Pending, PendingPeople = PendingPeople };

    /// <inheritdoc />
    public bool Equals(CampaignHead? other) => other is not null
        && Stage == other.Stage && Outcome == other.Outcome && Rules == other.Rules && Round == other.Round && RoundStartedAt == other.RoundStartedAt
        && RoundEndsAt == other.RoundEndsAt && FinalLapAt == other.FinalLapAt && ClosesAt == other.ClosesAt && WasSuspended == other.WasSuspended && SecuredAt == other.SecuredAt
        && EndedAt == other.EndedAt && Verdicts.SequenceEqual(other.Verdicts) && Sweep == other.Sweep && SweptTo == other.SweptTo
        && Sums == other.Sums && People == other.People && PendingPeople == other.PendingPeople && PledgesMade == other.PledgesMade
        && Payouts.SequenceEqual(other.Payouts) && TranchesPaid == other.TranchesPaid
        && LastPayoutAt == other.LastPayoutAt && PayoutAsks == other.PayoutAsks && PayoutQuietSince == other.PayoutQuietSince
        && ReserveReleased == other.ReserveReleased && Repaid == other.Repaid && RepaidAt == other.RepaidAt && Ledger.Equals(other.Ledger) && Milestones.SequenceEqual(other.Milestones)
        && UpdatedAt == other.UpdatedAt && Reports.SequenceEqual(other.Reports);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Stage, Outcome, Round, Sums, People);
}
