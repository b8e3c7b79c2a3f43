using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Iterated;
using CivicTech.Consensus.Tallying.Transfers;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying.Iterated;

public sealed class MeekStvTests
{
    private static Rational R(string text) => Rational.Parse(text);

    private static Rational Votes(TallyRound round, string candidate) => round.Tallies.Single(tally => tally.Candidate == candidate).Votes;

    private static string[] Actions(TallyRound round) => [.. round.Actions.Select(action => $"{action.Kind} {action.Candidate}")];

    [Fact]
    public void NewZealand_ThreeCandidates_AsByHand()
    {
        // 15 votes, 2 vacancies: the quota is 5.000000001. A keeps 5.000000001 / 8 = 0.625000000125, rounded up, and passes 0.374999999 of 8 votes.
        var result = MeekRules.NewZealand().Count(Ballots.Contest("A B C", 2, "8: A B", "3: B", "4: C"));

        Assert.Equal(["A", "B"], result.Elected.AsEnumerable());
        Assert.Equal(2, result.Rounds.Length);
        Assert.Equal(R("5.000000001"), result.Rounds[0].Threshold);
        Assert.Equal(["Elected A"], Actions(result.Rounds[0]));
        Assert.Equal(R("5.000000008"), Votes(result.Rounds[1], "A"));
        Assert.Equal(R("0.625000001"), result.Rounds[1].Tallies[0].KeepFactor);
        Assert.Equal(R("5.999999992"), Votes(result.Rounds[1], "B"));
        Assert.Equal(R("5.000000001"), result.Rounds[1].Threshold);
        Assert.Equal(["Elected B"], Actions(result.Rounds[1]));
        Assert.All(result.Rounds, round => Assert.True(round.Residual.IsZero));
    }

    [Fact]
    public void NewZealand_NonTransferableVotes_LowerTheQuota()
    {
        // First k = 0.625000001 as above: 5 · 0.374999999 of a vote end, so the quota is 13.125000005 / 3, cut, + 0.000000001 = 4.375000002.
        // Then k = 0.625000001 · 4.375000002 = 2.734375006 (up), / 5.000000008 = 0.546875001 (up); A has 4.375000008, B 3 + 3 · 0.453124999,
        // 2.265624995 end and the quota is 4.244791669, which B has.
        var result = MeekRules.NewZealand().Count(Ballots.Contest("A B C", 2, "5: A", "3: A B", "3: B", "4: C"));
        var last = result.Rounds[^1];

        Assert.Equal(["A", "B"], result.Elected.AsEnumerable());
        Assert.Equal(R("0.546875001"), last.Tallies[0].KeepFactor);
        Assert.Equal(R("4.375000008"), Votes(last, "A"));
        Assert.Equal(R("4.359374997"), Votes(last, "B"));
        Assert.Equal(R("4.244791669"), last.Threshold);
        Assert.Equal([new InactiveVotes(InactiveReason.ExhaustedChoices, R("2.265624995"))], last.Inactive.AsEnumerable());
    }

