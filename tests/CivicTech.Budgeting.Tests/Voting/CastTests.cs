using System.Collections.Immutable;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Time;
using NodaTime;
using static CivicTech.Budgeting.Tests.Voting.Polls;

namespace CivicTech.Budgeting.Tests.Voting;

public sealed class CastTests
{
    private static readonly VotingSheet OneShot = Sheet();
    private static readonly VotingSheet Baskets = Sheet(Plan(new KnapsackDesign()) with { Submission = Submission.Basket });
    private static readonly VotingSheet Revised = Sheet(Plan() with { Submission = Submission.ReviseUntilClose });

    [Fact]
    public void B01_SameBallotAgain_ChangesNothingAndGivesTheSameReceipt()
    {
        var first = Decide(OneShot, NewFile(), Cast("north", "n1", "n2"));
        var again = Decide(OneShot, first.File, Cast("north", "n2", "n1"), Noon + Duration.FromDays(100));

        Assert.Same(first.File, again.File);
        Assert.Empty(again.Happened);
        Assert.Equal(first.Receipts.ToArray(), again.Receipts.ToArray());
        Assert.Equal([VoterHappeningKind.BallotCast], first.Happened.Select(one => one.Kind));
    }

    [Fact]
    public void B01_OneShotSecondBallot_IsRefused()
    {
        var file = Done(OneShot, NewFile(), Cast("north", "n1"));
        var second = Decide(OneShot, file, Cast("north", "n2"));

        Assert.Equal(["already-voted"], Codes(second));
        Assert.Same(file, second.File);
        Assert.Equal("n1", Said(OneShot, second.File, "north"));
    }

    [Fact]
    public void B01_Revised_LastCountsAndTheTrackerStays()
    {
        var first = Decide(Revised, NewFile(), Cast("north", "n1"));
        var second = Decide(Revised, first.File, Cast("north", "n2"), Noon + Duration.FromHours(1));

        Assert.Equal("n2", Said(Revised, second.File, "north"));
        Assert.Equal(first.Receipts[0].Tracker, second.Receipts[0].Tracker);
        Assert.Equal(Noon + Duration.FromHours(1), second.Receipts[0].At);
        Assert.Equal((2, 1), (second.File.Find("north")!.Cast, second.File.Find("north")!.Replaced));
        Assert.Equal([VoterHappeningKind.BallotReplaced], second.Happened.Select(one => one.Kind));
    }

    [Fact]
    public void Withdraw_Revised_TakesItBackOnce()
    {
        var file = Done(Revised, NewFile(), Cast("north", "n1"));
        var withdrawn = Done(Revised, file, new WithdrawBallot { Area = "north" });

        Assert.Equal("none", Said(Revised, withdrawn, "north"));
        Assert.Same(withdrawn, Done(Revised, withdrawn, new WithdrawBallot { Area = "north" }));
        Assert.Equal((1, 1), (withdrawn.Find("north")!.Cast, withdrawn.Find("north")!.Withdrawn));
        Assert.Equal(["cannot-withdraw"], Codes(Decide(OneShot, Done(OneShot, NewFile(), Cast("north", "n1")), new WithdrawBallot { Area = "north" })));
        Assert.Equal(["voting-closed"], Codes(Decide(Revised, file, new WithdrawBallot { Area = "north" }, Closes)));
    }

    [Fact]
    public void B03_BasketSavedBeforeAndSubmittedAfterClosing_IsRefused()
    {
        var saved = Done(Baskets, NewFile(), Save("north", "n1"), Closes - Duration.FromSeconds(1));
        var submitted = Decide(Baskets, saved, new SubmitBasket(), Closes);

        Assert.Equal(["voting-closed"], Codes(submitted));
        Assert.False(submitted.File.HasVoted);
        Assert.True(Decide(Baskets, saved, new SubmitBasket(), Closes - Duration.Epsilon).IsAccepted);
    }

    [Theory]
    [InlineData(-1, "not-yet-open")]
    [InlineData(0, "")]
    public void B13_OpeningInstant_IsWithin(long nanoseconds, string codes) =>
        Assert.Equal(codes, string.Join(' ', Codes(Decide(OneShot, NewFile(), Cast("north", "n1"), Opens + Duration.FromNanoseconds(nanoseconds)))));

    [Theory]
    [InlineData(-1, "")]
    [InlineData(0, "voting-closed")]
    public void B13_ClosingInstant_IsTooLate(long nanoseconds, string codes) =>
        Assert.Equal(codes, string.Join(' ', Codes(Decide(OneShot, NewFile(), Cast("north", "n1"), Closes + Duration.FromNanoseconds(nanoseconds)))));

