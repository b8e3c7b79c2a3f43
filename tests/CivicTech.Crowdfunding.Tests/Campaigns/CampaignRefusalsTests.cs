using System.Collections.Immutable;
using CivicTech.Amounts;
using CivicTech.Crowdfunding.Campaigns;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Goals;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.Processes;
using CivicTech.Time;
using NodaTime;
using static CivicTech.Crowdfunding.Tests.Campaigns.Play;

namespace CivicTech.Crowdfunding.Tests.Campaigns;

// Every reason to say no, provoked once.
public sealed class CampaignRefusalsTests
{
    private static readonly MakePledge Pledge = new() { Pledge = "p2", Backer = "b", Amount = Eur(10) };
    private static readonly AddFundraiser Fundraiser = new() { Fundraiser = "ann", FundraiserKind = FundraiserKind.Person };

    private static readonly Dictionary<string, Func<ImmutableArray<Refusal>>> Ways = new(StringComparer.Ordinal)
    {
        ["wrong-stage"] = () => Live().Refused(new LaunchCampaign()),
        ["plan-invalid"] = () => new Solo(SomePlan.AllOrNothing()).Refused(new DraftCampaign { Plan = SomePlan.AllOrNothing() with { Owner = "" } }),
        ["after-deadline"] = () => Live() is var solo ? solo.At(solo.End).Refused(Pledge) : [],
        ["deadline-passed"] = () => new Solo(SomePlan.With(GoalRule.AllOrNothing(Eur(1000), new FixedEnd(Deadline.EndOf(new LocalDate(2026, 5, 1), "UTC"))))).Approved().Refused(new LaunchCampaign()),
        ["not-later"] = () => Live().Refused(new ExtendDeadline { Deadline = new Deadline(new LocalDateTime(2026, 5, 5, 0, 0), "UTC"), Reason = "r" }),
        ["no-open-end"] = () => Live().Refused(new AnnounceFinalLap()),
        ["hold-too-short"] = () => new Solo(SomePlan.AllOrNothing(CollectionMode.AuthoriseThenCapture)).Approved().Refused(new LaunchCampaign()),
        ["currency-withdrawn"] = () => new Solo(Lev()).Refused(new DraftCampaign { Plan = Lev() }),
        ["not-invited"] = () => new Solo(SomePlan.AllOrNothing() with { Visibility = Visibility.Private }).Launched().Refused(Pledge),
        ["other-currency"] = () => Live().Refused(Pledge with { Amount = Money.Of(1, "JPY") }),
        ["not-positive"] = () => Live().Refused(Pledge with { Amount = Eur(0) }),
        ["below-minimum"] = () => new Solo(SomePlan.With(GoalRule.AllOrNothing(Eur(1000), SomePlan.Days(30)) with { MinimumPledge = Eur(20) })).Launched().Refused(Pledge),
        ["above-maximum"] = () => new Solo(SomePlan.AllOrNothing() with { Pledges = new PledgePlan { MaximumPerBacker = Eur(9) } }).Launched().Refused(Pledge),
        ["above-cap"] = () => new Solo(SomePlan.With(GoalRule.HardCap(Eur(1000), Eur(1000), SomePlan.Days(30)))).Launched().Refused(Pledge with { Amount = Eur(1001) }),
        ["too-large"] = () => Live().Refused(Pledge with { Amount = Money.FromMinorUnits(long.MaxValue, Euro) }),
        ["not-anonymous"] = () => new Solo(SomePlan.AllOrNothing() with { Pledges = new PledgePlan { AllowsAnonymous = false } }).Launched().Refused(Pledge with { IsAnonymous = true }),
        ["pledge-exists"] = () => Live().Refused(Pledge with { Pledge = "p1" }),
        ["no-such-pledge"] = () => Live().Refused(new CancelPledge { Pledge = "p9" }),
        ["pledge-not-standing"] = () => NotStanding(),
        ["already-collecting"] = () => SoloAt.Stage(CampaignStage.Live).Refused(new CancelPledge { Pledge = "p1" }),
        ["change-refused"] = () => new Solo(SomePlan.AllOrNothing() with { Pledges = new PledgePlan { LateChange = LateChange.Never } }).Launched() is var solo && Do(solo, Pledge) ? solo.Refused(new CancelPledge { Pledge = "p2" }) : [],
        ["drops-below-goal"] = () => Live() is var solo ? solo.At(solo.End - Duration.FromHours(1)).Refused(new CancelPledge { Pledge = "p1" }) : [],
        ["method-needed"] = () => new Solo(SomePlan.AllOrNothing(CollectionMode.DirectDebit)).Launched().Refused(Pledge),
        ["evidence-needed"] = () => new Solo(SomePlan.AllOrNothing(CollectionMode.Offline)).Launched().Refused(Pledge),
        ["no-such-fundraiser"] = () => Live().Refused(Pledge with { Via = "nobody" }),
        ["wrong-parent"] = () => Live() is var solo && Do(solo, Fundraiser) ? solo.Refused(Fundraiser with { Fundraiser = "bob", Parent = "ann" }) : [],
        ["fundraiser-exists"] = () => Live() is var solo && Do(solo, Fundraiser) ? solo.Refused(Fundraiser) : [],
        ["bad-reference"] = () => Live().Refused(Pledge with { Backer = "" }),
        ["bad-id"] = () => Live().Refused(Pledge with { Pledge = "a/b" }),
        ["event-invalid"] = () => SoloAt.Stage(CampaignStage.Live) is var solo ? solo.Refused(new RecordPayment { Pledge = "p2", Events = [solo.Said("p2", ProviderEventKind.Captured)] }) : [],
        ["no-such-attempt"] = () => SoloAt.Stage(CampaignStage.Live) is var solo ? solo.Refused(new RecordPayment { Pledge = "p1", Events = [solo.Said("p2", ProviderEventKind.Failed)] }) : [],
        ["more-than-there"] = () => SoloAt.Stage(CampaignStage.Live).Refused(new RefundPledge { Pledge = "p1", Amount = Eur(601), Reason = "r" }),
        ["owner-short"] = () => SoloAt.Stage(CampaignStage.Delivering) is var solo ? solo.PassTo(solo.Now + Duration.FromDays(14)).Refused(new CancelCampaign { Reason = "r" }) : [],
        ["no-such-milestone"] = () => Live().Refused(new ApproveMilestone { Milestone = "roof", Evidence = "e" }),
        ["no-failed-payout"] = () => Live().Refused(new RetryPayout()),
        ["already-ended"] = () => Live() is var solo && Do(solo, new CancelCampaign { Reason = "r" }) ? solo.Refused(new CancelCampaign { Reason = "r" }) : [],
    };

