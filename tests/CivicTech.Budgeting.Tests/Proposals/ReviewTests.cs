using CivicTech.Amounts;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Proposals;
using CivicTech.Time;
using NodaTime;
using static CivicTech.Budgeting.Tests.Proposals.ProposalSamples;

namespace CivicTech.Budgeting.Tests.Proposals;

public sealed class ReviewTests
{
    [Fact]
    public void Assess_EveryCriterionMet_IsAdmissibleAndItsAuthorsAreTold()
    {
        var solo = new Solo().Submitted("p1").Assessed("p1");

        Assert.Equal(ProposalStatus.Admissible, solo["p1"].Status);
        Assert.Equal(NoticeKind.ProposalAdmissible, Assert.Single(solo.Notices).Notice);
        Assert.Equal("p1", solo.Notices.Single().Subject);
    }

    [Theory]
    [InlineData("public-interest")]
    [InlineData("city-competence")]
    [InlineData("investment")]
    [InlineData("resident")]
    public void Assess_OneOfTheFourNotMet_IsInadmissibleForThatReason(string criterion)
    {
        var solo = new Solo().Submitted("p1");
        solo.Do(Assess(criterion, "rob", Finding.NotMet, "reason/9"));

        Assert.Equal(ProposalStatus.Inadmissible, solo["p1"].Status);
        Assert.Equal("reason/9", solo["p1"].Decision!.Reason);
        Assert.Equal((NoticeKind.ProposalInadmissible, "reason/9"), (solo.Notices.Single().Notice, solo.Notices.Single().Detail));
    }

    [Fact]
    public void Assess_CriterionThatOnlyInforms_EliminatesNothing()
    {
        var solo = new Solo(Rules with { Criteria = [new() { Id = "green", IsRequired = false }, new() { Id = "legal", IsRequired = true }] }).Submitted("p1");
        solo.Do(Assess("green", "rob", Finding.NotMet, "reason/1"));
        Assert.Equal(ProposalStatus.Submitted, solo["p1"].Status);

        solo.Do(Assess("legal", "rob", Finding.Met));
        Assert.Equal(ProposalStatus.Admissible, solo["p1"].Status);
    }

    [Fact]
    public void Assess_TwoReviewersNeeded_WaitsForThemToAgree()
    {
        var solo = new Solo(Rules with { Reviewers = 2, Criteria = [new() { Id = "legal", IsRequired = true }] }).Submitted("p1");
        solo.Do(Assess("legal", "rob", Finding.Met));
        solo.Do(Assess("legal", "rob", Finding.Met));
        Assert.Equal(ProposalStatus.Submitted, solo["p1"].Status);

        solo.Do(Assess("legal", "sue", Finding.NotMet, "reason/1"));
        Assert.Equal(ProposalStatus.Submitted, solo["p1"].Status);

        solo.Do(Assess("legal", "tom", Finding.NotMet, "reason/2"));
        Assert.Equal(ProposalStatus.Submitted, solo["p1"].Status);

        solo.Do(Assess("legal", "rob", Finding.Unknown));
        Assert.Equal((ProposalStatus.Inadmissible, "reason/1"), (solo["p1"].Status, solo["p1"].Decision!.Reason));
        Assert.Equal(3, solo["p1"].Assessments.Length);
    }

    [Fact]
    public void Assess_ReviewerThinksBetterOfIt_OpensItAgain()
    {
        var solo = new Solo().Submitted("p1");
        solo.Do(Assess("resident", "rob", Finding.NotMet, "reason/1"));
        solo.Do(Assess("resident", "rob", Finding.Unknown));

        Assert.Equal(ProposalStatus.Submitted, solo["p1"].Status);
        Assert.Contains(solo.Notices, notice => notice.Notice == NoticeKind.ProposalReopened);
    }

    [Fact]
    public void Edit_AfterSomeAssessments_BeginsThemAnew()
    {
        var solo = new Solo().Submitted("p1");
        solo.Do(Assess("resident", "rob", Finding.Met));
        solo.Do(new EditProposal { Proposal = "p1", Content = Content(text: "text/2"), By = "ann" });

        Assert.Empty(solo["p1"].Assessments);
        Assert.Equal("text/2", solo["p1"].Content.Text);
    }

    [Fact]
    public void B19_EliminatedWithoutReason_IsRefused()
    {
        var solo = new Solo().Submitted("p1");
        Assert.Equal("reason-needed", solo.Code(Assess("resident", "rob", Finding.NotMet)));

        solo.Assessed("p1");
        Assert.Equal("reason-needed", solo.Code(Officer(new DecideFeasibility { Proposal = "p1", IsFeasible = false })));
        Assert.Equal("bad-reference", solo.Code(Officer(new DecideFeasibility { Proposal = "p1", IsFeasible = false, Reason = "" })));
        Assert.Equal(ProposalStatus.Admissible, solo["p1"].Status);
    }

