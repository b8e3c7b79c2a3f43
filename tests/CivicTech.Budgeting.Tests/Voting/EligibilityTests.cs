using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Rolls;
using NodaTime;
using static CivicTech.Budgeting.Tests.Voting.Polls;

namespace CivicTech.Budgeting.Tests.Voting;

public sealed class EligibilityTests
{
    private static readonly VotingSheet Vote = Sheet();

    // 16 on 7 September 2026; lives in the north on 1 September 2026.
    [Theory]
    [InlineData("2010-09-07", "")]
    [InlineData("2010-09-08", "too-young")]
    [InlineData("1900-01-01", "")]
    public void B12_AgeInTheWindow_IsThatOfTheDay(string born, string codes)
    {
        var voter = Northerner with { Born = NodaTime.Text.LocalDatePattern.Iso.Parse(born).Value };

        foreach (var now in new[] { Opens, Closes - Duration.Epsilon })
        {
            Assert.Equal(codes, string.Join(' ', Codes(Decide(Vote, NewFile(), Cast("north", "n1"), now, voter))));
        }
    }

    [Fact]
    public void B12_BornOnALeapDay_HasTheBirthdayOnThe28th()
    {
        var plan = Plan() with { Voters = new VoterRule { MinimumAge = 18, AgeAsOf = new LocalDate(2026, 2, 28), ResidenceAsOf = new LocalDate(2026, 9, 1) } };

        Assert.True(Decide(Sheet(plan), NewFile(), Cast("north", "n1"), voter: Northerner with { Born = new LocalDate(2008, 2, 29) }).IsAccepted);
    }

    [Fact]
    public void MaximumAge_YearsAreWhole()
    {
        var plan = Plan() with { Voters = new VoterRule { MaximumAge = 20, AgeAsOf = new LocalDate(2026, 9, 7), ResidenceAsOf = new LocalDate(2026, 9, 1) } };

        Assert.True(Decide(Sheet(plan), NewFile(), Cast("north", "n1"), voter: Northerner with { Born = new LocalDate(2005, 9, 8) }).IsAccepted);
        Assert.Equal(["too-old"], Codes(Decide(Sheet(plan), NewFile(), Cast("north", "n1"), voter: Northerner with { Born = new LocalDate(2005, 9, 7) })));
        Assert.Equal(["too-old"], Codes(Decide(Sheet(plan), NewFile(), Cast("north", "n1"), voter: Northerner with { Born = null })));
    }

    [Fact]
    public void B12_MovedDuringTheVote_VotesWhereTheDayFoundThem()
    {
        var moved = Northerner with
        {
            Residences = [new Residence { Area = "north", Until = new LocalDate(2026, 9, 10) }, new Residence { Area = "south", From = new LocalDate(2026, 9, 10) }],
        };
        foreach (var now in new[] { Opens, Noon, Closes - Duration.Epsilon })
        {
            Assert.True(Decide(Vote, NewFile(), Cast("north", "n1"), now, moved).IsAccepted);
            Assert.Equal(["not-your-area"], Codes(Decide(Vote, NewFile(), Cast("south", "s1"), now, moved)));
        }
    }

    [Fact]
    public void B12_ResidenceEnds_OnTheFirstDayNoLonger()
    {
        VoterAt(until: new LocalDate(2026, 9, 1), "not-resident not-your-area");
        VoterAt(until: new LocalDate(2026, 9, 2), "");

        static void VoterAt(LocalDate until, string codes) => Assert.Equal(
            codes,
            string.Join(' ', Codes(Decide(Vote, NewFile(), Cast("north", "n1"), voter: Northerner with { Residences = [new Residence { Area = "north", Until = until }] }))));
    }

    [Fact]
    public void B12_VerifiedOnlyAfterClosing_DoesNotVote()
    {
        var unverified = Northerner with { Status = RollStatus.Unverified };

        Assert.Equal(["not-verified"], Codes(Decide(Vote, NewFile(), Cast("north", "n1"), voter: unverified)));
        Assert.Equal(["voting-closed"], Codes(Decide(Vote, NewFile(), Cast("north", "n1"), Closes)));
    }

    [Fact]
    public void Roll_StruckOffOrUnknown_IsRefused()
    {
        var struck = Decide(Vote, NewFile(), Cast("north", "n1"), voter: Northerner with { Status = RollStatus.StruckOff, Reference = "case 9" });

        Assert.Equal(("struck-off", "case 9"), (struck.Refusals[0].Code, struck.Refusals[0].Data["reference"]));
        Assert.Equal(
            ["not-on-roll"],
            Codes(Budgeting.Voting.Deciding.VotingDecider.Decide(Vote, null, NewFile(), Cast("north", "n1"), Noon, Budgeting.Voting.Files.RandomTrackers.Instance)));
    }

