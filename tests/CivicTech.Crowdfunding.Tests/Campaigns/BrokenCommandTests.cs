using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using CivicTech.Amounts;
using CivicTech.Crowdfunding.Campaigns;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Fees;
using CivicTech.Crowdfunding.Goals;
using CivicTech.Crowdfunding.Hosting;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.Crowdfunding.Tests.Payments;
using CivicTech.Numerics;
using CivicTech.Time;
using NodaTime;
using static CivicTech.Crowdfunding.Tests.Campaigns.Play;

namespace CivicTech.Crowdfunding.Tests.Campaigns;

/// <summary>Commands come from clients. One that is broken in any place cannot be read, which is told by a <see cref="JsonException"/> or, without its kind, a <see cref="NotSupportedException"/>, or is refused, or is accepted and can be stored and gone on with; nothing else happens.</summary>
public sealed partial class BrokenCommandTests
{
    private static readonly Deadline Deadline = new(new LocalDateTime(2026, 6, 30, 23, 59), "Europe/Paris");

    // With every kind of target, end and fee.
    private static readonly CampaignPlan Various = SomePlan.With(
        new GoalRule(
            new GoalRound(new FixedEnd(Deadline)) { Target = new AllOf(new MoneyTarget(Eur(500)), new AnyOf(new PeopleTarget(7), new MoneyTarget(Eur(900)))), Closes = RoundClosing.WhenMet, IfMissed = MissedTarget.Keep },
            new GoalRound(OpenEnd.In("UTC")))
        {
            Cap = Eur(5000),
            CapPolicy = CapPolicy.CloseWhenReached,
            MinimumPledge = Eur(2),
        }) with
    {
        Fees = new FeeSchedule(
            new Fee { Name = "steps", Tiers = [new FeeTier(new Rational(1, 10), Eur(100)), new FeeTier(new Rational(1, 20), null)], Rounding = MoneyRounding.HalfEven },
            new Fee { Name = "fixed", Fixed = Eur(1), Bearer = FeeBearer.OnTop }),
    };

    private static readonly MakePledge Pledge = new() { Pledge = "p2", Backer = "b2", Amount = Eur(10), Tip = Eur(1), IsAnonymous = true, IsConditional = true, Via = "org", Method = "card", IsInvited = true, Key = "k", By = "b" };

    private static readonly ImmutableArray<(Func<Solo> Campaign, Func<Solo, ImmutableArray<CampaignCommand>> Commands)> Taken =
    [
        (() => SoloAt.Stage(CampaignStage.None), _ => [new DraftCampaign { Plan = StoredSamples.Plan, Key = "k", By = "b" }, new DraftCampaign { Plan = Various }]),
        (() => SoloAt.Stage(CampaignStage.Draft), _ => [new SubmitForReview()]),
        (() => SoloAt.Stage(CampaignStage.InReview), _ => [new ReviewCampaign { Verdict = ReviewVerdict.Returned, Reason = "r" }]),
        (() => SoloAt.Stage(CampaignStage.Approved), _ => [new LaunchCampaign()]),
        (() => new Solo(SomePlan.With(GoalRule.OpenEnded("UTC"))).Launched(), _ => [new AnnounceFinalLap()]),
        (() => SoloAt.Stage(CampaignStage.Suspended), _ => [new ResumeCampaign()]),
        (
            Invited,
            _ =>
            [
                new AddFundraiser { Fundraiser = "f1", FundraiserKind = FundraiserKind.Team, Parent = "org", Goal = Eur(10) },
                Pledge,
                Pledge with { Evidence = "e", Method = null },
                new ChangePledge { Pledge = "p1", Amount = Eur(15) },
                new CancelPledge { Pledge = "p1" },
                new ApproveMilestone { Milestone = "roof", Evidence = "photo" },
            ]),
        (
            () => SoloAt.Stage(CampaignStage.Live),
            solo =>
            [
                new ExtendDeadline { Deadline = new Deadline(Deadline.Local, Deadline.Zone) { SkippedHour = SkippedHour.EndOfGap, DoubledHour = DoubledHour.Later }, Reason = "r" },
                new SuspendCampaign { Reason = "r" },
                new CancelCampaign { Reason = "r" },
                new PostUpdate { Reference = "text/2" },
                new RefundPledge { Pledge = "p1", Amount = Eur(5), Reason = "r" },
                new GiveMethod { Pledge = "p2", Method = "card" },
                new ThankBacker { Pledge = "p1" },
                new RecordPayment
                {
                    Pledge = "p2",
                    Events =
                    [
                        solo.Said("p2", ProviderEventKind.Authorised, 400) with { CaptureBefore = solo.Now },
                        solo.Said("p2", ProviderEventKind.Captured, 400) with { Fee = Eur(1) },
                        solo.Said("p2", ProviderEventKind.RefundCompleted, 5) with { RefundKey = "by hand" },
                        solo.Said("p2", ProviderEventKind.DisputeOpened, 20) with { Fee = Eur(2) },
                        solo.Said("p2", ProviderEventKind.Failed) with { FailureCode = "declined" },
                    ],
                },
                new StartEffect { Effect = "playground/p2/1" },
                new SettleEffect { Effect = "playground/p2/1", Refused = "no" },
                new AdvanceCampaign { Documents = ["pledge/p1", "effect/playground/p2/1"] },
            ]),
        (() => SoloAt.Stage(CampaignStage.Delivering), _ => [new PublishReport { Report = ReportKind.Impact, Reference = "r" }]),
        (
            Paying,
            solo =>
            [
                new RecordPayout { Events = [Sent(solo), Sent(solo) with { EventId = "returned", Kind = ProviderEventKind.PayoutReturned, Amount = null, Fee = null }] },
                new RecordRepayment { Amount = Eur(5), Evidence = "bank" },
            ]),
        (
            () =>
            {
                var solo = Paying();
                solo.Do(new RecordPayout { Events = [Sent(solo) with { Kind = ProviderEventKind.PayoutFailed, Amount = null, Fee = null, FailureCode = "closed-account" }] });
                return solo;
            },
            _ => [new RetryPayout()]),
    ];