    [Fact]
    public void B13_GapBetweenWindows_SaysWhenItOpensAgain()
    {
        var plan = Plan();
        var later = Closes + Duration.FromDays(2);
        var sheet = new VotingSheet(Cycle, plan, Ballot(plan), new Dictionary<string, ImmutableArray<TimeWindow>> { ["north"] = [new(Opens, Closes), new(later, later + Duration.FromDays(1))] });

        var refused = Decide(sheet, NewFile(), Cast("north", "n1"), Closes + Duration.FromDays(1));
        Assert.Equal("not-yet-open", refused.Refusals[0].Code);
        Assert.Equal("2026-09-25T18:00:00Z", refused.Refusals[0].Data["opens"]);
        Assert.Equal(["voting-not-opened"], Codes(Decide(sheet, NewFile(), Cast("city", "c1"))));
        Assert.True(Decide(sheet, NewFile(), Cast("north", "n1"), later).IsAccepted);
    }

    [Fact]
    public void B04_WhatAClientSends_IsOnlyProjectsAndValues()
    {
        // A project of another area cannot be labelled as one of this; its price is that of the official ballot.
        Assert.Equal(["Area", "Lines", "Name", "SeenEdition"], typeof(CastBallot).GetProperties().Where(property => property.Name != "EqualityContract").Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["Project", "Value"], typeof(BallotLine).GetProperties().Where(property => property.Name != "EqualityContract").Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["project-of-other-area"], Codes(Decide(OneShot, NewFile(), Cast("city", "n1"))));
    }

    [Fact]
    public void B06_DoubleClick_IsNoToggle()
    {
        var once = Done(Baskets, NewFile(), Save("north", "n1"));
        var twice = Done(Baskets, once, Save("north", "n1"));

        Assert.Same(once, twice);
        var submitted = Done(Baskets, twice, new SubmitBasket());
        Assert.Equal("n1", Said(Baskets, submitted, "north"));
        Assert.Same(submitted, Done(Baskets, submitted, new SubmitBasket()));
    }

    [Fact]
    public void B07_Basket_CannotExceedTheBudget()
    {
        var saved = Done(Baskets, NewFile(), Save("north", "n1", "n2"));

        Assert.Equal(["over-budget"], Codes(Decide(Baskets, saved, Save("north", "n1", "n2", "n3"))));
    }

    [Fact]
    public void B07_PriceChangedBetweenAddingAndSubmitting_IsRefusedWithBoth()
    {
        var saved = Done(Baskets, NewFile(), Save("north", "n1", "n2"));
        var dearer = Baskets.Next(new BallotChange { Costs = [new("n2", Euro(50)), new("n4", Euro(60))] });
        var refused = Decide(dearer, saved, new SubmitBasket());

        Assert.Equal(["price-changed"], Codes(refused));
        Assert.Equal(("n2", "EUR 40.00", "EUR 50.00"), (refused.Refusals[0].Data["project"], refused.Refusals[0].Data["old"], refused.Refusals[0].Data["new"]));

        // Whoever says that the new price was seen, or chose nothing that changed, is heard.
        Assert.True(Decide(dearer, saved, new SubmitBasket { SeenEdition = 2 }).IsAccepted);
        Assert.True(Decide(dearer, Done(Baskets, NewFile(), Save("north", "n1")), new SubmitBasket()).IsAccepted);
    }

    [Fact]
    public void B07_PriceAboveTheBudget_IsRefusedForBothReasons()
    {
        var saved = Done(Baskets, NewFile(), Save("north", "n1", "n2"));
        var dearer = Baskets.Next(new BallotChange { Costs = [new("n2", Euro(70))] });

        Assert.Equal(["over-budget", "price-changed"], Codes(Decide(dearer, saved, new SubmitBasket())));
    }

    [Fact]
    public void B07_BudgetChanged_IsRefusedWithBoth()
    {
        var knapsack = Sheet(Plan(new KnapsackDesign()));
        var less = knapsack.Next(new BallotChange { Budgets = [new("north", Euro(90))] });
        var refused = Decide(less, NewFile(), Cast("north", "n1") with { SeenEdition = 1 });

        Assert.Equal(["ballot-changed"], Codes(refused));
        Assert.Equal(("EUR 100.00", "EUR 90.00"), (refused.Refusals[0].Data["old"], refused.Refusals[0].Data["new"]));
        Assert.True(Decide(less, NewFile(), Cast("north", "n1") with { SeenEdition = 2 }).IsAccepted);
        Assert.True(Decide(less, NewFile(), Cast("city", "c1") with { SeenEdition = 1 }).IsAccepted);
    }

