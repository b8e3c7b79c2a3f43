using CivicTech.Crowdfunding.Plans;
using NodaTime;
using NodaTime.Text;

namespace CivicTech.Crowdfunding.Tests.Plans;

public sealed class WorkingDaysTests
{
    private static readonly WorkingDays Paris = new() { Zone = "Europe/Paris", Holidays = [new LocalDate(2026, 5, 25)] };

    [Theory]
    [InlineData("2026-05-20T08:00:00Z", 0, "2026-05-20T08:00:00Z")]
    [InlineData("2026-05-20T08:00:00Z", 1, "2026-05-21T22:00:00Z")] // a Wednesday: all of Thursday
    [InlineData("2026-05-20T08:00:00Z", 2, "2026-05-22T22:00:00Z")]
    [InlineData("2026-05-20T08:00:00Z", 3, "2026-05-26T22:00:00Z")] // the weekend and Whit Monday
    [InlineData("2026-05-23T08:00:00Z", 1, "2026-05-26T22:00:00Z")] // from a Saturday
    [InlineData("2026-05-20T22:30:00Z", 1, "2026-05-22T22:00:00Z")] // Thursday already in Paris
    [InlineData("2026-03-27T08:00:00Z", 1, "2026-03-30T22:00:00Z")] // over the change of the clocks
    public void After_SomeDays_IsTheEndOfTheLastOfThem(string start, int days, string end) =>
        Assert.Equal(At(end), Paris.After(At(start), days));

    [Fact]
    public void After_WeekendOfThursdayAndFriday_IsSkipped()
    {
        var tehran = new WorkingDays { Zone = "Asia/Tehran", Weekend = [IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday] };

        Assert.Equal(At("2026-05-23T20:30:00Z"), tehran.After(At("2026-05-20T08:00:00Z"), 1));
    }

    [Fact]
    public void After_NegativeDays_IsAnError() => Assert.Throws<ArgumentOutOfRangeException>(() => Paris.After(default, -1));

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
}
