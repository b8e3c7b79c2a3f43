using System.Text.Json.Serialization;
using CivicTech.Budgeting.Calendars;
using CivicTech.Processes;

namespace CivicTech.Budgeting.Commands;

/// <summary>What can be asked of a cycle.</summary>
/// <remarks>Immutable. As JSON, <c>kind</c> says which command it is.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
// Lifecycle
[JsonDerivedType(typeof(PlanCycle), "plan")]
[JsonDerivedType(typeof(PublishPlan), "publish-plan")]
[JsonDerivedType(typeof(ExtendStage), "extend-stage")]
[JsonDerivedType(typeof(CancelCycle), "cancel")]
[JsonDerivedType(typeof(CompleteCycle), "complete")]
// Proposals
[JsonDerivedType(typeof(SubmitProposal), "submit-proposal")]
[JsonDerivedType(typeof(EditProposal), "edit-proposal")]
[JsonDerivedType(typeof(WithdrawProposal), "withdraw-proposal")]
[JsonDerivedType(typeof(AddAuthor), "add-author")]
[JsonDerivedType(typeof(ConfirmAuthor), "confirm-author")]
[JsonDerivedType(typeof(CommentOnProposal), "comment-on-proposal")]
[JsonDerivedType(typeof(SupportProposal), "support-proposal")]
[JsonDerivedType(typeof(WithdrawSupport), "withdraw-support")]
[JsonDerivedType(typeof(HideProposal), "hide-proposal")]
[JsonDerivedType(typeof(ShowProposal), "show-proposal")]
[JsonDerivedType(typeof(HideComment), "hide-comment")]
[JsonDerivedType(typeof(ShowComment), "show-comment")]
[JsonDerivedType(typeof(AssessProposal), "assess-proposal")]
[JsonDerivedType(typeof(DecideFeasibility), "decide-feasibility")]
[JsonDerivedType(typeof(SetPrice), "set-price")]
[JsonDerivedType(typeof(FileAppeal), "file-appeal")]
[JsonDerivedType(typeof(DecideAppeal), "decide-appeal")]
[JsonDerivedType(typeof(RewordProposal), "reword-proposal")]
[JsonDerivedType(typeof(GroupProposals), "group-proposals")]
[JsonDerivedType(typeof(SplitProposal), "split-proposal")]
[JsonDerivedType(typeof(ShortlistProposals), "shortlist-proposals")]
[JsonDerivedType(typeof(ShortlistByHand), "shortlist-by-hand")]
// Ballot
[JsonDerivedType(typeof(FreezeBallot), "freeze-ballot")]
[JsonDerivedType(typeof(ChangeBallot), "change-ballot")]
[JsonDerivedType(typeof(RecordSeal), "record-seal")]
// Paper
[JsonDerivedType(typeof(OpenBatch), "open-batch")]
[JsonDerivedType(typeof(CorrectBatch), "correct-batch")]
[JsonDerivedType(typeof(EnterCard), "enter-card")]
[JsonDerivedType(typeof(DecideCard), "decide-card")]
[JsonDerivedType(typeof(VoidCard), "void-card")]
[JsonDerivedType(typeof(ReconcileBatch), "reconcile-batch")]
// Results
[JsonDerivedType(typeof(RevealLot), "reveal-lot")]
[JsonDerivedType(typeof(RecordCount), "record-count")]
[JsonDerivedType(typeof(CertifyResult), "certify-result")]
[JsonDerivedType(typeof(PublishResult), "publish-result")]
[JsonDerivedType(typeof(ProposeOverride), "propose-override")]
[JsonDerivedType(typeof(ConfirmOverride), "confirm-override")]
// Realisation
[JsonDerivedType(typeof(FundProjects), "fund-projects")]
[JsonDerivedType(typeof(PlanProject), "plan-project")]
[JsonDerivedType(typeof(StartProject), "start-project")]
[JsonDerivedType(typeof(ReportMilestone), "report-milestone")]
[JsonDerivedType(typeof(ReportSpending), "report-spending")]
[JsonDerivedType(typeof(ApproveIncrease), "approve-increase")]
[JsonDerivedType(typeof(ReportDelay), "report-delay")]
[JsonDerivedType(typeof(SuspendProject), "suspend-project")]
[JsonDerivedType(typeof(ResumeProject), "resume-project")]
[JsonDerivedType(typeof(FinishProject), "finish-project")]
[JsonDerivedType(typeof(AbandonProject), "abandon-project")]
[JsonDerivedType(typeof(MergeProject), "merge-project")]
[JsonDerivedType(typeof(FollowProject), "follow-project")]
[JsonDerivedType(typeof(UnfollowProject), "unfollow-project")]
// Work
[JsonDerivedType(typeof(AdvanceCycle), "advance")]
[JsonDerivedType(typeof(StartEffect), "start-effect")]
[JsonDerivedType(typeof(SettleEffect), "settle-effect")]
public abstract record CycleCommand : IProcessCommand
{
    private protected CycleCommand()
    {
    }

    /// <inheritdoc />
    public string? Key { get; init; }

    /// <inheritdoc />
    public string? By { get; init; }

    /// <summary>In which role: what the host vouches for; see <see cref="CycleRoles"/>. That somebody is an author of a proposal the cycle knows by itself.</summary>
    public string Role { get; init => field = value ?? CycleRoles.Citizen; } = CycleRoles.Citizen;

    /// <summary>Its name in the table of statuses and in refusals.</summary>
    [JsonIgnore]
    public abstract string Name { get; }

    /// <summary>What the calendar must permit; null for what the library itself asks for.</summary>
    [JsonIgnore]
    public virtual Activity? Activity => Calendars.Activity.Administer;
}
