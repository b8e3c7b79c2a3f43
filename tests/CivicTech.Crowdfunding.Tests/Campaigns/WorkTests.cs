using CivicTech.Crowdfunding.Campaigns;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Goals;
using CivicTech.Crowdfunding.Hosting;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.Processes;
using CivicTech.TestKit.Gateways;
using NodaTime;
using static CivicTech.Crowdfunding.Tests.Campaigns.Play;

namespace CivicTech.Crowdfunding.Tests.Campaigns;

// What the scheduler does: twice, late, page by page, and without any storage.
public sealed class WorkTests
{
    // Case P05. The provider here forgets its keys at once: nothing but the campaign itself keeps a backer from paying twice.
    [Fact]
    public async Task P05_AdvanceDue_StartedTwiceOnOneStore_ChargesEachPledgeOnce()
    {
        const int pledges = 450;
        var play = await new Play(SomePlan.AllOrNothing(CollectionMode.SaveThenCharge), new GatewayBehaviour { KeyMemory = Duration.Zero }).LaunchedAsync();
        await Task.WhenAll(Enumerable.Range(0, pledges).Select(i => play.PledgeAsync($"p{i}", 10, "card")));
        play.Clock.Set((await play.HeadAsync()).RoundEndsAt!.Value);
        var other = new CampaignRunner(play.Store, play.Gateway, play.Notices, play.Clock);

        var reports = await Task.WhenAll(Task.Run(() => play.Campaigns.AdvanceDueAsync()), Task.Run(() => other.AdvanceDueAsync()));
        await play.SettleAsync();

        Assert.All(reports, report => Assert.Empty(report.Failures));
        var taken = play.Gateway.TakenFromAll(Euro);
        Assert.Equal((pledges, Eur(4500)), (taken.Payments, taken.Captured));
        Assert.All(Enumerable.Range(0, pledges), i => Assert.Equal(1, play.Gateway.TakenFrom($"backer of p{i}", Euro).Payments));
        Assert.Equal(pledges, (await play.JournalAsync<AttemptMade>()).Count);
        var head = await play.HeadAsync();
        Assert.Equal((CampaignStage.Delivering, Eur(4500)), (head.Stage, head.Sums.Captured));
    }

    [Fact]
    public async Task Sweep_2500Pledges_GoesThroughAllInSeveralPages()
    {
        const int pledges = 2_500;
        var play = await new Play(SomePlan.AllOrNothing()).LaunchedAsync();
        await Task.WhenAll(Enumerable.Range(0, pledges).Select(i => play.PledgeAsync($"p{i}", 0.39m)));
        var before = await play.HeadAsync();
        Assert.Equal((pledges, pledges, Eur(975)), (before.PledgesMade, before.People, before.Sums.Counted));

        // Pledges that were noted to lack feedback need not be gone through one by one before.
        await play.DoAsync(new PostUpdate { Reference = "news" });
        play.Clock.Set(before.RoundEndsAt!.Value);
        await play.SettleAsync();

        var head = await play.HeadAsync();
        Assert.Equal((CampaignOutcome.Failed, CampaignStage.Completed, Eur(0), 0), (head.Outcome, head.Stage, head.Sums.Counted, head.People));
        var moves = await play.JournalAsync<SweepMoved>();
        Assert.Equal(14, moves.Count);
        Assert.True(moves[^1].IsDone);
        Assert.Equal(moves.Select(move => move.After).OfType<string>().Order(StringComparer.Ordinal), moves.Select(move => move.After).OfType<string>());
        Assert.Equal(pledges, (await play.JournalAsync<PledgeStood>()).Select(stood => stood.Pledge).Distinct().Count());
        var standing = 0;
        await foreach (var pledge in play.Campaigns.PledgesAsync(Campaign))
        {
            standing += pledge.Standing == PledgeStanding.Void ? 1 : 0;
        }

        Assert.Equal(pledges, standing);
    }

    public static TheoryData<string> Models { get; } = new("all-or-nothing", "missed", "keep", "two rounds", "two rounds missed", "in flight", "open");

    // The scheduler may be dead for months: what is decided, and as of when, is the same.
    [Theory]
    [MemberData(nameof(Models))]
    public void Advance_ForTheFirstTimeLongAfterTheEnd_DecidesAsOneInTime(string model)
    {
        var inTime = Begun(model);
        inTime.PassTo(Start + Duration.FromDays(200));
        var late = Begun(model);
        late.LookAt(Start + Duration.FromDays(200));

        Assert.Equal(Decided(inTime), Decided(late));
        Assert.NotEqual(CampaignOutcome.Open, late.Head.Outcome);
        Assert.Equal(inTime.Asked<GatewayCall.Refund>().Select(call => call.Key), late.Asked<GatewayCall.Refund>().Select(call => call.Key));
    }