    [Fact]
    public void B07_SameBallotSentAgainAfterAChange_GivesTheReceipt()
    {
        var cast = Cast("north", "n1") with { SeenEdition = 1 };
        var first = Decide(OneShot, NewFile(), cast);
        var again = Decide(OneShot.Next(new BallotChange { Costs = [new("n1", Euro(50))] }), first.File, cast);

        Assert.Equal(first.Receipts.ToArray(), again.Receipts.ToArray());
    }

    [Fact]
    public void RemovedProject_IsRefused()
    {
        var next = OneShot.Next(new BallotChange { Removed = ["n1"] });

        Assert.Equal(["project-removed"], Codes(Decide(next, NewFile(), Cast("north", "n1", "n2"))));
    }

    [Fact]
    public void SubmitBasket_SeveralAreas_AllOrNothing()
    {
        var file = Done(Baskets, Done(Baskets, NewFile(), Save("north", "n1")), Save("city", "c1", "c2"));
        var removed = Baskets.Next(new BallotChange { Removed = ["c2"] });

        Assert.Equal(["project-removed"], Codes(Decide(removed, file, new SubmitBasket())));
        var done = Decide(Baskets, file, new SubmitBasket());
        Assert.Equal(["city", "north"], done.Receipts.Select(receipt => receipt.Area));
        Assert.Equal(2, done.Receipts.Select(receipt => receipt.Tracker).Distinct().Count());
        Assert.Equal(("c1 c2", "n1"), (Said(Baskets, done.File, "city"), Said(Baskets, done.File, "north")));
        Assert.Equal(["already-voted"], Codes(Decide(Baskets, done.File, Save("north", "n2"))));
    }

    [Fact]
    public void Submission_OtherWay_IsRefused()
    {
        Assert.Equal(["wrong-submission"], Codes(Decide(Baskets, NewFile(), Cast("north", "n1"))));
        Assert.Equal(["wrong-submission"], Codes(Decide(OneShot, NewFile(), Save("north", "n1"))));
        Assert.Equal(["wrong-submission"], Codes(Decide(OneShot, NewFile(), new SubmitBasket())));
        Assert.Equal(["basket-empty"], Codes(Decide(Baskets, NewFile(), new SubmitBasket())));
    }