    public static TheoryData<string> Codes { get; } = [.. CampaignRefusals.All.Select(kind => kind.Code)];

    [Fact]
    public void All_Kinds_HaveAWayToThem() =>
        Assert.Equal(CampaignRefusals.All.Select(kind => kind.Code).Order(StringComparer.Ordinal), Ways.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void All_IsEveryKindThatIsDefined() => Assert.Equal(
        typeof(CampaignRefusals).GetProperties().Select(property => property.GetValue(null)).OfType<RefusalKind>().Select(kind => kind.Code).Order(StringComparer.Ordinal),
        CampaignRefusals.All.Select(kind => kind.Code).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Refusal_OfEachKind_ComesAloneWithItsDataInThreeLanguages(string code)
    {
        var refusals = Ways[code]();

        var refusal = Assert.Single(refusals);
        Assert.Equal(code, refusal.Code);
        Assert.Same(CampaignRefusals.All.Single(kind => kind.Code == code), refusal.Kind);
        Assert.All(refusal.Data, data => Assert.False(string.IsNullOrEmpty(data.Value), data.Key));
        var sentences = new[] { "en", "fr", "fa" }.Select(refusal.Message).ToList();
        Assert.Equal(3, sentences.Distinct().Count());
        Assert.All(sentences, sentence => Assert.DoesNotContain('{', sentence));
        Assert.Contains(sentences[2], letter => letter is >= '\u0600' and <= '\u06FF');
    }

    [Fact]
    public void Refusals_AsAList_AreAsPublished() =>
        Golden.Verify(string.Join('\n', CampaignRefusals.All.Select(kind => Ways[kind.Code]().Single()).Select(refusal => $"{refusal.Code}\n  {refusal.Message()}\n  {refusal.Message("fr")}\n  {refusal.Message("fa")}")));

    private static ImmutableArray<Refusal> NotStanding()
    {
        var solo = Live();
        solo.Do(new CancelPledge { Pledge = "p1" });
        return solo.Refused(new ChangePledge { Pledge = "p1", Amount = Eur(5) });
    }

    private static CampaignPlan Lev() => SomePlan.With(GoalRule.AllOrNothing(Money.Of(1, "BGN"), SomePlan.Days(30))) with
    {
        Currency = Currency.Of("BGN"),
        Budget = [new BudgetLine { Name = "all", Amount = Money.Of(1, "BGN") }],
    };

    private static Solo Live()
    {
        var solo = new Solo(SomePlan.AllOrNothing()).Launched();
        solo.Pledge("p1", 1000);
        return solo;
    }

    private static bool Do(Solo solo, CampaignCommand command)
    {
        solo.Do(command);
        return true;
    }
}
