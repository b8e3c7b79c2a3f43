using CivicTech.TestKit.Clocks;
using NodaTime;

namespace CivicTech.TestKit.Tests.Clocks;

public sealed class TestClockTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 21, 12, 0);

    [Fact]
    public void GetCurrentInstant_NothingDone_StandsStill()
    {
        var clock = new TestClock(Noon);
        Assert.Equal(Noon, clock.GetCurrentInstant());
        Assert.Equal(Noon, clock.GetCurrentInstant());
    }

    [Fact]
    public void Advance_Durations_AddUp()
    {
        var clock = new TestClock(Noon);
        Assert.Equal(Noon + Duration.FromHours(1), clock.Advance(Duration.FromHours(1)));
        Assert.Equal(Noon + Duration.FromHours(1), clock.Advance(Duration.Zero));
        clock.Advance(Duration.Epsilon);
        Assert.Equal(Noon + Duration.FromHours(1) + Duration.Epsilon, clock.GetCurrentInstant());
    }

    [Fact]
    public void AdvanceSet_Backwards_AreRefusedAndChangeNothing()
    {
        var clock = new TestClock(Noon);
        Assert.Contains("turned back", Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(-Duration.Epsilon)).Message, StringComparison.Ordinal);
        Assert.Contains("turned back", Assert.Throws<ArgumentOutOfRangeException>(() => clock.Set(Noon - Duration.Epsilon)).Message, StringComparison.Ordinal);
        Assert.Equal(Noon, clock.GetCurrentInstant());
        clock.Set(Noon);
        clock.Set(Noon + Duration.FromDays(1));
        Assert.Equal(Noon + Duration.FromDays(1), clock.GetCurrentInstant());
    }

    [Fact]
    public void TurnBack_Asked_GoesBackAndOnlyBack()
    {
        var clock = new TestClock(Noon);
        clock.TurnBack(Noon - Duration.FromHours(1));
        Assert.Equal(Noon - Duration.FromHours(1), clock.GetCurrentInstant());
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.TurnBack(Noon));
    }

    [Fact]
    public async Task Advance_ManyThreads_LoseNothing()
    {
        var clock = new TestClock(Noon);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 1000; i++)
            {
                clock.Advance(Duration.Epsilon);
            }
        })));
        Assert.Equal(Noon + Duration.FromNanoseconds(8000), clock.GetCurrentInstant());
    }
}
