using CivicTech.Crowdfunding.Collection;
using NodaTime;
using static CivicTech.Crowdfunding.Tests.Collection.Events;

namespace CivicTech.Crowdfunding.Tests.Collection;

public sealed class RetryPolicyTests
{
    private static Instant Day(int day) => Noon + Duration.FromDays(day);

    [Fact]
    public void Next_OpenCollective_FollowsItsDelaysThenDrops()
    {
        var tries = Follow(RetryPolicy.OpenCollective);

        Assert.Equal([2, 4, 9, 14, 19, 24], tries);
    }

    [Fact]
    public void Next_Kickstarter_TriesOnceAfterSevenDaysWhenTheFirstFailedLate()
    {
        Assert.Equal([7], Follow(RetryPolicy.Kickstarter));
        Assert.Equal(Day(7), RetryPolicy.Kickstarter.Next(1, Day(5), Noon));
        Assert.Null(RetryPolicy.Kickstarter.Next(2, Day(7), Noon));
        Assert.Equal([48, 96, 144], RetryPolicy.Kickstarter.Notices!.RemindAfter.Select(time => (int)time.TotalHours));
    }

    [Fact]
    public void Next_None_Drops() => Assert.Null(RetryPolicy.None.Next(1, Noon, Noon));

    [Fact]
    public void Next_Every_TriesThatOften() => Assert.Equal([3, 6], Follow(RetryPolicy.Every(Duration.FromDays(3), 2)));

    [Fact]
    public void Next_DelaysAndAFinalAttempt_CutsTheDelaysShortAndEndsWithIt()
    {
        var policy = RetryPolicy.Every(Duration.FromDays(3), 5) with { FinalAttemptAfter = Duration.FromDays(7) };

        Assert.Equal([3, 6, 7], Follow(policy));
    }

    [Fact]
    public void Next_DelaysUsedUpBeforeTheFinalAttempt_WaitsForIt()
    {
        var policy = RetryPolicy.Every(Duration.FromDays(1), 1) with { FinalAttemptAfter = Duration.FromDays(7) };

        Assert.Equal([1, 7], Follow(policy));
    }

    [Fact]
    public void Next_NoFailure_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => RetryPolicy.None.Next(0, Noon, Noon));

    [Fact]
    public void Delays_NotPositive_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => RetryPolicy.Every(Duration.Zero, 1));
        Assert.Throws<ArgumentException>(() => RetryPolicy.None with { FinalAttemptAfter = Duration.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => RetryPolicy.Every(Duration.FromDays(1), -1));
    }

    [Fact]
    public void Equals_SameFigures_IsTrueAndAnyOtherFigureIsNot()
    {
        var policy = RetryPolicy.Every(Duration.FromDays(1), 2);

        Assert.Equal(policy, RetryPolicy.Every(Duration.FromDays(1), 2));
        Assert.Equal(policy.GetHashCode(), RetryPolicy.Every(Duration.FromDays(1), 2).GetHashCode());
        Assert.NotEqual(policy, RetryPolicy.Every(Duration.FromDays(1), 3));
        Assert.NotEqual(policy, policy with { FinalAttemptAfter = Duration.FromDays(9) });
        Assert.NotEqual(policy, policy with { Notices = ReminderPolicy.Every(Duration.FromDays(1), Duration.FromDays(2)) });
    }

    [Fact]
    public void ReminderNext_EachReminder_IsAtItsTimeUntilNoneIsLeft()
    {
        var policy = new ReminderPolicy([Duration.FromDays(3), Duration.FromDays(7)], Duration.FromDays(14));

        Assert.Equal([Day(3), Day(7), null], new[] { 0, 1, 2 }.Select(sent => policy.Next(sent, Noon)));
        Assert.Equal(Day(14), policy.DropsAt(Noon));
        Assert.Throws<ArgumentOutOfRangeException>(() => policy.Next(-1, Noon));
    }

    [Theory]
    [InlineData(new[] { 0 }, 5)]
    [InlineData(new[] { 3, 3 }, 5)]
    [InlineData(new[] { 4, 3 }, 5)]
    [InlineData(new[] { 5 }, 5)]
    [InlineData(new int[0], 0)]
    public void Reminders_NotAscending_AreRefused(int[] days, int drop) =>
        Assert.Throws<ArgumentException>(() => new ReminderPolicy([.. days.Select(day => Duration.FromDays(day))], Duration.FromDays(drop)));

    [Fact]
    public void ReminderEvery_IntervalThatMeetsTheDrop_LeavesItOut() =>
        Assert.Equal([2, 4], ReminderPolicy.Every(Duration.FromDays(2), Duration.FromDays(6)).RemindAfter.Select(time => time.Days));

    [Fact]
    public void ReminderEvery_NotPositive_IsRefused() => Assert.Throws<ArgumentException>(() => ReminderPolicy.Every(Duration.Zero, Duration.FromDays(1)));

    /// <summary>The days of the retries when the first attempt and all that follow fail at once.</summary>
    private static List<int> Follow(RetryPolicy policy)
    {
        var days = new List<int>();
        var failed = Noon;
        while (policy.Next(days.Count + 1, failed, Noon) is { } next)
        {
            days.Add((next - Noon).Days);
            failed = next;
        }

        return days;
    }
}
