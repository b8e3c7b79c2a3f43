using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Testing;
using NodaTime;
using static CivicTech.Budgeting.Tests.Voting.Polls;

namespace CivicTech.Budgeting.Tests.Voting;

/// <summary>Commands of all kinds, right and wrong.</summary>
internal static class RandomCommands
{
    private static readonly string[] Areas = ["city", "north", "south"];

    internal static VotingCommand Next(SplitMix64 random)
    {
        var area = random.OneIn(20) ? "nowhere" : random.Pick(Areas);
        return random.Below(20) switch
        {
            < 8 => Cast(area, Lines(random, area)),
            < 11 => Save(area, Lines(random, area)),
            < 13 => new SubmitBasket(),
            < 15 => new WithdrawBallot { Area = area },
            15 => new SeeNotices(),
            < 19 => OnPaper(area, $"card {random.Below(5)}", Noon - Duration.FromMinutes(random.Between(-30, 200)), Lines(random, area)),
            _ => new VoidVoter { By = "officer", Reason = $"case {random.Below(3)}", MayVoteAgain = !random.OneIn(4) },
        };
    }

    private static string[] Lines(SplitMix64 random, string area) =>
        [.. Enumerable.Range(1, 4).Where(_ => random.OneIn(2)).Select(number => $"{(random.OneIn(30) ? 'x' : area[0])}{number}={(random.OneIn(10) ? random.Between(-2, 60) : 1)}")];
}
