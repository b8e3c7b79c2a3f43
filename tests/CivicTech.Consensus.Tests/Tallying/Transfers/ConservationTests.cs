using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Transfers;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying.Transfers;

/// <summary>Laws that every count of rounds keeps, whatever its options.</summary>
public sealed class ConservationTests
{
    private static readonly TieChain Listed = TieChain.ListedOrder;

    public static TheoryData<string> Rules => [.. Counts.Keys];

    private static readonly Dictionary<string, Func<int, ITallyRule>> Counts = new()
    {
        ["instant runoff"] = _ => new InstantRunoff { Ties = Listed },
        ["together, to two"] = _ => new InstantRunoff { Ties = Listed, EliminatesHopeless = true, End = RunoffEnd.TwoLeft, Ballots = new() { Overvotes = OvervoteRule.Skip, MaxSkippedRanks = 0 } },
        ["first threshold"] = _ => new InstantRunoff { Ties = Listed, KeepsFirstThreshold = true, Ballots = new() { RepeatedCandidates = RepeatedCandidateRule.Exhaust } },
        ["bottoms-up"] = _ => new BottomsUp { Ties = Listed },
        ["share"] = _ => new BottomsUp { Ties = Listed, Share = new Rational(3, 20) },
        ["multi-pass"] = _ => new MultiPassInstantRunoff { Ties = Listed },
        ["scottish"] = _ => StatutoryRules.ScottishLocal(TieKey.ListedOrder),
        ["minneapolis"] = _ => StatutoryRules.MinneapolisSeveralSeats(TieKey.ListedOrder),
        ["whole votes"] = _ => new SingleTransferableVote { Decimals = 0, Ties = Listed },
        ["one decimal, together"] = _ => new SingleTransferableVote { Decimals = 1, SurplusOrder = SurplusOrder.Together, TransfersLastSurplus = true, Rounding = TransferRounding.FractionThenPaper, Ties = Listed },
        ["hare"] = _ => new SingleTransferableVote { Quota = Quota.Hare, HasWholeQuota = false, Decimals = 2, Ties = Listed },
        ["unweighted"] = _ => new SingleTransferableVote { Surplus = SurplusMethod.UnweightedInclusive, Decimals = 6, Ties = Listed },
        ["last parcel"] = _ => new SingleTransferableVote { Surplus = SurplusMethod.LastParcel, Decimals = 2, Ties = Listed, Hopeless = HopelessRule.Together },
        ["last parcel, exact"] = _ => new SingleTransferableVote { Surplus = SurplusMethod.LastParcel, Decimals = null, HasWholeQuota = false, Ties = Listed },
        ["exact"] = _ => new SingleTransferableVote { Decimals = null, HasWholeQuota = false, SurplusOrder = SurplusOrder.OneElectedARound, Ties = Listed },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Count_RandomBallots_NoVoteIsLostAndNoSeatTooMany(string name)
    {
        for (var seed = 0UL; seed < 120; seed++)
        {
            var contest = Contest(name, seed);

            var result = Counts[name](0).Count(contest);

            // The rounds check themselves that every vote is accounted for; here that nothing is below zero and nobody beyond the seats.
            Assert.NotEmpty(result.Rounds);
            Assert.All(result.Rounds, round => Assert.Equal((Rational)contest.Profile.Voters, round.Total));
            Assert.All(result.Rounds.SelectMany(round => round.Tallies), tally => Assert.True(tally.Votes.Sign >= 0, $"{seed}: {tally}"));
            Assert.All(result.Rounds, round => Assert.True(round.Residual.Sign >= 0));
            Assert.True(name == "share" || result.Elected.Length == Math.Min(contest.Seats, contest.Candidates.Count), $"{seed}: {result.Elected.Length} elected");
            Assert.Equal(contest.Candidates.Order(), result.Order.SelectMany(group => group).Order());
            Assert.Equal(result.Elected.Order(), result.Order.SelectMany(group => group).Take(result.Elected.Length).Order());
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void BallotPaths_AllBallots_AddUpToEveryTally(string name)
    {
        for (var seed = 0UL; seed < 60; seed++)
        {
            var contest = Contest(name, seed);
            var result = Counts[name](0).Count(contest);
            var paths = result.BallotPaths().ToList();
            Assert.Equal(Enumerable.Range(0, contest.Profile.DistinctBallots), paths.Select(path => path.Ballot));
            foreach (var round in result.Rounds)
            {
                // Where a ballot lies; what it left behind at earlier steps stays with candidates who are elected.
                var held = new Dictionary<string, Rational>();
                var inactive = Rational.Zero;
                foreach (var path in paths)
                {
                    var step = path.Steps.Last(one => one.Pass == round.Pass && one.Round <= round.Number);
                    if (step.Candidate is { } candidate)
                    {
                        held[candidate] = held.GetValueOrDefault(candidate) + (step.Value * path.Weight);
                    }
                    else
                    {
                        inactive += step.Value * path.Weight;
                    }
                }

                foreach (var tally in round.Tallies.Where(tally => tally.IsContinuing))
                {
                    Assert.True(held.GetValueOrDefault(tally.Candidate) == tally.Votes, $"{name} {seed}: round {round.Number}, {tally.Candidate}");
                }

                Assert.Equal(round.Inactive.Aggregate(Rational.Zero, (sum, one) => sum + one.Votes), inactive);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Count_BallotsShuffledAndSplit_GiveTheSameReceipt(string name)
    {
        for (var seed = 0UL; seed < 25; seed++)
        {
            var contest = Contest(name, seed);
            var profile = (OrdinalProfile)contest.Profile;
            var builder = new OrdinalProfileBuilder(profile.Candidates);
            foreach (var ballot in Enumerable.Range(0, profile.DistinctBallots).Reverse())
            {
                for (var voter = 0L; voter < profile.WeightOf(ballot); voter++)
                {
                    builder.Add(profile.CandidatesOf(ballot), profile.RanksOf(ballot), 1);
                }
            }

            var shuffled = new Contest(builder.Build(), contest.Seats);

            Assert.Equal(Counts[name](0).Count(contest).Receipt.ToJson(), Counts[name](0).Count(shuffled).Receipt.ToJson());
        }
    }

    [Fact]
    public void Count_OneContestReadInSeveralWays_IsCountedEachTimeAsAFreshOne()
    {
        BallotHandling[] handlings = [new(), new() { Overvotes = OvervoteRule.Skip }, new() { MaxSkippedRanks = 0 }, new() { RepeatedCandidates = RepeatedCandidateRule.Exhaust }, new() { MaxRanks = 1 }, new()];
        for (var seed = 0UL; seed < 20; seed++)
        {
            var contest = Ballots.Random(seed, candidates: 5, voters: 30, seats: 1, messy: true);
            foreach (var handling in handlings)
            {
                var rule = new InstantRunoff { Ballots = handling, Ties = Listed };
                Assert.Equal(rule.Count(Ballots.Random(seed, 5, 30, 1, true)).Receipt.Digest, rule.Count(contest).Receipt.Digest);
            }
        }
    }

    private static Contest Contest(string name, ulong seed) => Ballots.Random(
        seed + 991,
        candidates: 2 + (int)(seed % 7),
        voters: 4 + (int)(seed % 40),
        seats: name is "instant runoff" or "together, to two" or "first threshold" ? 1 : 1 + (int)(seed % 4),
        messy: seed % 2 == 0);
}