    [Fact]
    public void DecideFeasibility_BeforeTheCriteriaAreSettled_IsRefused() =>
        Assert.Equal("not-admitted", new Solo().Submitted("p1").Code(Officer(new DecideFeasibility { Proposal = "p1", IsFeasible = true })));

    [Fact]
    public void DecideFeasibility_PlanWithoutCriteria_ComesAtOnce()
    {
        var solo = new Solo(Rules with { Criteria = [] }).Feasible("p1");

        Assert.Equal(ProposalStatus.Feasible, solo["p1"].Status);
    }

    [Fact]
    public void DecideFeasibility_AnEarlierNoTakenBack_NeedsAReason()
    {
        var solo = new Solo().Infeasible("p1");
        Assert.Equal("reason-needed", solo.Code(Officer(new DecideFeasibility { Proposal = "p1", IsFeasible = true })));

        solo.Do(Officer(new DecideFeasibility { Proposal = "p1", IsFeasible = true, Reason = "reason/3" }));
        Assert.Equal(ProposalStatus.Feasible, solo["p1"].Status);
        Assert.Empty(solo.Do(Officer(new DecideFeasibility { Proposal = "p1", IsFeasible = true })));
    }

    [Fact]
    public void SetPrice_OutsideTheRangeOrCurrency_IsRefused()
    {
        var solo = new Solo(Rules with { LowestPrice = Eur(10), HighestPrice = Eur(500) }).Feasible("p1", price: 500);

        Assert.Equal("price-out-of-range", solo.Code(Price(Eur(9))));
        Assert.Equal("price-out-of-range", solo.Code(Price(Eur(501))));
        Assert.Equal("other-currency", solo.Code(Price(Money.Of(50, Currency.Of("USD")))));
        Assert.Equal("negative-amount", new Solo().Feasible("p1").Code(Price(Eur(-1))));
        solo.Do(Price(Eur(10)));
        Assert.Equal(Eur(10), solo["p1"].Price);
    }

    [Fact]
    public void B19_DeadlineForAppeal_IsTheEndOfADayOnTheClocksOfTheZone()
    {
        // Decided on 2 March at 10:00 in Paris; the clocks change on the 29th, the fifteenth day ends at midnight of the 18th.
        var solo = new Solo().Infeasible("p1");
        var end = new LocalDateTime(2026, 3, 18, 0, 0).InZoneStrictly(DateTimeZoneProviders.Tzdb[Zone]).ToInstant();
        Assert.Equal(end, solo["p1"].Decision!.AppealBefore!.ToInstant());

        Assert.Equal("appeal-too-late", solo.At(end).Code(Appeal()));
        solo.At(end - Duration.FromNanoseconds(1)).Do(Appeal());
        Assert.Equal(ProposalStatus.Appealed, solo["p1"].Status);
    }

    [Fact]
    public void B19_DeadlineForAppeal_AcrossAChangeOfClocks_KeepsMidnight()
    {
        var solo = new Solo(Rules with { Appeals = new AppealRule { Days = 15, Zone = Zone } }).At(Instant.FromUtc(2026, 3, 20, 23, 30)).Infeasible("p1");

        // In Paris it is the 21st already; the fifteenth day after it is 5 April, on summer time.
        Assert.Equal(Instant.FromUtc(2026, 4, 5, 22, 0), solo["p1"].Decision!.AppealBefore!.ToInstant());
    }

    [Theory]
    [InlineData(true, ProposalStatus.Feasible, NoticeKind.AppealUpheld)]
    [InlineData(false, ProposalStatus.Infeasible, NoticeKind.AppealRejected)]
    public void DecideAppeal_EitherWay_EndsItOnce(bool isUpheld, ProposalStatus status, NoticeKind notice)
    {
        var solo = new Solo().Infeasible("p1");
        solo.Do(Appeal());
        Assert.Contains(solo.Notices, told => told is { Notice: NoticeKind.AppealReceived, Audience: Audience.Host });
        solo.Do(Officer(new DecideAppeal { Proposal = "p1", IsUpheld = isUpheld, Reason = "reason/5" }));

        Assert.Equal(status, solo["p1"].Status);
        Assert.Equal(new ProposalAppeal { Against = ProposalStatus.Infeasible, Grounds = "grounds/1", FiledAt = Start, IsUpheld = isUpheld, Reason = "reason/5" }, solo["p1"].Appeals.Single());
        Assert.Contains(solo.Notices, told => told.Notice == notice);
        Assert.Equal(isUpheld ? "proposal-status" : "appealed-before", solo.Code(Appeal()));
    }

