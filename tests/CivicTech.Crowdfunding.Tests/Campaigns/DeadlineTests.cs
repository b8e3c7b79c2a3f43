using CivicTech.Crowdfunding.Campaigns;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Goals;
using CivicTech.Crowdfunding.Hosting;
using CivicTech.TestKit.Clocks;
using CivicTech.Time;
using NodaTime;
using static CivicTech.Crowdfunding.Tests.Campaigns.Play;

namespace CivicTech.Crowdfunding.Tests.Campaigns;

// Cases P09 and P10: when exactly a campaign is over.
public sealed class DeadlineTests
{
    private const string Paris = "Europe/Paris";
    private const string Tehran = "Asia/Tehran";

    public static TheoryData<string, RoundEnd, string, string> Ends { get; } = new()
    {
        { "a plain day in summer", new FixedEnd(Deadline.EndOf(new LocalDate(2026, 5, 25), Paris)), "2026-05-04T08:00", "2026-05-25T22:00" },
        { "a skipped hour moves forward", new FixedEnd(new Deadline(new LocalDateTime(2026, 3, 29, 2, 30), Paris)), "2026-03-01T09:00", "2026-03-29T01:30" },
        { "a doubled hour is its first time", new FixedEnd(new Deadline(new LocalDateTime(2026, 10, 25, 2, 30), Paris)), "2026-10-01T09:00", "2026-10-25T00:30" },
        { "a doubled hour may be its second", new FixedEnd(new Deadline(new LocalDateTime(2026, 10, 25, 2, 30), Paris) { DoubledHour = DoubledHour.Later }), "2026-10-01T09:00", "2026-10-25T01:30" },
        { "30 days from 1 March keep the time of day", new DaysAfterStart(30, Paris, endOfDay: false), "2026-03-01T22:59:59", "2026-03-31T21:59:59" },
        { "30 days from 1 March to the end of the day", new DaysAfterStart(30, Paris, endOfDay: true), "2026-03-01T09:00", "2026-03-31T22:00" },
        { "Tehran had summer time in 2022", new FixedEnd(new Deadline(new LocalDateTime(2022, 7, 1, 12, 0), Tehran)), "2022-06-01T09:00", "2022-07-01T07:30" },
        { "and has none since 2023", new FixedEnd(new Deadline(new LocalDateTime(2023, 7, 1, 12, 0), Tehran)), "2023-06-01T09:00", "2023-07-01T08:30" },
        { "30 Esfand 1403", new FixedEnd(Deadline.EndOf(new LocalDate(1403, 12, 30, CalendarSystem.PersianAstronomical), Tehran)), "2025-03-01T09:00", "2025-03-20T20:30" },
        { "29 Esfand 1404 is the last", new FixedEnd(Deadline.EndOf(new LocalDate(1404, 12, 29, CalendarSystem.PersianAstronomical), Tehran)), "2026-03-01T09:00", "2026-03-20T20:30" },
        { "a leap day", new FixedEnd(Deadline.EndOf(new LocalDate(2028, 2, 29), Paris)), "2028-02-01T09:00", "2028-02-29T23:00" },
        { "the 31st and a month", new FixedEnd(new Deadline(new LocalDateTime(2026, 1, 31, 12, 0), Paris).PlusMonths(1)), "2026-01-31T09:00", "2026-02-28T11:00" },
        { "the 31st and two months", new FixedEnd(new Deadline(new LocalDateTime(2026, 1, 31, 12, 0), Paris).PlusMonths(2)), "2026-01-31T09:00", "2026-03-31T10:00" },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void P09_P10_MakePledge_AroundTheEnd_IsTakenBeforeItOnly(string what, RoundEnd end, string launch, string expected)
    {
        var solo = new Solo(SomePlan.With(GoalRule.AllOrNothing(Eur(1000), end)), Utc(launch)).Launched();
        Assert.True(Utc(expected) == solo.End, $"{what}: {solo.End}");

        solo.At(solo.End - Duration.FromNanoseconds(1)).Pledge("in time", 1000);
        Assert.Equal("after-deadline", Assert.Single(solo.At(solo.End).RefusedBy(Late())));
        Assert.Equal("after-deadline", Assert.Single(solo.At(solo.End + Duration.FromNanoseconds(1)).RefusedBy(Late())));

        solo.PassTo(solo.End);
        Assert.Equal((CampaignOutcome.Succeeded, solo.End), (solo.Head.Outcome, solo.Head.EndedAt));
        Assert.Equal("after-deadline", Assert.Single(solo.RefusedBy(Late())));
    }

    [Fact]
    public void Refusal_AfterTheDeadline_SaysWhenThatWas()
    {
        var solo = new Solo(SomePlan.AllOrNothing()).Launched();

        var refusal = Assert.Single(solo.At(solo.End).Refused(Late()));

        Assert.Equal("2026-06-03T08:00:00Z", refusal.Data["deadline"]);
        Assert.Equal("Le délai est passé depuis le 2026-06-03T08:00:00Z.", refusal.Message("fr"));
    }

    // Five seconds before the end one machine believes that it is over, and says so; five seconds after it another believes that it is not.
    [Fact]
    public async Task P09_TwoNodes_WhoseClocksDiffer_DecideOnceAndAtOneInstant()
    {
        var play = await new Play(SomePlan.AllOrNothing()).LaunchedAsync();
        var end = (await play.HeadAsync()).RoundEndsAt!.Value;
        var (fast, slow) = (new TestClock(end - Duration.FromMinutes(1)), new TestClock(end - Duration.FromMinutes(1)));
        var early = new CampaignRunner(play.Store, play.Gateway, play.Notices, fast);
        var late = new CampaignRunner(play.Store, play.Gateway, play.Notices, slow);
        fast.Set(end + Duration.FromSeconds(2));
        slow.Set(end - Duration.FromSeconds(8));

        Assert.True((await late.ExecuteAsync(Campaign, Late() with { Pledge = "p1" })).IsAccepted);
        await early.AdvanceDueAsync();
        var refused = await late.ExecuteAsync(Campaign, Late());
        await late.AdvanceDueAsync();

        Assert.Equal("after-deadline", Assert.Single(refused.Refusals).Code);
        Assert.True(refused.At >= end, "A machine that is behind decides no earlier than what was decided.");
        var judged = await play.JournalAsync<RoundJudged>();
        Assert.Equal(end, Assert.Single(judged).At);
        Assert.Equal(end, Assert.Single(await play.JournalAsync<CampaignEnded>()).At);
        Assert.Equal(1, (await play.HeadAsync()).PledgesMade);
    }

    [Fact]
    public async Task SlowNode_AsLongAsNobodyDecidedTheEnd_StillTakesPledges()
    {
        var play = await new Play(SomePlan.AllOrNothing()).LaunchedAsync();
        var end = (await play.HeadAsync()).RoundEndsAt!.Value;
        play.Clock.Set(end - Duration.FromSeconds(2));
        var inTime = await play.Campaigns.ExecuteAsync(Campaign, Late());
        play.Clock.Set(end + Duration.FromSeconds(3));
        await play.SettleAsync();

        Assert.Equal(end - Duration.FromSeconds(2), inTime.At);
        Assert.Equal(CampaignOutcome.Succeeded, (await play.HeadAsync()).Outcome);
    }

    private static MakePledge Late() => new() { Pledge = "late", Backer = "late", Amount = Eur(1000) };

    private static Instant Utc(string text) => Instant.FromDateTimeUtc(DateTime.SpecifyKind(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc));
}
