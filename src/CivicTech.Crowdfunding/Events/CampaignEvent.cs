using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Events;

/// <summary>What can happen to a campaign. The events folded give the state.</summary>
/// <remarks>Immutable. As JSON, <c>kind</c> says which event it is; what an earlier version wrote stays readable.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(CampaignDrafted), "drafted")]
[JsonDerivedType(typeof(SubmittedForReview), "submitted-for-review")]
[JsonDerivedType(typeof(CampaignReviewed), "reviewed")]
[JsonDerivedType(typeof(CampaignLaunched), "launched")]
[JsonDerivedType(typeof(RoundStarted), "round-started")]
[JsonDerivedType(typeof(RoundEndMoved), "round-end-moved")]
[JsonDerivedType(typeof(RoundJudged), "round-judged")]
[JsonDerivedType(typeof(ClosingStarted), "closing-started")]
[JsonDerivedType(typeof(CampaignSuspended), "suspended")]
[JsonDerivedType(typeof(CampaignResumed), "resumed")]
[JsonDerivedType(typeof(CampaignEnded), "ended")]
[JsonDerivedType(typeof(SweepMoved), "sweep-moved")]
[JsonDerivedType(typeof(StageReached), "stage-reached")]
[JsonDerivedType(typeof(UpdatePosted), "update-posted")]
[JsonDerivedType(typeof(MilestoneApproved), "milestone-approved")]
[JsonDerivedType(typeof(ReportPublished), "report-published")]
[JsonDerivedType(typeof(ReportMissed), "report-overdue")]
[JsonDerivedType(typeof(FundraiserAdded), "fundraiser-added")]
[JsonDerivedType(typeof(PledgeMade), "pledge-made")]
[JsonDerivedType(typeof(PledgeChanged), "pledge-changed")]
[JsonDerivedType(typeof(PledgeStood), "pledge-stood")]
[JsonDerivedType(typeof(CollectionStarted), "collection-started")]
[JsonDerivedType(typeof(MethodGiven), "method-given")]
[JsonDerivedType(typeof(AttemptMade), "attempt-made")]
[JsonDerivedType(typeof(PaymentLearned), "payment-learned")]
[JsonDerivedType(typeof(BackerReminded), "backer-reminded")]
[JsonDerivedType(typeof(HoldCaptureAsked), "capture-asked")]
[JsonDerivedType(typeof(ReleaseAsked), "release-asked")]
[JsonDerivedType(typeof(RefundAsked), "refund-asked")]
[JsonDerivedType(typeof(ProviderAsked), "provider-asked")]
[JsonDerivedType(typeof(RestGivenUp), "rest-given-up")]
[JsonDerivedType(typeof(MoneyGivenBack), "money-given-back")]
[JsonDerivedType(typeof(FeedbackNoted), "feedback-noted")]
[JsonDerivedType(typeof(MoneyPosted), "money-posted")]
[JsonDerivedType(typeof(PayoutMade), "payout-made")]
[JsonDerivedType(typeof(PayoutLearned), "payout-learned")]
[JsonDerivedType(typeof(ReserveReleased), "reserve-released")]
[JsonDerivedType(typeof(OwnerRepaid), "owner-repaid")]
[JsonDerivedType(typeof(EffectRequested), "effect-requested")]
[JsonDerivedType(typeof(EffectStarted), "effect-started")]
[JsonDerivedType(typeof(EffectSettled), "effect-settled")]
public abstract record CampaignEvent
{
    private protected CampaignEvent()
    {
    }
}
