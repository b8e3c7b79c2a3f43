using System.Text.Json.Serialization;
using CivicTech.Processes;

namespace CivicTech.Crowdfunding.Commands;

/// <summary>What can be asked of a campaign.</summary>
/// <remarks>Immutable. As JSON, <c>kind</c> says which command it is.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(DraftCampaign), "draft")]
[JsonDerivedType(typeof(SubmitForReview), "submit-for-review")]
[JsonDerivedType(typeof(ReviewCampaign), "review")]
[JsonDerivedType(typeof(LaunchCampaign), "launch")]
[JsonDerivedType(typeof(AnnounceFinalLap), "announce-final-lap")]
[JsonDerivedType(typeof(ExtendDeadline), "extend-deadline")]
[JsonDerivedType(typeof(SuspendCampaign), "suspend")]
[JsonDerivedType(typeof(ResumeCampaign), "resume")]
[JsonDerivedType(typeof(CancelCampaign), "cancel")]
[JsonDerivedType(typeof(PostUpdate), "post-update")]
[JsonDerivedType(typeof(ApproveMilestone), "approve-milestone")]
[JsonDerivedType(typeof(PublishReport), "publish-report")]
[JsonDerivedType(typeof(AddFundraiser), "add-fundraiser")]
[JsonDerivedType(typeof(MakePledge), "make-pledge")]
[JsonDerivedType(typeof(ChangePledge), "change-pledge")]
[JsonDerivedType(typeof(CancelPledge), "cancel-pledge")]
[JsonDerivedType(typeof(GiveMethod), "give-method")]
[JsonDerivedType(typeof(ThankBacker), "thank-backer")]
[JsonDerivedType(typeof(RefundPledge), "refund-pledge")]
[JsonDerivedType(typeof(RecordPayment), "record-payment")]
[JsonDerivedType(typeof(RecordPayout), "record-payout")]
[JsonDerivedType(typeof(RetryPayout), "retry-payout")]
[JsonDerivedType(typeof(RecordRepayment), "record-repayment")]
[JsonDerivedType(typeof(AdvanceCampaign), "advance")]
[JsonDerivedType(typeof(StartEffect), "start-effect")]
[JsonDerivedType(typeof(SettleEffect), "settle-effect")]
public abstract record CampaignCommand : IProcessCommand
{
    private protected CampaignCommand()
    {
    }

    /// <inheritdoc />
    public string? Key { get; init; }

    /// <inheritdoc />
    public string? By { get; init; }

    /// <summary>Its name in the table of stages and in refusals.</summary>
    [JsonIgnore]
    public abstract string Name { get; }
}