    [Fact]
    public void Count_VotesThatEnd_KeepFactorConvergesToItsLimit()
    {
        // A keeps 121k, 61(1 - k) end, so 121k = (180 - 61(1 - k)) / 3 and k = 119 / 302. D is last with 29 to 30 and 36.4, C then has 59.
        var result = MeekRules.Reference().Count(Ballots.Contest("A B C D", 2, "61: A", "60: A B", "30: C D", "29: D C"));

        Assert.Equal(["A", "C"], result.Elected.AsEnumerable());
        Assert.Equal(["Elected A", "Eliminated D", "Elected C"], result.Rounds.SelectMany(Actions));
        Assert.True(Rational.Abs(result.Rounds[1].Tallies[0].KeepFactor!.Value - new Rational(119, 302)) < new Rational(1, 10_000_000));
        Assert.Contains("iterations, with a surplus of", result.Rounds[1].Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Warren_Supporters_PayTheSameAmount()
    {
        // 2 seats of 12 votes: the quota is just above 4. A has 6 and takes k = 2/3 of a vote. When B is elected, ballots A B have 1/3 left for
        // B, less than B's price: 3 ballots give 1/3 each, and B's own 5 must pay the other 3: the price is 3/5.
        var result = new WarrenStv { Omega = R("0.0000001") }.Count(Ballots.Contest("A B C D", 3, "3: A B", "3: A", "5: B C", "1: C", "2: D", "2: D C"));

        // 16 votes for 3 seats, the quota is above 4: A's price falls below 2/3 because half of what A passes on ends.
        Assert.Equal("A", result.Elected[0]);
        var last = result.Rounds[^1];
        var a = last.Tallies.Single(tally => tally.Candidate == "A");
        var b = last.Tallies.Single(tally => tally.Candidate == "B");
        Assert.Equal(a.KeepFactor!.Value * 6, a.Votes);
        Assert.Equal((3 * Rational.Min(1 - a.KeepFactor.Value, b.KeepFactor!.Value)) + (5 * b.KeepFactor.Value), b.Votes);
        Assert.Equal(["A", "B", "D"], result.Elected.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Count_SmallestCase_AsManyCandidatesAsSeats()
    {
        var result = MeekRules.Reference().Count(Ballots.Contest("A B", 2, "3: A"));

        Assert.Equal(["A", "B"], result.Elected.AsEnumerable());
        Assert.Equal(["Elected A", "Elected B"], Actions(Assert.Single(result.Rounds)));
    }

    [Fact]
    public void Count_NoBallots_LeavesTheSeatOpen()
    {
        var result = new MeekStv().Count(Ballots.Contest("A B", 1));

        Assert.Equal(TallyStatus.OpenTie, result.Status);
        Assert.Empty(result.Elected);
    }

    [Fact]
    public void Count_MoreVotesThanSixtyFourBitsOfUnits_IsExact()
    {
        var result = MeekRules.Reference().Count(Ballots.Contest("A B", 1, "18446744074: A", "1: B"));

        Assert.Equal(["A"], result.Elected.AsEnumerable());
        Assert.Equal(R("9223372037.500000001"), result.Rounds[0].Threshold);
    }

    [Fact]
    public void Count_EqualRanks_NeverPassBehindAHopeful()
    {
        // With the order of stv-rs's example always_behind: whoever ranks D ranks C above D, so D cannot be before C.
        var result = new MeekStv { EqualRanks = EqualRanks.Split }.Count(Ballots.Contest("A B C D", 3, "99: A", "99: B", "A=B=C D"));

        Assert.Equal(["A", "B", "C"], result.Elected.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Count_OvervoteOfContinuing_ComesBackWhenOneIsLeft()
    {
        var rule = new MeekStv { Ballots = new() { Overvotes = OvervoteRule.ExhaustIfSeveralContinue }, Ties = TieChain.ListedOrder };
        var result = rule.Count(Ballots.Contest("A B C", 1, "4: A", "2: B=C", "3: B", "1: C A"));

        // C goes out: two ballots B=C count for B, one goes on to A.
        Assert.Equal([new InactiveVotes(InactiveReason.Overvote, 2)], result.Rounds[0].Inactive.AsEnumerable());
        Assert.Equal(5, Votes(result.Rounds[1], "A"));
        Assert.Equal(5, Votes(result.Rounds[1], "B"));
        Assert.Empty(result.Rounds[1].Inactive);
    }

    [Theory]
    [InlineData(OvervoteRule.Exhaust, 2, 0)]
    [InlineData(OvervoteRule.Skip, 0, 2)]
    [InlineData(OvervoteRule.ExhaustIfAnyContinues, 2, 0)]
    public void Count_Overvotes_FollowTheOption(OvervoteRule overvotes, int inactive, int passed)
    {
        var result = new MeekStv { Ballots = new() { Overvotes = overvotes }, Ties = TieChain.ListedOrder }
            .Count(Ballots.Contest("A B C", 1, "4: A", "2: B=C A", "3: B"));

        Assert.Equal(inactive, result.Rounds[0].Inactive.Aggregate(Rational.Zero, (sum, reason) => sum + reason.Votes));
        Assert.Equal(4 + passed, Votes(result.Rounds[0], "A"));
    }

    [Fact]
    public void Count_WriteInsAndWithdrawn_GoOutBeforeAnybodyElse()
    {
        var contest = Ballots.Contest("A B W X", 1, "4: X A", "3: W B", "5: B", "1: W");
        var result = MeekRules.Reference().Count(new Contest(contest.Profile) { WriteIns = "W", Withdrawn = ["X"] });

        Assert.Equal(["Eliminated W"], Actions(result.Rounds[0]));
        Assert.Equal(4, Votes(result.Rounds[0], "A"));
        Assert.Equal(["B"], result.Elected.AsEnumerable());
        Assert.Equal(["B", "A"], result.Order.Select(group => string.Join(' ', group)));
        Assert.Equal([new InactiveVotes(InactiveReason.ExhaustedChoices, 1)], result.Rounds[1].Inactive.AsEnumerable());
    }

    [Fact]
    public void Count_WriteInsWithoutFirstVotes_ReceiveNothingLater()
    {
        var contest = Ballots.Contest("A B W", 2, "8: A W", "3: B", "1: A");
        var result = MeekRules.Reference().Count(new Contest(contest.Profile, 2) { WriteIns = "W" });

        Assert.Equal(["A", "B"], result.Elected.AsEnumerable());
        Assert.Equal(["Eliminated W", "Elected A", "Elected B"], Actions(Assert.Single(result.Rounds)));
    }

    [Fact]
    public void Count_TieForGoingOut_StaysOpenUntilDecided()
    {
        var contest = Ballots.Contest("A B C", 1, "5: A", "3: B A", "3: C B");
        var open = MeekRules.Reference().Count(contest);

        // If B goes out A wins; if C goes out B has 6 of 11.
        Assert.Equal(TallyStatus.OpenTie, open.Status);
        Assert.Equal(["B", "C"], open.OpenTie!.Tied.AsEnumerable());
        var decided = MeekRules.Reference().Count(contest, new TallyRequest { Decisions = [new TieDecision(1, ["B", "C"])] });
        Assert.Equal(["B"], decided.Elected.AsEnumerable());
    }

    [Fact]
    public void NewZealand_Tie_FallsByTheFirstDifference()
    {
        // D goes out first and makes C equal to B; B was ahead before.
        var result = MeekRules.NewZealand().Count(Ballots.Contest("A B C D", 1, "9: A", "5: B", "4: C", "1: D C"));

        Assert.Equal(TallyStatus.Decided, result.Status);
        Assert.Equal(["A", "B", "C", "D"], result.Order.Select(group => string.Join(' ', group)));
    }

    [Fact]
    public void Count_CandidatesNobodyRanks_GoOutWithoutAnOpenTie()
    {
        var result = MeekRules.Reference().Count(Ballots.Contest("A B X Y Z", 1, "5: A", "4: B", "2: B A"));

        Assert.Equal(TallyStatus.Decided, result.Status);
        Assert.Equal(["B"], result.Elected.AsEnumerable());
    }

    [Fact]
    public void BallotPaths_LastStepsOfAllBallots_AddUpToTheTallies()
    {
        var result = MeekRules.Reference(TieKey.ListedOrder).Count(Ballots.Random(5, candidates: 7, voters: 60, seats: 3, messy: false));
        for (var round = 1; round <= result.Rounds.Length; round++)
        {
            var sums = new Dictionary<string, Rational>();
            foreach (var path in result.BallotPaths())
            {
                var since = path.Steps.Where(step => step.Round <= round).Max(step => step.Round);
                foreach (var step in path.Steps.Where(step => step.Round == since))
                {
                    var name = step.Candidate ?? step.Inactive.ToString()!;
                    sums[name] = sums.GetValueOrDefault(name) + (step.Value * path.Weight);
                }
            }

            foreach (var tally in result.Rounds[round - 1].Tallies)
            {
                Assert.Equal(tally.Votes, sums.GetValueOrDefault(tally.Candidate));
            }

            foreach (var inactive in result.Rounds[round - 1].Inactive)
            {
                Assert.Equal(inactive.Votes, sums.GetValueOrDefault(inactive.Reason.ToString()));
            }
        }
    }

    [Fact]
    public void Count_NotRankings_IsRefused()
    {
        var approvals = new CivicTech.Ballots.ApprovalProfileBuilder(new CivicTech.Ballots.CandidateList(["A", "B"]));
        _ = Assert.Throws<ArgumentException>(() => new MeekStv().Count(new Contest(approvals.Build())));
    }
}
