using System.Collections.Immutable;
using CivicTech.Amounts;
using CivicTech.Crowdfunding.Campaigns;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Goals;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.Time;
using NodaTime;
using static CivicTech.Crowdfunding.Tests.Campaigns.Play;

namespace CivicTech.Crowdfunding.Tests.Campaigns;

public sealed class CampaignStagesTests
{
    public static TheoryData<CampaignStage> Stages { get; } = new(Enum.GetValues<CampaignStage>());

    [Fact]
    public void Table_AsMermaid_IsAsPublished() => Golden.Verify(CampaignStages.Table.ToMermaid(), "mmd");

    [Theory]
    [MemberData(nameof(Stages))]
    public void Decide_EveryCommand_IsRefusedByTheStageOrInItsTable(CampaignStage stage)
    {
        var accepted = 0;
        foreach (var command in Commands(SoloAt.Stage(stage)))
        {
            var solo = SoloAt.Stage(stage);
            var decision = solo.Ask(command);
            var isInTable = CampaignStages.Table.Allows(stage, command.Name);
            if (!isInTable)
            {
                Assert.True(decision.Refusals is [{ Code: "wrong-stage" or "after-deadline" }], $"{command.Name}: {string.Join("; ", decision.Refusals)}");
                continue;
            }

            // What speaks against it then is not the stage.
            Assert.DoesNotContain(decision.Refusals, refusal => refusal.Code == "wrong-stage");
            accepted += decision.IsAccepted ? 1 : 0;
            var to = solo.Happens(decision.Events).Last();
            Assert.True(
                CampaignStages.Table.Rows.Any(row => row.From == stage && row.To == to && (row.Trigger == command.Name || row.Trigger == "time")),
                $"{command.Name} led from {stage} to {to}.");
        }

        Assert.Equal(stage == CampaignStage.Rejected, accepted == 0);
    }

    [Fact]
    public void Commands_OfThisTest_AreAllThatTheTableKnows()
    {
        var tried = Commands(SoloAt.Stage(CampaignStage.Live)).Select(command => command.Name);

        Assert.Equal(CampaignStages.Table.Rows.Select(row => row.Trigger).Where(trigger => trigger != "time").Distinct().Order(StringComparer.Ordinal), tried.Distinct().Order(StringComparer.Ordinal));
    }

    // Random people, a random provider, and a scheduler that looks when it likes.
    [Fact]
    public void RandomWalk_TakesOnlyTransitionsOfTheTableAndKeepsItsSums()
    {
        var seen = new HashSet<(CampaignStage, CampaignStage)>();
        for (ulong seed = 1; seed <= 60; seed++)
        {
            var random = new SplitMix64(seed);
            var solo = new Solo(SomePlan.With(Goal(random), random.Pick([CollectionMode.InviteToPay, CollectionMode.ChargeNow, CollectionMode.SaveThenCharge])));
            for (var step = 0; step < 120; step++)
            {
                if (random.OneIn(3))
                {
                    solo.At(solo.Now + Duration.FromHours(random.Below(120)));
                }

                var stage = solo.Head.Stage;
                var command = random.OneIn(4) ? new AdvanceCampaign() : random.Pick(Commands(solo).Where(one => (CampaignStages.Table.Allows(stage, one.Name) && one.Name != "cancel") || random.OneIn(9)).ToList());
                var decision = solo.Ask(command);
                foreach (var (from, to) in solo.Happens(decision.Events).Prepend(stage).Zip(solo.Happens(decision.Events)).Where(move => move.First != move.Second))
                {
                    Assert.True(CampaignStages.Table.Leads(from, to), $"Seed {seed}, step {step}, {command.Name}: from {from} to {to}.");
                    seen.Add((from, to));
                }

                if (decision.IsAccepted)
                {
                    solo.Do(command);
                }

                CheckSums(solo, seed);
            }
        }

        Assert.True(seen.Count >= 14, $"Only {seen.Count} moves were seen.");
    }

    private static GoalRule Goal(SplitMix64 random) => random.Below(4) switch
    {
        0 => GoalRule.AllOrNothing(Eur(1000), SomePlan.Days(30)),
        1 => GoalRule.KeepWhatYouRaise(Eur(1000), SomePlan.Days(20)),
        2 => GoalRule.TwoRounds(Eur(300), Eur(1000), SomePlan.Days(10), SomePlan.Days(10)),
        _ => GoalRule.ThresholdThenOpen(Eur(300), null, SomePlan.Days(30), new OpenEnd("Europe/Paris", 2, 30)),
    };