    // What a northerner may do after a first ballot: the codes for each of city, north and south.
    [Theory]
    [InlineData(AreaAccess.OwnAndWholeCity, "", "- - not-your-area")]
    [InlineData(AreaAccess.OneArea, "", "- - -")]
    [InlineData(AreaAccess.OneArea, "south", "one-area-only one-area-only -")]
    [InlineData(AreaAccess.OnePerGroup, "south", "- one-area-of-group -")]
    [InlineData(AreaAccess.OnePerGroup, "city", "- - -")]
    [InlineData(AreaAccess.AllAreas, "south", "- - -")]
    [InlineData(AreaAccess.OwnAndOneOther, "", "- - -")]
    [InlineData(AreaAccess.OwnAndOneOther, "north", "- - -")]
    [InlineData(AreaAccess.OwnAndOneOther, "south", "- - -")]
    [InlineData(AreaAccess.OwnAndOneOther, "east", "- - one-other-area")]
    public void Access_ByPolicy_OpensAreas(AreaAccess access, string first, string expected)
    {
        var plan = Plan() with { Access = access, Submission = Submission.ReviseUntilClose };
        plan = plan with { Areas = plan.Areas.Add(new VotingArea { Id = "east", Group = "districts", Budget = Euro(100) }) };
        var sheet = Sheet(plan);
        var file = first.Length == 0 ? NewFile() : Done(sheet, NewFile(), Cast(first, $"{first[0]}1"));

        Assert.Equal(expected, string.Join(' ', new[] { "city", "north", "south" }.Select(area => Codes(Decide(sheet, file, Cast(area, $"{area[0]}2"))) is [var code, ..] ? code : "-")));
    }

    [Fact]
    public void Access_WithdrawnBallot_FreesTheArea()
    {
        var sheet = Sheet(Plan() with { Access = AreaAccess.OneArea, Submission = Submission.ReviseUntilClose });
        var file = Done(sheet, Done(sheet, NewFile(), Cast("south", "s1")), new Budgeting.Voting.Deciding.WithdrawBallot { Area = "south" });

        Assert.True(Decide(sheet, file, Cast("north", "n1")).IsAccepted);
    }

    [Fact]
    public void Access_Basket_TakesTheAreaUntilItIsEmptied()
    {
        var sheet = Sheet(Plan() with { Access = AreaAccess.OneArea, Submission = Submission.Basket });
        var file = Done(sheet, NewFile(), Save("south", "s1"));

        Assert.Equal(["one-area-only"], Codes(Decide(sheet, file, Save("north", "n1"))));
        Assert.True(Decide(sheet, Done(sheet, file, Save("south")), Save("north", "n1")).IsAccepted);
    }

    [Fact]
    public void Roll_InAnotherCalendarSystem_IsTheSameDays()
    {
        static LocalDate Persian(int year, int month, int day) => new LocalDate(year, month, day).WithCalendar(CalendarSystem.PersianArithmetic);
        var voter = Northerner with { Born = Persian(2010, 9, 7), Residences = [new Residence { Area = "north", From = Persian(2020, 1, 1), Until = Persian(2026, 9, 2) }] };

        Assert.True(Decide(Vote, NewFile(), Cast("north", "n1"), voter: voter).IsAccepted);
        Assert.Equal(["not-resident", "not-your-area"], Codes(Decide(Vote, NewFile(), Cast("north", "n1"), voter: voter with { Residences = [new Residence { Area = "north", Until = Persian(2026, 9, 1) }] })));
    }

    // Registers write the last day there is where they know none.
    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("2026-09-08")]
    public void Roll_BornAfterTheDay_IsOfNoKnownAge(string born)
    {
        var voter = Northerner with { Born = NodaTime.Text.LocalDatePattern.Iso.Parse(born).Value };
        var young = Plan() with { Voters = new VoterRule { MaximumAge = 20, AgeAsOf = new LocalDate(2026, 9, 7), ResidenceAsOf = new LocalDate(2026, 9, 1) } };

        Assert.Equal(["too-young"], Codes(Decide(Vote, NewFile(), Cast("north", "n1"), voter: voter)));
        Assert.Equal(["too-old"], Codes(Decide(Sheet(young), NewFile(), Cast("north", "n1"), voter: voter)));
    }
}
