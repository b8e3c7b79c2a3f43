using CivicTech.Budgeting.Calendars;
using CivicTech.Processes.Checks;
using CivicTech.Time;
using NodaTime;
using static CivicTech.Budgeting.Tests.Calendars.CalendarSamples;

namespace CivicTech.Budgeting.Tests.Calendars;

public sealed class CalendarCheckTests
{
    private static readonly CycleStage A = Stage("a", new(2026, 1, 1, 0, 0), new(2026, 2, 1, 0, 0));
    private static readonly CycleStage B = Stage("b", new(2026, 2, 1, 0, 0), new(2026, 3, 1, 0, 0));

    private static readonly Dictionary<string, CycleCalendar> Wrong = new()
    {
        ["stages"] = Of(),
        ["stages[0].name"] = Of(A with { Name = "" }),
        ["stages[1].name"] = Of(A, B with { Name = "a" }),
        ["stages[1].areas[0]"] = Of(A, B with { Areas = ["west"] }),
        ["stages[1].areas[1]"] = Of(A, B with { Areas = ["north", "north"] }),
        ["stages[0].starts"] = Of(A with { Starts = new Deadline(new(2026, 1, 1, 0, 0), "Europe/Atlantis") }),
        ["stages[0].ends"] = Of(A with { Ends = A.Starts }),
        ["stages[1].ends"] = Of(A, B with { Ends = A.Starts }),
        ["stages[0].permits[0].roles"] = Of(A with { Permits = [Permit(Activity.Vote)] }),
        ["stages[0].permits[1].roles"] = Of(A with { Permits = [Permit(Activity.Vote, "citizen"), Permit(Activity.Comment, "citizen", "citizen")] }),
        ["stages[0].permits[1].activity"] = Of(A with { Permits = [Permit(Activity.Vote, "citizen"), Permit(Activity.Vote, "officer")] }),
        ["always[0].roles"] = Of(A) with { Always = [Permit(Activity.Comment, "")] },
        ["layout"] = Of(A) with { Layout = (StageLayout)9 },
    };

    public static TheoryData<string> Fields { get; } = [.. Wrong.Keys];

    [Fact]
    public void Problems_OfACalendarThatCanBeRun_AreNone() => Assert.Empty(CalendarCheck.Problems(Year, Areas));

    [Theory]
    [MemberData(nameof(Fields))]
    public void Problems_OfOneWrongField_NameItAlone(string field) => Assert.Equal([field], CalendarCheck.Problems(Wrong[field], Areas).Select(problem => problem.Field));

    [Fact]
    public void B13_StageWithoutLength_IsNamedWithItsTimes() => Assert.Equal(
        [new PlanProblem("stages[0].ends", "later than the start, 2026-01-01T00:00:00 Europe/Paris, not 2026-01-01T00:00:00 Europe/Paris")],
        CalendarCheck.Problems(Wrong["stages[0].ends"], Areas));

    // Hours apart on clocks, at the same instant in truth.
    [Fact]
    public void B13_StageWithoutLengthOnTwoClocks_IsNamed() =>
        Assert.Equal("stages[0].ends", CalendarCheck.Problems(Of(A with { Ends = new Deadline(new(2026, 1, 1, 2, 30), "Asia/Tehran") }), Areas).Single().Field);

    [Theory]
    [InlineData(2026, 3, 29, 2, 30, "does not exist")]
    [InlineData(2026, 10, 25, 2, 30, "exists twice")]
    public void Problems_OfAnHourThatTheClocksSkipOrRepeat_SaySoUnderTheRuleToRefuse(int year, int month, int day, int hour, int minute, string said)
    {
        var starts = new Deadline(new(year, month, day, hour, minute), "Europe/Paris") { SkippedHour = SkippedHour.Refuse, DoubledHour = DoubledHour.Refuse };
        var calendar = Of(A with { Starts = starts, Ends = starts.PlusDays(7) });
        var problem = Assert.Single(CalendarCheck.Problems(calendar, Areas));

        Assert.Equal("stages[0].starts", problem.Field);
        Assert.Contains(said, problem.Expected, StringComparison.Ordinal);
        Assert.Empty(CalendarCheck.Problems(Of(A with { Starts = new Deadline(starts.Local, "Europe/Paris"), Ends = starts.PlusDays(7) }), Areas));
    }

    [Fact]
    public void Problems_OfTheSameNameForOtherAreas_AreNone()
    {
        Assert.Empty(CalendarCheck.Problems(Of(A, A with { Areas = ["north"] }, A with { Areas = ["south", "city"] }), Areas));
        Assert.Equal(["stages[2].name"], CalendarCheck.Problems(Of(A, A with { Areas = ["north"] }, A with { Areas = ["south", "north"] }), Areas).Select(problem => problem.Field));
    }

    [Theory]
    [InlineData(StageLayout.Free, "", "", "")]
    [InlineData(StageLayout.NoOverlaps, "", "", "stages[1].starts")]
    [InlineData(StageLayout.NoGaps, "", "stages[1].starts", "")]
    [InlineData(StageLayout.Contiguous, "", "stages[1].starts", "stages[1].starts")]
    public void B13_GapsAndOverlaps_AreNamedWhereThePlanForbidsThem(StageLayout layout, string touching, string gap, string overlap)
    {
        var later = B with { Starts = B.Starts.PlusDays(1) };
        var sooner = B with { Starts = B.Starts.PlusDays(-1) };
        foreach (var (second, expected) in new[] { (B, touching), (later, gap), (sooner, overlap) })
        {
            Assert.Equal(expected, string.Join(' ', CalendarCheck.Problems(Of(A, second) with { Layout = layout }, Areas).Select(problem => problem.Field)));
        }
    }

    [Fact]
    public void B13_StagesInAnyOrder_AreComparedInTime()
    {
        Assert.Empty(CalendarCheck.Problems(Of(B, A) with { Layout = StageLayout.Contiguous }, Areas));

        // A long stage covers the gap that a short one within it would leave.
        var within = A with { Name = "c", Starts = A.Starts.PlusDays(1), Ends = A.Starts.PlusDays(2) };
        Assert.Empty(CalendarCheck.Problems(Of(A, within, B) with { Layout = StageLayout.NoGaps }, Areas));
    }

    [Fact]
    public void B13_GapOfOneAreaOnly_IsNamed()
    {
        var north = A with { Areas = ["north"], Ends = A.Ends.PlusDays(-1) };

        Assert.Equal(["stages[2].starts"], CalendarCheck.Problems(Of(A, north, B) with { Layout = StageLayout.NoGaps }, Areas).Select(problem => problem.Field));
        Assert.Empty(CalendarCheck.Problems(Of(A, north, B) with { Layout = StageLayout.NoOverlaps }, Areas));
    }

    [Fact]
    public void Problems_OfSeveralStages_AreAllNamed() => Assert.Equal(
        ["stages[0].ends", "stages[1].name", "stages[1].permits[0].roles"],
        CalendarCheck.Problems(Of(A with { Ends = A.Starts }, B with { Name = "\u0007", Permits = [Permit(Activity.Vote)] }), Areas).Select(problem => problem.Field));
}