    private static void CheckSums(Solo solo, ulong seed)
    {
        if (solo.Head.Stage == CampaignStage.None)
        {
            return;
        }

        var sums = solo.State.Pledges.All.Select(pledge => PledgeTally.Of(pledge.Value, solo.State.Plan)).Aggregate(PledgeTally.Zero(Euro), (sum, tally) => sum.Plus(tally));
        Assert.True(sums == solo.Head.Sums, $"Seed {seed}: the head says {solo.Head.Sums}, its pledges {sums}.");
        var people = solo.State.Pledges.All.Where(pledge => PledgeTally.Of(pledge.Value, solo.State.Plan).Counted.IsPositive).Select(pledge => pledge.Value.Backer).Distinct().Count();
        Assert.Equal(people, solo.Head.People);
        Assert.True(solo.Head.Ledger.IsBalanced);
        foreach (var (id, backer) in solo.State.Backers.All)
        {
            var his = solo.State.Pledges.All.Where(pledge => pledge.Value.Backer == id).Select(pledge => PledgeTally.Of(pledge.Value, solo.State.Plan));
            Assert.Equal(his.Aggregate(Eur(0), (sum, tally) => sum + tally.Promised), backer.Amount);
        }
    }

    // One of each command that makes sense as things are.
    private static List<CampaignCommand> Commands(Solo solo)
    {
        var pledge = solo.State.Pledges.All.Select(pledge => pledge.Value).LastOrDefault(pledge => pledge.Standing == PledgeStanding.Committed && pledge.CollectingSince is null)
            ?? solo.State.Pledges.All.Select(pledge => pledge.Value).LastOrDefault();
        var paid = solo.State.Pledges.All.Select(one => one.Value).FirstOrDefault(one => one.Refundable.IsPositive && one.Payable.IsPositive);
        var asked = solo.State.Pledges.All.Select(one => one.Value).LastOrDefault(one => one.LastAttempt is not null);
        var payout = solo.Head.Payouts.LastOrDefault();
        return
        [
            new DraftCampaign { Plan = solo.Plan },
            new SubmitForReview(),
            new ReviewCampaign { Verdict = ReviewVerdict.Approved },
            new ReviewCampaign { Verdict = ReviewVerdict.Returned, Reason = "r" },
            new LaunchCampaign(),
            new AnnounceFinalLap(),
            new ExtendDeadline { Deadline = new Deadline(new LocalDateTime(2026, 12, 1, 0, 0), "Europe/Paris"), Reason = "r" },
            new SuspendCampaign { Reason = "r" },
            new ResumeCampaign(),
            new CancelCampaign { Reason = "r" },
            new PostUpdate { Reference = "r" },
            new ApproveMilestone { Milestone = "roof", Evidence = "e" },
            new PublishReport { Report = ReportKind.Spending, Reference = "r" },
            new PublishReport { Report = ReportKind.Impact, Reference = "r" },
            new AddFundraiser { Fundraiser = $"f{solo.Happened.Count}", FundraiserKind = FundraiserKind.Person },
            new MakePledge { Pledge = $"p{solo.Happened.Count}", Backer = $"b{solo.Happened.Count % 3}", Amount = Eur(200), Method = solo.Happened.Count % 2 == 0 ? "card" : null },
            new ChangePledge { Pledge = pledge?.Id ?? "p", Amount = Eur(300) },
            new CancelPledge { Pledge = pledge?.Id ?? "p" },
            new GiveMethod { Pledge = pledge?.Id ?? "p", Method = "card" },
            new ThankBacker { Pledge = pledge?.Id ?? "p" },
            new RefundPledge { Pledge = paid?.Id ?? "p", Amount = Eur(1), Reason = "r" },
            asked is null ? new RecordPayment { Pledge = "p", Events = [] } : new RecordPayment { Pledge = asked.Id, Events = [Said(solo, asked)] },
            new RecordPayout { Events = payout is null ? [] : [Said(solo, payout)] },
            new RetryPayout(),
            new RecordRepayment { Amount = Eur(1), Evidence = "e" },
        ];
    }

    private static ProviderEvent Said(Solo solo, Pledge pledge) => (solo.Happened.Count % 4) switch
    {
        0 => solo.Said(pledge.Id, ProviderEventKind.Failed),
        1 => solo.Said(pledge.Id, ProviderEventKind.Processing),
        _ => solo.Said(pledge.Id, ProviderEventKind.Captured) with { Amount = pledge.LastAttempt!.Payment.Amount },
    };

    private static ProviderEvent Said(Solo solo, PayoutAttempt payout) => new()
    {
        EventId = $"payout {solo.Happened.Count}", AttemptKey = payout.Key, Kind = ProviderEventKind.PayoutSent, PaymentId = "transfer", Amount = payout.Amount, OccurredAt = solo.Now,
    };
}