    public static IEnumerable<object[]> Commands => Taken.Index().SelectMany(campaign => campaign.Item.Commands(campaign.Item.Campaign()).Select((_, command) => new object[] { campaign.Index, command }));

    [Fact]
    public void Commands_ThatAreBroken_AreOfEveryKind() => Assert.Empty(
        typeof(CampaignCommand).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType)
            .Except(Taken.SelectMany(campaign => campaign.Commands(campaign.Campaign())).Select(command => command.GetType())));

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_BrokenInAnyPlace_IsNotReadOrDecided(int campaign, int command)
    {
        var solo = Taken[campaign].Campaign();
        var whole = Taken[campaign].Commands(solo)[command];
        var json = JsonSerializer.Serialize(whole, CampaignJson.Default.CampaignCommand);
        Assert.True(solo.Ask(whole).IsAccepted, $"{json}: {string.Join("; ", solo.Ask(whole).Refusals)}");
        Assert.All(BrokenJson.Of(json).Concat(Extremes(json)), broken => Decide(solo, broken.Json));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_BrokenInAnyPlace_IsDecidedOnWhatIsLoadedAsOnTheWhole(int campaign, int command)
    {
        var solo = Taken[campaign].Campaign();
        var json = JsonSerializer.Serialize(Taken[campaign].Commands(solo)[command], CampaignJson.Default.CampaignCommand);
        await BrokenCommands.AssertDecidedAlikeAsync(new CampaignProcess(), new CampaignFormat(), solo.State, json, broken => JsonSerializer.Deserialize(broken, CampaignJson.Default.CampaignCommand), solo.Now);
    }

    // JSON has names only; code can cast.
    [Fact]
    public void Decide_ValueThatIsNoneOfItsKind_IsRefusedWithItsField()
    {
        Refused("verdict", CampaignStage.InReview, new ReviewCampaign { Verdict = (ReviewVerdict)9, Reason = "r" });
        Refused("report", CampaignStage.Delivering, new PublishReport { Report = (ReportKind)9, Reference = "r" });
        Refused("fundraiserKind", CampaignStage.Live, new AddFundraiser { Fundraiser = "f", FundraiserKind = (FundraiserKind)9 });

        static void Refused(string field, CampaignStage stage, CampaignCommand command)
        {
            var refusal = Assert.Single(SoloAt.Stage(stage).Refused(command));

            Assert.Equal(("plan-invalid", field), (refusal.Code, refusal.Data["field"]));
            Assert.StartsWith("one of ", refusal.Data["expected"], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("$.events", """{"kind":"record-payment","pledge":"p1","events":[null]}""")]
    [InlineData("$.documents", """{"kind":"advance","documents":[null]}""")]
    public void Read_NullInAList_NamesThePlace(string place, string json) =>
        Assert.StartsWith(place, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, CampaignJson.Default.CampaignCommand)).Path, StringComparison.Ordinal);

    private static void Decide(Solo solo, string json)
    {
        CampaignCommand? command;
        try
        {
            command = JsonSerializer.Deserialize(json, CampaignJson.Default.CampaignCommand);
        }
        catch (JsonException exception)
        {
            Assert.NotNull(exception.Path);
            return;
        }
        catch (NotSupportedException)
        {
            return;
        }

        Assert.NotNull(command);
        var decision = solo.Ask(command);
        Assert.All(decision.Refusals, refusal => Assert.NotEmpty(refusal.Message()));
        if (decision.IsAccepted)
        {
            var format = new CampaignFormat();
            Assert.Equal(decision.Events.AsEnumerable(), format.ReadEvents(format.WriteEvents(decision.Events)));
            GoOn(decision.State, solo.Now);
        }
    }

    // What was taken brings the campaign to no standstill either.
    private static void GoOn(CampaignState state, Instant now)
    {
        var process = new CampaignProcess();
        foreach (var command in new CampaignCommand[] { new SubmitForReview(), new ReviewCampaign { Verdict = ReviewVerdict.Approved }, new LaunchCampaign(), new AdvanceCampaign() })
        {
            state = process.Decide(state, command, now).State;
        }

        CampaignProcess.NextDue(state);
        process.Decide(state, new AdvanceCampaign(), now + Duration.FromDays(400));
    }

    // What can be read, and is as much, as little, as late or as early as can be written.
    private static IEnumerable<(string Place, string Json)> Extremes(string json) =>
        from extreme in new (Regex Like, string[] Others)[]
        {
            (Amount(), ["EUR 92233720368547758.07", "EUR -92233720368547758.08", "EUR 0.00", "EUR 0.01", "JPY 1"]),
            (Moment(), ["-9998-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z"]),
            (LocalMoment(), ["0001-01-01T00:00:00", "9998-12-31T23:59:59.999999999"]),
            (Time(), ["-402653184:00:00", "402653183:59:59.999999999", "00:00:00.000000001"]),
        }
        from place in extreme.Like.Matches(json)
        from other in extreme.Others
        select ($"{place.Index} = {other}", $"{json[..place.Index]}\"{other}\"{json[(place.Index + place.Length)..]}");

    [GeneratedRegex("\"EUR [0-9.]+\"")]
    private static partial Regex Amount();

    [GeneratedRegex("\"[0-9-]+T[0-9:.]+Z\"")]
    private static partial Regex Moment();

    [GeneratedRegex("\"[0-9-]+T[0-9:.]+\"")]
    private static partial Regex LocalMoment();

    [GeneratedRegex("\"[0-9]+:[0-9]{2}:[0-9]{2}\"")]
    private static partial Regex Time();

    private static Solo Invited()
    {
        var solo = new Solo(SomePlan.AllOrNothing() with
        {
            Visibility = Visibility.Private,
            Pledges = new PledgePlan { MaximumPerBacker = Eur(900) },
            Payouts = new PayoutPlan { Tranches = [new Tranche { Name = "all", Weight = 1, Milestone = "roof" }] },
        }).Launched();
        solo.Do(new AddFundraiser { Fundraiser = "org", FundraiserKind = FundraiserKind.Organisation });
        solo.Do(new MakePledge { Pledge = "p1", Backer = "b1", Amount = Eur(10), IsInvited = true });
        return solo;
    }

    private static Solo Paying()
    {
        var solo = SoloAt.Stage(CampaignStage.Delivering);
        return solo.PassTo(solo.Now + Duration.FromDays(14));
    }

    private static ProviderEvent Sent(Solo solo) => new()
    {
        EventId = "sent",
        AttemptKey = solo.Head.Payouts[^1].Key,
        Kind = ProviderEventKind.PayoutSent,
        PaymentId = "transfer",
        Amount = solo.Head.Payouts[^1].Amount,
        Fee = Eur(1),
        OccurredAt = solo.Now,
    };
}