    [Fact]
    public void FileAppeal_AgainstEachKindOfDecision_IsTakenOnceEach()
    {
        var solo = new Solo().Submitted("p1").Assessed("p1", Finding.NotMet);
        solo.Do(Appeal());
        solo.Do(Officer(new DecideAppeal { Proposal = "p1", IsUpheld = true, Reason = "r" }));
        Assert.Equal(ProposalStatus.Admissible, solo["p1"].Status);

        solo.Do(Officer(new DecideFeasibility { Proposal = "p1", IsFeasible = false, Reason = "r" }));
        solo.Do(Appeal());
        Assert.Equal(2, solo["p1"].Appeals.Length);
    }

    [Fact]
    public void B19_AppealUpheldAfterTheFreeze_IsRefusedWithItsOwnCode()
    {
        var solo = new Solo().Infeasible("p1").Feasible("p2");
        solo.Do(Appeal());
        solo.Frozen();

        Assert.Equal("appeal-after-freeze", solo.Code(Officer(new DecideAppeal { Proposal = "p1", IsUpheld = true, Reason = "r" })));
        solo.Do(Officer(new DecideAppeal { Proposal = "p1", IsUpheld = false, Reason = "r" }));
        Assert.Equal(ProposalStatus.Infeasible, solo["p1"].Status);
    }

    [Fact]
    public void FileAppeal_BySomebodyElse_IsRefused()
    {
        var solo = new Solo().Infeasible("p1");

        Assert.Equal("not-for-role", solo.Code(Appeal() with { By = "bob" }));
        Assert.Equal("not-for-role", solo.Code(Appeal() with { By = "bob", Role = "author" }));
    }

    [Fact]
    public void PublishedTogether_DecisionsBefore_AreKeptToTheDay()
    {
        var publication = Calendar.Stages[0].Starts.ToInstant();
        var solo = new Solo(Rules with { PublishesTogether = "publication" }).Infeasible("p1").Feasible("p2");

        Assert.Equal((ProposalStatus.Infeasible, ProposalStatus.Submitted), (solo["p1"].Status, solo["p1"].PublicStatusAt(solo.Now)));
        Assert.Equal((ProposalStatus.Feasible, ProposalStatus.Submitted), (solo["p2"].Status, solo["p2"].PublicStatusAt(publication - Duration.Epsilon)));
        Assert.Equal(ProposalStatus.Infeasible, solo["p1"].PublicStatusAt(publication));

        // One notice each, on the day, with the last word.
        var effects = solo.State.Effects.All.Select(effect => effect.Value).ToList();
        Assert.All(effects, effect => Assert.Equal(publication, effect.Due));
        Assert.Equal([NoticeKind.ProposalInfeasible, NoticeKind.ProposalFeasible], effects.Select(effect => ((NoticeEffect)effect.Effect).Notice));

        // Nobody learns it before by asking.
        solo.Supported("p1", "s1");
        Assert.Equal("submitted", Assert.Single(solo.Refused(Appeal())).Data["status"]);
        Assert.Equal("submitted", Assert.Single(solo.Refused(new EditProposal { Proposal = "p1", Content = Content(text: "t"), By = "ann" })).Data["status"]);

        // The time for an appeal begins on that day.
        var end = new LocalDateTime(2026, 7, 1, 0, 0).InZoneStrictly(DateTimeZoneProviders.Tzdb[Zone]).ToInstant();
        Assert.Equal(end, solo["p1"].Decision!.AppealBefore!.ToInstant());
        solo.At(publication).Do(Appeal());
    }

    [Fact]
    public void PublishedTogether_TakenBackBefore_TellsNothingOnTheDay()
    {
        var solo = new Solo(Rules with { PublishesTogether = "publication" }).Infeasible("p1");
        solo.Do(new WithdrawProposal { Proposal = "p1", By = "ann" });

        Assert.Equal([NoticeKind.ProposalTakenBack], solo.Notices.Select(notice => notice.Notice));
        Assert.Equal(ProposalStatus.Withdrawn, solo["p1"].PublicStatusAt(solo.Now));
    }

    [Fact]
    public void PublishedTogether_AfterTheDay_IsPublicAtOnce()
    {
        var solo = new Solo(Rules with { PublishesTogether = "publication" }).At(Calendar.Stages[0].Starts.ToInstant()).Infeasible("p1");

        Assert.Null(solo["p1"].Announced);
        Assert.Equal(ProposalStatus.Infeasible, solo["p1"].PublicStatusAt(solo.Now));
    }

    private static AssessProposal Assess(string criterion, string reviewer, Finding finding, string? reason = null) =>
        Officer(new AssessProposal { Proposal = "p1", Criterion = criterion, Reviewer = reviewer, Finding = finding, Reason = reason });

    private static SetPrice Price(Money price) => Officer(new SetPrice { Proposal = "p1", Price = price, Explanation = "price/2" });

    private static FileAppeal Appeal() => new() { Proposal = "p1", Grounds = "grounds/1", By = "ann" };
}
