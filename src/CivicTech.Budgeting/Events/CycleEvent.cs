using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Events;

/// <summary>What can happen to a cycle. The events folded give the state.</summary>
/// <remarks>Immutable. As JSON, <c>kind</c> says which event it is; what an earlier version wrote stays readable.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
// Lifecycle
[JsonDerivedType(typeof(CyclePlanned), "planned")]
[JsonDerivedType(typeof(PlanPublished), "plan-published")]
[JsonDerivedType(typeof(StageExtended), "stage-extended")]
[JsonDerivedType(typeof(CycleCancelled), "cancelled")]
[JsonDerivedType(typeof(CycleCompleted), "completed")]
// Proposals
[JsonDerivedType(typeof(ProposalSubmitted), "proposal-submitted")]
[JsonDerivedType(typeof(ProposalEdited), "proposal-edited")]
[JsonDerivedType(typeof(ProposalWithdrawn), "proposal-withdrawn")]
[JsonDerivedType(typeof(AuthorNamed), "author-named")]
[JsonDerivedType(typeof(AuthorJoined), "author-joined")]
[JsonDerivedType(typeof(CommentPosted), "comment-posted")]
[JsonDerivedType(typeof(CommentModerated), "comment-moderated")]
[JsonDerivedType(typeof(ProposalModerated), "proposal-moderated")]
[JsonDerivedType(typeof(ProposalSupported), "proposal-supported")]
[JsonDerivedType(typeof(SupportWithdrawn), "support-withdrawn")]
[JsonDerivedType(typeof(ProposalAssessed), "proposal-assessed")]
[JsonDerivedType(typeof(ProposalDecided), "proposal-decided")]
[JsonDerivedType(typeof(PriceSet), "price-set")]
[JsonDerivedType(typeof(AppealFiled), "appeal-filed")]
[JsonDerivedType(typeof(AppealDecided), "appeal-decided")]
[JsonDerivedType(typeof(ProposalReworded), "proposal-reworded")]
[JsonDerivedType(typeof(ProposalsGrouped), "proposals-grouped")]
[JsonDerivedType(typeof(ProposalSplit), "proposal-split")]
[JsonDerivedType(typeof(ProposalsShortlisted), "proposals-shortlisted")]
[JsonDerivedType(typeof(ProposalsPutOnBallot), "proposals-put-on-ballot")]
[JsonDerivedType(typeof(ProposalsTakenOffBallot), "proposals-taken-off-ballot")]
// Ballot
[JsonDerivedType(typeof(BallotFrozen), "ballot-frozen")]
[JsonDerivedType(typeof(BallotChanged), "ballot-changed")]
[JsonDerivedType(typeof(VotingOpened), "voting-opened")]
[JsonDerivedType(typeof(VotingClosed), "voting-closed")]
[JsonDerivedType(typeof(SealAsked), "seal-asked")]
[JsonDerivedType(typeof(BoxSealed), "box-sealed")]
// Paper
[JsonDerivedType(typeof(BatchOpened), "batch-opened")]
[JsonDerivedType(typeof(BatchCorrected), "batch-corrected")]
[JsonDerivedType(typeof(BatchReconciled), "batch-reconciled")]
[JsonDerivedType(typeof(CardEntered), "card-entered")]
[JsonDerivedType(typeof(CardDecided), "card-decided")]
[JsonDerivedType(typeof(CardVoidBegun), "card-void-begun")]
[JsonDerivedType(typeof(PaperClosed), "paper-closed")]
// Results
[JsonDerivedType(typeof(LotRevealed), "lot-revealed")]
[JsonDerivedType(typeof(CountRecorded), "count-recorded")]
[JsonDerivedType(typeof(ResultCertified), "result-certified")]
[JsonDerivedType(typeof(ResultPublished), "result-published")]
[JsonDerivedType(typeof(OverrideProposed), "override-proposed")]
[JsonDerivedType(typeof(OverrideConfirmed), "override-confirmed")]
// Realisation
[JsonDerivedType(typeof(ProjectFunded), "project-funded")]
[JsonDerivedType(typeof(ProjectPlanned), "project-planned")]
[JsonDerivedType(typeof(ProjectStarted), "project-started")]
[JsonDerivedType(typeof(MilestoneReached), "milestone-reached")]
[JsonDerivedType(typeof(SpendingReported), "spending-reported")]
[JsonDerivedType(typeof(IncreaseApproved), "increase-approved")]
[JsonDerivedType(typeof(MilestoneDelayed), "milestone-delayed")]
[JsonDerivedType(typeof(MilestoneOverdue), "milestone-overdue")]
[JsonDerivedType(typeof(ProjectSuspended), "project-suspended")]
[JsonDerivedType(typeof(ProjectResumed), "project-resumed")]
[JsonDerivedType(typeof(ProjectFinished), "project-finished")]
[JsonDerivedType(typeof(ProjectAbandoned), "project-abandoned")]
[JsonDerivedType(typeof(ProjectMerged), "project-merged")]
[JsonDerivedType(typeof(ProjectFollowed), "project-followed")]
[JsonDerivedType(typeof(ProjectUnfollowed), "project-unfollowed")]
// Work
[JsonDerivedType(typeof(EffectRequested), "effect-requested")]
[JsonDerivedType(typeof(EffectStarted), "effect-started")]
[JsonDerivedType(typeof(EffectSettled), "effect-settled")]
public abstract record CycleEvent
{
    private protected CycleEvent()
    {
    }
}
