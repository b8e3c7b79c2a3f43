using CivicTech.Crowdfunding.Events;
using CivicTech.Processes;
using static CivicTech.Crowdfunding.Events.CampaignStage;

namespace CivicTech.Crowdfunding.Campaigns;

/// <summary>The stages of a campaign as a table: which commands each takes, and where they lead.</summary>
public static class CampaignStages
{
    internal const string Time = "time";

    private static readonly CampaignStage[] Launched = [Live, Suspended, Closing, Settling, Delivering, Completed];

    /// <summary>The table. <c>time</c> stands for what happens because its time has come.</summary>
    public static TransitionTable<CampaignStage> Table { get; } = new(
        None,
        [
            new(None, "draft", Draft),
            new(Draft, "draft", Draft),
            new(Draft, "submit-for-review", InReview),
            new(InReview, "review", Approved),
            new(InReview, "review", Draft),
            new(InReview, "review", Rejected),
            new(Approved, "launch", Live),
            .. Stay("make-pledge", Live),
            new(Live, "make-pledge", Settling),
            .. Stay("change-pledge", Live),
            new(Live, "change-pledge", Settling),
            .. Stay("cancel-pledge", Live, Suspended),
            .. Stay("add-fundraiser", Approved, Live, Suspended),
            .. Stay("announce-final-lap", Live, Suspended),
            .. Stay("extend-deadline", Live, Suspended),
            new(Live, "suspend", Suspended),
            new(Suspended, "resume", Live),
            new(Live, Time, Closing),
            new(Live, Time, Settling),
            .. Stay(Time, Live),
            new(Suspended, Time, Closing),
            new(Suspended, Time, Settling),
            .. Stay(Time, Suspended),
            new(Closing, Time, Live),
            new(Closing, Time, Suspended),
            new(Closing, Time, Settling),
            new(Settling, Time, Delivering),
            new(Settling, Time, Completed),
            new(Delivering, Time, Completed),
            .. new[] { Draft, InReview, Approved, Live, Suspended, Closing, Settling, Delivering }.Select(stage => new Transition<CampaignStage>(stage, "cancel", Settling)),
            .. Stay("give-method", Live, Suspended, Closing, Settling, Delivering),
            .. Stay("thank-backer", Live, Suspended, Closing, Settling, Delivering),
            .. Stay("refund-pledge", Live, Suspended, Closing, Settling, Delivering),
            .. Stay("approve-milestone", Live, Suspended, Closing, Settling, Delivering),
            .. Stay("publish-report", Settling, Delivering, Completed),
            .. Stay("post-update", Launched),
            .. Stay("record-payment", Launched),
            .. Stay("record-payout", Launched),
            .. Stay("retry-payout", Live, Suspended, Closing, Settling, Delivering, Completed),
            .. Stay("record-repayment", Live, Suspended, Closing, Settling, Delivering, Completed),
        ]);

    private static IEnumerable<Transition<CampaignStage>> Stay(string command, params CampaignStage[] stages) =>
        stages.Select(stage => new Transition<CampaignStage>(stage, command, stage));
}