    [Fact]
    public void Refused_SeveralReasons_AllAreTold()
    {
        var child = Northerner with { Born = new LocalDate(2015, 1, 1), Status = Budgeting.Voting.Rolls.RollStatus.Unverified };
        var refused = Decide(OneShot, NewFile(), Cast("south", "s1", "s2", "s3", "s4", "x"), Closes, child);

        Assert.Equal(["not-verified", "too-young", "no-such-project", "too-many-projects", "voting-closed", "not-your-area"], Codes(refused));
        Assert.All(refused.Refusals, refusal => Assert.DoesNotContain("{", refusal.Message("fa") + refusal.Message("fr"), StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_MoreThanThereAreProjects_AreRefusedAtOnce()
    {
        var lines = Enumerable.Repeat(new BallotLine { Project = "n1" }, 1_000_000).ToImmutableArray();

        Assert.Equal(["too-many-projects"], Codes(Decide(OneShot, NewFile(), new CastBallot { Area = "north", Lines = lines })));
    }

    [Fact]
    public void CombinedMaximum_OverAllAreas_IsKept()
    {
        var sheet = Sheet(Plan() with { CombinedMaximum = 3 });
        var file = Done(sheet, NewFile(), Cast("city", "c1", "c2"));

        Assert.Equal(["too-many-altogether"], Codes(Decide(sheet, file, Cast("north", "n1", "n2"))));
        Assert.True(Decide(sheet, file, Cast("north", "n1")).IsAccepted);
    }

    [Fact]
    public void VoidVoter_ForGood_TakesNothingMore()
    {
        var file = Done(OneShot, Done(OneShot, NewFile(), Cast("north", "n1")), Cast("city", "c1"));
        var command = new VoidVoter { By = "officer 7", Reason = "case 12" };
        var isVoid = Done(OneShot, file, command);

        Assert.False(isVoid.HasVoted);
        Assert.Equal((1, 1), (isVoid.Find("north")!.Voided, isVoid.Find("city")!.Voided));
        Assert.Same(isVoid, Done(OneShot, isVoid, command));
        Assert.Equal(["voter-void"], Codes(Decide(OneShot, isVoid, Cast("north", "n1"))));
        Assert.Equal(["bad-reference"], Codes(Decide(OneShot, file, command with { Reason = "" })));
    }

    [Fact]
    public void VoidVoter_MayVoteAgain_LetsTheVoterVoteOnceMore()
    {
        var file = Done(OneShot, NewFile(), Cast("north", "n1"));
        var again = Done(OneShot, Done(OneShot, file, new VoidVoter { By = "officer", Reason = "stolen", MayVoteAgain = true }), Cast("north", "n2"));

        Assert.Equal("n2", Said(OneShot, again, "north"));
        Assert.Equal((2, 1), (again.Find("north")!.Cast, again.Find("north")!.Voided));
        Assert.NotEqual(file.Find("north")!.Tracker, again.Find("north")!.Tracker);
    }

    [Fact]
    public void Stand_BeforeAndAfter_ShowsWhatAPageNeeds()
    {
        var saved = Done(Baskets, NewFile(), Save("north", "n2", "n1"));
        var before = VotingDecider.Stand(Baskets, Northerner, saved, Noon);
        var after = VotingDecider.Stand(Baskets, Northerner, Done(Baskets, saved, new SubmitBasket()), Noon);

        Assert.Empty(before.Refusals);
        Assert.Equal(["n1", "n2"], before.Areas[1].Basket.Select(line => line.Project));
        Assert.Equal(["", "", "not-your-area"], before.Areas.Select(area => string.Join(' ', area.Refusals.Select(refusal => refusal.Code))));
        Assert.Equal(["already-voted"], after.Areas[1].Refusals.Select(refusal => refusal.Code));
        Assert.NotNull(after.Areas[1].Receipt);
        Assert.Empty(after.Areas[1].Basket);
        Assert.Equal(["not-on-roll"], VotingDecider.Stand(Baskets, null, saved, Noon).Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public void Basket_WithAnAreaThatHasClosed_CanBeEmptiedThereAndSubmitted()
    {
        var plan = Plan() with { Submission = Submission.Basket };
        var sheet = new VotingSheet(Cycle, plan, Ballot(plan), plan.Areas.ToDictionary(area => area.Id, area => ImmutableArray.Create(new TimeWindow(Opens, area.Id == "north" ? Noon : Closes))));
        var file = Done(sheet, Done(sheet, NewFile(), Save("north", "n1"), Opens), Save("city", "c1"), Opens);

        Assert.Equal(["voting-closed"], Codes(Decide(sheet, file, new SubmitBasket(), Noon)));
        Assert.Equal(["voting-closed"], Codes(Decide(sheet, file, Save("north", "n2"), Noon)));
        Assert.Equal("c1", Said(sheet, Done(sheet, Done(sheet, file, Save("north"), Noon), new SubmitBasket(), Noon), "city"));
    }

    [Fact]
    public void Basket_WithAnAreaVotedInAtAStation_CanBeEmptiedThereAndSubmitted()
    {
        var file = Done(Baskets, Done(Baskets, NewFile(), Save("north", "n1")), Save("city", "c1"));
        var ticked = Done(Baskets, file, new TickVoter { Station = "hall", Area = "north", By = "clara" });

        Assert.Equal(["voted-at-station"], Codes(Decide(Baskets, ticked, new SubmitBasket())));
        Assert.Equal("c1", Said(Baskets, Done(Baskets, Done(Baskets, ticked, Save("north")), new SubmitBasket()), "city"));
    }

    [Fact]
    public void VoidVoter_WithABasket_EmptiesIt()
    {
        var file = Done(Baskets, NewFile(), Save("north", "n1"));
        var isVoid = Done(Baskets, file, new VoidVoter { By = "officer", Reason = "stolen", MayVoteAgain = true });

        Assert.Equal(["basket-empty"], Codes(Decide(Baskets, isVoid, new SubmitBasket())));
        Assert.Equal(file.Version + 1, isVoid.Version);
    }

    [Theory]
    [InlineData(true, "n3")]
    [InlineData(false, "none")]
    public void VoidVoter_WhereTwoBallotsVoidedEachOther_MayVoteAgainOnlyIfSaid(bool mayVoteAgain, string expected)
    {
        var sheet = Sheet(Plan() with { Precedence = ChannelPrecedence.BothVoid });
        var twice = Done(sheet, Done(sheet, NewFile(), Cast("north", "n1")), OnPaper("north", "card 1", Noon, "n2"));
        var settled = Done(sheet, twice, new VoidVoter { By = "officer", Reason = "the card was somebody else's", MayVoteAgain = mayVoteAgain });

        Assert.Equal(expected, Said(sheet, Decide(sheet, settled, Cast("north", "n3")).File, "north"));
        Assert.Equal(2, settled.Find("north")!.Voided);
    }

    [Fact]
    public void VoidVoter_AtAnyInstant_ComesBackFromItsBytes()
    {
        var file = Done(OneShot, NewFile(), new VoidVoter { By = "officer", Reason = "stolen" }, Noon + Duration.FromNanoseconds(123_456_789));

        Assert.Equal(file, VoterFileFormat.Read(file.Key, file.Version, VoterFileFormat.WriteRegister(file), VoterFileFormat.WriteBallots(file)));
    }
}
