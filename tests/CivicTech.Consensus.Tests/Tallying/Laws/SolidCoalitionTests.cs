using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Committees;
using CivicTech.Consensus.Tallying.Iterated;
using CivicTech.Consensus.Tallying.Transfers;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying.Laws;

/// <summary>
/// Proportionality for solid coalitions (M. Dummett, Voting Procedures, 1984): where voters of so many quotas rank the same candidates above all
/// others, in whatever order, as many of those are elected as there are quotas, or all of them.
/// </summary>
public sealed class SolidCoalitionTests
{
    private static readonly TieChain Listed = TieChain.ListedOrder;

    // The quota is Droop's, rounded up to a whole number; with exact quotas any number above votes / (seats + 1).
    private static readonly (string Name, bool IsExact, ITallyRule Rule)[] Proportional =
    [
        ("stv, Scotland", false, StatutoryRules.ScottishLocal(TieKey.ListedOrder)),
        ("stv, Minneapolis", false, StatutoryRules.MinneapolisSeveralSeats(TieKey.ListedOrder)),
        ("stv, fractions", true, new SingleTransferableVote { Decimals = null, HasWholeQuota = false, Ties = Listed }),
        ("stv, fractions, together", true, new SingleTransferableVote { Decimals = null, HasWholeQuota = false, SurplusOrder = SurplusOrder.Together, Hopeless = HopelessRule.Together, Ties = Listed }),
        ("stv, one elected a round", false, new SingleTransferableVote { SurplusOrder = SurplusOrder.OneElectedARound, Ties = Listed }),
        ("stv, unweighted", false, new SingleTransferableVote { Surplus = SurplusMethod.UnweightedInclusive, Decimals = 6, Ties = Listed }),
        ("stv, last parcel", false, new SingleTransferableVote { Surplus = SurplusMethod.LastParcel, Decimals = 6, Ties = Listed }),
        ("stv, last parcel, fractions", true, new SingleTransferableVote { Surplus = SurplusMethod.LastParcel, Decimals = null, HasWholeQuota = false, Ties = Listed }),
        ("meek", true, new MeekStv { Ties = Listed }),
        ("meek, reference rule", true, MeekRules.Reference(TieKey.ListedOrder)),
        ("warren", true, new WarrenStv { Ties = Listed }),
    ];

    public static TheoryData<string> Rules => [.. Proportional.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Count_SolidCoalition_GetsASeatForEveryQuota(string name)
    {
        var (_, isExact, rule) = Proportional.Single(row => row.Name == name);
        for (var n = 0UL; n < 80; n++)
        {
            var random = new SplitMix64(n + 1855);
            var seats = random.Between(2, 5);
            var quotas = random.Between(1, seats);
            var voters = random.Between(30, 90);
            var solid = isExact ? (voters * quotas / (seats + 1)) + 1 : quotas * ((voters / (seats + 1)) + 1);
            var coalition = random.Between(1, 6);
            var candidates = Math.Max(coalition + random.Between(1, 5), seats);
            if (solid > voters)
            {
                continue;
            }

            var result = rule.Count(Profile(random, candidates, coalition, voters, solid), seats);

            var won = result.Elected.Count(candidate => candidate[0] - 'A' < coalition);
            Assert.True(won >= Math.Min(quotas, coalition), $"{n}: {won} of {coalition} for {quotas} quotas of {seats} seats");
        }
    }

    // 52 of 100 voters stand behind A and B, and 48 behind C and D; two of them get one seat if they are two of Droop's quotas (26).
    private static readonly string[] Majority = ["40: A B", "12: B A", "24: C D", "24: D C"];

    [Fact]
    public void StvWithHareQuota_TwoDroopQuotas_GetOneSeat()
    {
        // Hare's quota is 34. A passes on 6, and B goes out with 18 behind C and D with 24 each: 48 voters get two of three seats.
        var result = new SingleTransferableVote { Quota = Quota.Hare, Ties = Listed }.Count(Ballots.Contest("A B C D", 3, Majority));

        Assert.Equal(["A", "C", "D"], result.Elected.Order());
        Assert.Equal(["A", "B", "C"], new SingleTransferableVote { Ties = Listed }.Count(Ballots.Contest("A B C D", 3, Majority)).Elected.Order());
    }

    [Fact]
    public void MultiPassInstantRunoff_MoreThanAQuota_GetsNoSeat()
    {
        // 40 of 100 are more than one quota of three seats (26), but each pass is a runoff of its own, which the 60 win.
        string[] ballots = ["60: A B C", "40: D E F"];

        Assert.Equal(["A", "B", "C"], new MultiPassInstantRunoff { Ties = Listed }.Count(Ballots.Contest("A B C D E F", 3, ballots)).Elected.Order());
        Assert.Equal(["A", "B", "D"], new SingleTransferableVote { Ties = Listed }.Count(Ballots.Contest("A B C D E F", 3, ballots)).Elected.Order());
    }

    [Fact]
    public void BottomsUp_TwoQuotas_GetOneSeat()
    {
        // No surplus is passed on: B, for whom 52 voters would be enough together with A, goes out first of all.
        Assert.Equal(["A", "C", "D"], new BottomsUp { Ties = Listed }.Count(Ballots.Contest("A B C D", 3, Majority)).Elected.Order());
    }

    [Fact]
    public void SingleNonTransferableVote_TwoQuotas_GetOneSeat()
    {
        // The 52 voters mark the candidate they like best: too many mark A.
        var result = new SingleNonTransferableVote { Ties = Listed }.Count(((OrdinalProfile)Ballots.Profile("A B C D", Majority)).ToApprovals(1), 3);

        Assert.Equal(["A", "C", "D"], result.Elected.Order());
    }

    [Fact]
    public void BlockVoting_MoreThanAQuota_GetsNoSeat()
    {
        // Three marks each: the candidates of the 60 have 60 each, those of the 40 have 40.
        var result = new BlockVoting { Ties = Listed }.Count(Ballots.Profile("A B C D E F", "60: A B C", "40: D E F").ToApprovals(3), 3);

        Assert.Equal(["A", "B", "C"], result.Elected.Order());
    }

    /// <summary>The first voters rank the first candidates above all others; everybody else ranks as chance has it, some of them few.</summary>
    private static OrdinalProfile Profile(SplitMix64 random, int candidates, int coalition, int voters, int solid)
    {
        var builder = new OrdinalProfileBuilder(new CandidateList(Enumerable.Range(0, candidates).Select(Sheet.Name)));
        for (var voter = 0; voter < voters; voter++)
        {
            int[] ranking = [.. Enumerable.Range(0, candidates)];
            random.Shuffle(ranking);
            builder.Add(voter < solid
                ? [.. ranking.Where(candidate => candidate < coalition), .. ranking.Where(candidate => candidate >= coalition)]
                : [.. ranking.Take(random.Between(1, candidates))]);
        }

        return builder.Build();
    }
}
