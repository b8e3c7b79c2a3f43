using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Events;
using NodaTime;

namespace CivicTech.Crowdfunding.Tests.Campaigns;

/// <summary>A campaign at each of its stages: 600 and 400 euros charged at once, of which the second is still on its way until the stage needs it.</summary>
internal static class SoloAt
{
    internal static Solo Stage(CampaignStage stage)
    {
        var solo = new Solo(SomePlan.AllOrNothing(CollectionMode.ChargeNow));
        switch (stage)
        {
            case CampaignStage.None: break;
            case CampaignStage.Draft: solo.Do(new DraftCampaign { Plan = solo.Plan }); break;
            case CampaignStage.InReview: InReview(solo); break;
            case CampaignStage.Rejected: InReview(solo).Do(new ReviewCampaign { Verdict = ReviewVerdict.Rejected, Reason = "r" }); break;
            case CampaignStage.Approved: solo.Approved(); break;
            case CampaignStage.Live: Live(solo); break;
            case CampaignStage.Suspended: Live(solo).Do(new SuspendCampaign { Reason = "r" }); break;
            case CampaignStage.Closing: Live(solo).PassTo(solo.End); break;
            case CampaignStage.Settling: Live(solo).PassTo(solo.End).Paid("p2"); break;
            case CampaignStage.Delivering: Delivering(solo); break;
            default: Delivered(solo); break;
        }

        Assert.Equal(stage, solo.Head.Stage);
        return solo;
    }

    private static Solo InReview(Solo solo)
    {
        solo.Do(new DraftCampaign { Plan = solo.Plan });
        solo.Do(new SubmitForReview());
        return solo;
    }

    private static Solo Live(Solo solo)
    {
        solo.Launched().Pledge("p1", 600);
        solo.Paid("p1");
        solo.PassTo(solo.End - Duration.FromDays(1));
        solo.Pledge("p2", 400);
        return solo;
    }

    private static Solo Delivering(Solo solo)
    {
        Live(solo).PassTo(solo.End).Paid("p2");
        return solo.PassTo(solo.Now);
    }

    private static void Delivered(Solo solo)
    {
        Delivering(solo).PassTo(solo.Now + Duration.FromDays(14));
        var payout = solo.Head.Payouts.Single();
        solo.Do(new RecordPayout
        {
            Events = [new ProviderEvent { EventId = "sent", AttemptKey = payout.Key, Kind = ProviderEventKind.PayoutSent, PaymentId = "transfer", Amount = payout.Amount, OccurredAt = solo.Now }],
        });
        solo.Do(new PublishReport { Report = Crowdfunding.Plans.ReportKind.Spending, Reference = "r" });
        solo.Do(new PublishReport { Report = Crowdfunding.Plans.ReportKind.Impact, Reference = "r" });
    }
}