    [Fact]
    public void Decider_Alone_TellsWhenItIsNextDueAndDoesIt()
    {
        var process = new CampaignProcess();
        Assert.Null(CampaignProcess.NextDue(process.Initial));
        Assert.Empty(process.Decide(process.Initial, new AdvanceCampaign(), Start).Events);

        var state = process.Initial;
        foreach (var command in new CampaignCommand[]
        {
            new DraftCampaign { Plan = SomePlan.AllOrNothing() }, new SubmitForReview(), new ReviewCampaign { Verdict = ReviewVerdict.Approved }, new LaunchCampaign(),
            new MakePledge { Pledge = "p1", Backer = "b", Amount = Eur(1000) }, new ThankBacker { Pledge = "p1" },
        })
        {
            state = process.Decide(state, command, Start).State;
        }

        var end = Start + Duration.FromDays(30);
        Assert.Equal(end, CampaignProcess.NextDue(state));
        Assert.Empty(process.Decide(state, new AdvanceCampaign { Documents = null }, end - Duration.FromTicks(1)).Events);

        var decision = process.Decide(state, new AdvanceCampaign { Documents = null }, end);

        Assert.Equal(CampaignOutcome.Succeeded, decision.State.Head.Outcome);
        Assert.Equal(decision.State.Head, decision.Events.Aggregate(state, process.Evolve).Head);
        Assert.Equal(["backers/succeeded", "playground/p1/1"], decision.State.Effects.All.Select(effect => effect.Key));
        Assert.Equal(end, CampaignProcess.NextDue(decision.State));
    }

    [Fact]
    public async Task Execute_SameKeyAgain_IsDoneOnceAndAnsweredAlike()
    {
        var play = await new Play(SomePlan.AllOrNothing()).LaunchedAsync();
        var pledge = new MakePledge { Key = "request 7", Pledge = "p1", Backer = "b", Amount = Eur(10) };
        var first = await play.DoAsync(pledge);
        play.Clock.Advance(Duration.FromHours(1));

        var again = await play.DoAsync(pledge);
        var other = await play.Campaigns.ExecuteAsync(Campaign, pledge with { Amount = Eur(11) });

        Assert.True(again.IsRepeat);
        Assert.Equal((first.At, first.Version), (again.At, again.Version));
        Assert.Equal(first.Events.ToArray(), again.Events.ToArray());
        Assert.Equal("command-key-reused", Assert.Single(other.Refusals).Code);
        var head = await play.HeadAsync();
        Assert.Equal((1, Eur(10)), (head.PledgesMade, head.Sums.Counted));
    }

    [Fact]
    public async Task Execute_SameKeyOnManyNodesAtOnce_IsDoneOnce()
    {
        var play = await new Play(SomePlan.AllOrNothing()).LaunchedAsync();
        var nodes = Enumerable.Range(0, 4).Select(_ => new CampaignRunner(play.Store, play.Gateway, play.Notices, play.Clock)).ToList();
        var pledge = new MakePledge { Key = "request 7", Pledge = "p1", Backer = "b", Amount = Eur(10) };

        var answers = await Task.WhenAll(nodes.SelectMany(node => Enumerable.Range(0, 5).Select(_ => Task.Run(() => node.ExecuteAsync(Campaign, pledge)))));

        Assert.Single(answers, answer => !answer.IsRepeat);
        Assert.All(answers, answer => Assert.True(answer.IsAccepted));
        Assert.Equal(1, (await play.HeadAsync()).PledgesMade);
    }

    [Fact]
    public async Task Execute_PlanOfAnotherCampaign_IsAnErrorOfTheCaller()
    {
        var play = new Play(SomePlan.AllOrNothing());

        await Assert.ThrowsAsync<ArgumentException>(() => play.Campaigns.ExecuteAsync("other", new DraftCampaign { Plan = play.Plan }));
    }

    private static Solo Begun(string model)
    {
        var solo = new Solo(model switch
        {
            "keep" => SomePlan.With(GoalRule.KeepWhatYouRaise(Eur(1000), SomePlan.Days(30))),
            "two rounds" or "two rounds missed" => SomePlan.With(GoalRule.TwoRounds(Eur(500), Eur(1000), "Europe/Paris")),
            "in flight" => SomePlan.AllOrNothing(CollectionMode.ChargeNow),
            "open" => SomePlan.With(GoalRule.ThresholdThenOpen(Eur(400), null, SomePlan.Days(30), new OpenEnd("Europe/Paris", 7, 90))),
            _ => SomePlan.AllOrNothing(),
        }).Launched();
        if (model == "in flight")
        {
            solo.Pledge("p1", 400);
            solo.Paid("p1");
            solo.PassTo(solo.End - Duration.FromDays(2)).Pledge("p2", 600);
            return solo;
        }

        // Where a round is passed on the way money given outside stands for what would be collected meanwhile, or not.
        var evidence = model is "two rounds" or "two rounds missed" or "open" ? "receipt" : null;
        solo.Do(new MakePledge { Pledge = "p1", Backer = "a", Amount = Eur(400), Evidence = evidence });
        solo.Do(new MakePledge
        {
            Pledge = "p2", Backer = "b", Amount = Eur(model is "missed" or "keep" or "two rounds missed" ? 50 : 600), IsConditional = model == "keep", Evidence = evidence,
        });
        return solo;
    }

    private static object Decided(Solo solo) => (
        solo.Head.Outcome, solo.Head.EndedAt, solo.Head.SecuredAt, solo.Head.Round, solo.Head.RoundStartedAt, solo.Head.RoundEndsAt, string.Join("; ", solo.Head.Verdicts),
        string.Join(", ", solo.All<RoundJudged>().Select(judged => judged.At)));
}
