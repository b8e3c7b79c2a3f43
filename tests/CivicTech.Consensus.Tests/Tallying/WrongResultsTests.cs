using CivicTech.Ballots;
using CivicTech.Consensus;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Iterated;
using CivicTech.Consensus.Tallying.Pairwise;
using CivicTech.Consensus.Tallying.Scoring;
using CivicTech.Consensus.Tallying.Transfers;
using CivicTech.Numerics;
using CivicTech.Receipts;
using CivicTech.Ties;
using CivicTech.Tests.Consensus.Tallying.Laws;
using CivicTech.Tests.Consensus.Tallying.Scoring;

namespace CivicTech.Tests.Consensus.Tallying;

/// <summary>Wrong results that elections and programs of others have had: none of them can come about here.</summary>
public sealed class WrongResultsTests
{
    private static readonly TieChain Listed = TieChain.ListedOrder;

    private static readonly RuleRegistry Registry = new(new ConsensusRules());

    // Alameda County, Oakland school board, district 4, November 2022: one option decided whether a ballot with an empty first rank counts from
    // its second in the first round. It was set otherwise than the law says; another was certified as elected, and a count of the published ballots
    // by outsiders found it. (FairVote, "Statement on Alameda County's ranked choice voting tally", December 2022.)
    [Fact]
    public void Oakland2022_SkippedFirstRank_CountsForTheNextAndTheOptionIsInTheReceipt()
    {
        var contest = Ballots.Contest("A B C", 1, "40: A", "36: B", "3: - B", "5: C B", "3: C A");
        var advancing = new InstantRunoff { Ties = Listed };
        var setAside = new InstantRunoff { Ballots = new() { MaxSkippedRanks = 0 }, Ties = Listed };

        var result = advancing.Count(contest);
        var other = setAside.Count(contest);

        Assert.Equal(39, result.Rounds[0].Tallies[1].Votes);
        Assert.Equal(["B"], result.Elected.ToArray());
        Assert.Equal([new InactiveVotes(InactiveReason.SkippedRanks, 3)], other.Rounds[0].Inactive.ToArray());
        Assert.Equal(["A"], other.Elected.ToArray());

        // Nobody has to guess which of the two was counted.
        Assert.True(result.Options["ballots"]!.AsObject().TryGetPropertyValue("maxSkippedRanks", out var any) && any is null);
        Assert.Equal(0, other.Options["ballots"]!["maxSkippedRanks"]!.GetValue<int>());
        Assert.Contains("\"maxSkippedRanks\":0", other.ToText(), StringComparison.Ordinal);
        Assert.False(Verification.Compare(result.Receipt, other.Receipt).Holds);
    }

    // New York, primary for mayor, June 2021: about 135,000 test ballots were in the first published count. (Board of Elections in the City of
    // New York, statement of 29 June 2021.)
    [Fact]
    public void NewYork2021_TestBallotsInTheCount_AreRefusedBeforeAnythingIsCounted()
    {
        var profile = (OrdinalProfile)Ballots.Profile("A B", "500: A", "299: B");
        var withTests = new OrdinalProfileBuilder(profile.Candidates);
        withTests.Add(profile);
        withTests.Add([1], 135);
        var tooMany = withTests.Build();
        BallotBatch[] batches = [new("Brooklyn", 450, null), new("Queens", 349, null)];

        foreach (var rule in new ITallyRule[] { new InstantRunoff(), new Schulze(), new MeekStv(), new BordaCount(), new MultiPassInstantRunoff() })
        {
            var refused = Assert.Throws<InvalidOperationException>(() => rule.Count(new Contest(tooMany) { Batches = [.. batches] }));
            Assert.Contains("799", refused.Message, StringComparison.Ordinal);
            Assert.Contains("934", refused.Message, StringComparison.Ordinal);
            Assert.Equal(["A"], rule.Count(new Contest(profile) { Batches = [.. batches] }).Elected.ToArray());
            _ = Assert.Throws<InvalidOperationException>(() => rule.Count(new Contest(profile) { Batches = [batches[0]] }));
        }

        Assert.Contains("Brooklyn", new InstantRunoff().Count(new Contest(profile) { Batches = [.. batches] }).Receipt.ToJson(), StringComparison.Ordinal);
    }

    // New South Wales, council elections of 2012 and 2016: which ballots of a surplus went on was drawn at random and not published. About one
    // contest in ten could have come out otherwise, and in Griffith an error in the program took a seat from a candidate who would have won it in about
    // nine counts of ten. (A. Conway, M. Blom, L. Naish, V. Teague, "An analysis of New South Wales electronic vote counting", 2017.)
    [Fact]
    public void NewSouthWales2012_TransferOfASurplus_DrawsNothing()
    {
        foreach (var method in Enum.GetValues<SurplusMethod>())
        {
            for (var seed = 0UL; seed < 15; seed++)
            {
                var rule = new SingleTransferableVote { Surplus = method, Ties = TieChain.By(TieKey.Lot("published before the count")) };
                var contest = Ballots.Random(seed, 6, 40, 3, messy: true);
                var profile = (OrdinalProfile)contest.Profile;
                var order = Enumerable.Range(0, profile.DistinctBallots).SelectMany(ballot => Enumerable.Repeat(ballot, (int)profile.WeightOf(ballot))).ToList();
                new SplitMix64(seed).Shuffle(order);
                var shuffled = new OrdinalProfileBuilder(profile.Candidates);
                order.ForEach(ballot => shuffled.Add(profile.CandidatesOf(ballot), profile.RanksOf(ballot), 1));

                var receipt = rule.Count(contest).Receipt.ToJson();

                Assert.Equal(receipt, rule.Count(contest).Receipt.ToJson());
                Assert.Equal(receipt, rule.Count(shuffled.Build(), 3).Receipt.ToJson());
            }
        }
    }

    // Australian Capital Territory, October 2020: transfer values were rounded to the nearest sixth decimal instead of down. A candidate could
    // lose more than the surplus and more be elected than there are seats. (A. Conway, V. Teague, "Errors in the ACT's electronic vote counting",
    // 2021; repository ConcreteSTV, ElectionRules.md.)
    [Fact]
    public void AustralianCapitalTerritory2020_TransferValue_IsRoundedDown()
    {
        // Quota 8 of 21 (2 seats): 11 ballots pass on 3, at 0.272727 each and not at 0.272728.
        var result = new SingleTransferableVote { Decimals = 6, Ties = Listed }.Count(Ballots.Contest("A B C", 2, "11: A B", "6: C", "4: B C"));
        var surplus = result.Rounds[0].Actions.SelectMany(action => action.Transfers).ToList();

        Assert.Equal(8, result.Rounds[0].Threshold);
        Assert.Equal(11 * Rational.Parse("0.272727"), surplus.Single(transfer => transfer.To == "B").Votes);
        Assert.Equal(3 - (11 * Rational.Parse("0.272727")), surplus.Single(transfer => transfer.IsResidual).Votes);

        for (var decimals = 0; decimals <= 6; decimals++)
        {
            foreach (var method in Enum.GetValues<SurplusMethod>())
            {
                for (var seed = 0UL; seed < 6; seed++)
                {
                    var contest = Ballots.Random(seed + 2020, 7, 30, 1 + (int)(seed % 5), messy: false);
                    var count = new SingleTransferableVote { Surplus = method, Decimals = decimals, Ties = Listed }.Count(contest);
                    Assert.True(count.Elected.Length <= contest.Seats);
                    Assert.All(count.Rounds, round => Assert.True(round.Residual.Sign >= 0 && round.Tallies.All(tally => tally.Votes.Sign >= 0)));
                }
            }
        }
    }

    // The same: ballots were kept apart by where they came from, though the law puts those of one transfer value together.
    [Fact]
    public void AustralianCapitalTerritory2020_BallotsOfOneValue_GoOnAlikeWhereverTheyCameFrom()
    {
        // Quota 16 of 79 (4 seats). A and B each pass on 14 of 30 at the same time; C then has 9 + 28 and passes on 21 of its 37 votes.
        var contest = Ballots.Contest("A B C D E", 4, "30: A C D", "30: B C D", "9: C E", "6: D", "4: E");
        var paths = new SingleTransferableVote { Decimals = 6, SurplusOrder = SurplusOrder.Together, Ties = Listed }.Count(contest).BallotPaths().ToList();
        var ofA = paths.Single(path => path.Steps[0].Candidate == "A").Steps[^1];
        var ofB = paths.Single(path => path.Steps[0].Candidate == "B").Steps[^1];

        Assert.Equal(("D", ofB.Value), (ofA.Candidate, ofA.Value));
        Assert.InRange(ofA.Value, Rational.Parse("0.264"), Rational.Parse("0.265"));
    }

    // python-vote-core, issue 29: two candidates with 18/7 votes each were told apart by the last bit of floating point.
    [Fact]
    public void PythonVoteCore29_EighteenSevenths_IsATie()
    {
        // Quota 15 of 43 (2 seats): A's 21 ballots go on at 2/7. C has 9 * 2/7, D has 2 + 2 * 2/7.
        var contest = Ballots.Contest("A C D E F", 2, "9: A C D", "2: A D C", "10: A E", "2: D C", "8: E", "12: F");

        var result = new SingleTransferableVote { Decimals = null, Ties = Listed }.Count(contest);

        Assert.Equal(15, result.Rounds[0].Threshold);
        Assert.Equal([new Rational(18, 7), new Rational(18, 7)], result.Rounds[1].Tallies.Where(tally => tally.Candidate is "C" or "D").Select(tally => tally.Votes));
        Assert.Contains(result.Ties, tie => tie.Round == 2 && tie.Tied.SequenceEqual(["C", "D"]));

        // Five decimals, as statutes prescribe them, are another count: there it is no tie, and the result says why.
        Assert.Equal([Rational.Parse("2.57139"), Rational.Parse("2.57142")],
            new SingleTransferableVote { Ties = Listed }.Count(contest).Rounds[1].Tallies.Where(tally => tally.Candidate is "C" or "D").Select(tally => tally.Votes));
    }

    // VoteKit, issue 311 (2025): after fractions were given up for floating point, 8 votes met 8.00000000000014.
    [Fact]
    public void VoteKit311_SumsOfThirds_AreWholeAgain()
    {
        // Quota 12 of 47 (3 seats): A and B pass on a third of each ballot: C has 6 * 1/3 + 9 * 1/3 + 3 = 8, as many as D.
        var contest = Ballots.Contest("A B C D E", 3, "6: A C D", "12: A E", "9: B C D", "9: B E", "3: C", "8: D");

        var round = new SingleTransferableVote { Decimals = null, Ties = Listed }.Count(contest).Rounds.First(round => round.Actions.All(action => action.Kind != TallyActionKind.Surplus) && round.Number > 1);

        Assert.Equal([8, 8], round.Tallies.Where(tally => tally.Candidate is "C" or "D").Select(tally => tally.Votes));
    }

    // starpy, issue 23, and BetterVoting, issue 303: weights in floating point elected others than fractions do.
    [Fact]
    public void Starpy23_WeightsOfReweightedBallots_AreExact()
    {
        // A is elected first. Who gave it 1, 2 or 3 of 5 then weighs 5/6, 5/7 or 5/8: B has 6 * 5/6 + 7 * 5/7 + 8 * 5/8 = 15, as C has.
        var scores = Sheets.Scores("A B C", "6: 1 1 0", "7: 2 1 0", "8: 3 1 0", "3: 0 0 5");

        var result = new ReweightedRange().Count(scores, 2);

        Assert.Equal(TallyStatus.OpenTie, result.Status);
        Assert.Equal(["A"], result.Elected.ToArray());
        Assert.Equal(["B", "C"], result.OpenTie!.Tied.ToArray());
    }

    // VoteKit, issue 388: the resolution of a tie that the record showed was not the one that the ranking was made by. Issue 266: on replay,
    // ties were drawn anew.
    [Fact]
    public void VoteKit388And266_TiesByLot_AreRecordedAsTheyFellAndFallTheSameAgain()
    {
        var winners = new HashSet<string>(StringComparer.Ordinal);
        for (var seed = 0; seed < 12; seed++)
        {
            var lot = TieChain.By(TieKey.Lot($"seed {seed}"));

            // C and D tie for going out; whoever stays is elected.
            var runoff = Ballots.Contest("A C D", 1, "40: A", "30: C D", "30: D C");
            var result = new InstantRunoff { Ties = lot }.Count(runoff);
            var tie = Assert.Single(result.Ties, tie => tie.Matters);
            Assert.Equal(tie.Order[^1], result.Rounds[0].Actions.Single().Candidate);
            Assert.Equal(tie.Order[0], result.Elected.Single());
            Assert.True(TallyReceipt.Verify(result.Receipt, runoff, Registry).Holds);
            _ = winners.Add(result.Elected.Single());

            // All three have the same points: the seats go down the recorded order.
            var points = Ballots.Contest("A B C", 2, "A B C", "B C A", "C A B");
            var borda = new BordaCount { Ties = lot }.Count(points);
            Assert.Equal(borda.Ties[0].Order[0], borda.Elected[0]);
            Assert.Equal(borda.Ties[^1].Order[0], borda.Elected[1]);
            Assert.True(TallyReceipt.Verify(borda.Receipt, points, Registry).Holds);
        }

        Assert.Equal(["C", "D"], winners.Order());
    }

    // Condorcet (PHP), issue 21: ranked pairs gave a winner where several were tied.
    [Fact]
    public void CondorcetPhp21_RankedPairs_ShowsTiedWinners()
    {
        string[] cycle = ["A B C", "B C A", "C A B"];

        foreach (var tied in Enum.GetValues<TiedPairs>().Where(tied => tied != TiedPairs.ByTieChain))
        {
            var result = new RankedPairs { TiedPairs = tied }.Count(Ballots.Contest("A B C", 1, cycle));
            Assert.Equal(TallyStatus.OpenTie, result.Status);
            Assert.Equal(["A", "B", "C"], result.Order[0].Order());
            Assert.Empty(result.Elected);
        }

        Assert.Equal(3, new RankedPairs { Ties = TieChain.AllOutcomes }.Count(Ballots.Contest("A B C", 1, cycle)).Outcomes.Length);
        Assert.Equal(TallyStatus.OpenTie, new RankedPairs { TiedPairs = TiedPairs.ByTieChain }.Count(Ballots.Contest("A B C", 1, cycle)).Status);
    }

    // BetterVoting, issue 1468: the head of the page named another winner than the chart below.
    [Fact]
    public void BetterVoting1468_EveryReport_NamesTheSameWinner()
    {
        foreach (var row in EveryRule.Rows)
        {
            // A row lists all outcomes; the first of them by lot is told everywhere alike.
            var sheet = RandomSheets.MakeMessy(new SplitMix64(1468), row.Form);
            var result = row.Rule.Count(sheet.ToProfile(row.Form), 1);
            var elected = result.Elected.IsEmpty ? "nobody" : string.Join(", ", result.Elected);
            Assert.Equal(result.Elected.AsEnumerable(), result.ToJson()["outcome"]!["elected"]!.AsArray().Select(name => name!.GetValue<string>()));
            Assert.Equal(result.Elected.AsEnumerable(), result.Receipt.Body["outcome"]!["elected"]!.AsArray().Select(name => name!.GetValue<string>()));
            Assert.Contains(result.Status == TallyStatus.Decided ? $"Elected: {elected}\n" : $"elected in all of them: {elected}\n", result.ToText(), StringComparison.Ordinal);
            if (result.Status == TallyStatus.Decided)
            {
                Assert.Contains(result.Elected.Single(), result.Order[0]);
            }
        }
    }

    // RCTab, issue 121: whether skipped ranks or an overvote is looked at first moved ballots from one kind of inactive to the other.
    [Fact]
    public void Rctab121_SkipsBeforeAnOvervote_AreAskedFirst()
    {
        var rule = new InstantRunoff { Ballots = new() { MaxSkippedRanks = 1 }, Ties = Listed };

        var inactive = rule.Count(Ballots.Contest("A B C", 1, "9: A", "4: - - B=C", "2: - B=C", "1: B=C", "3:")).Rounds[0].Inactive;

        Assert.Equal(
            [new InactiveVotes(InactiveReason.NoRanking, 3), new InactiveVotes(InactiveReason.Overvote, 3), new InactiveVotes(InactiveReason.SkippedRanks, 4)],
            inactive.OrderBy(votes => votes.Reason));
    }

    // RCTab, issue 554: a rank with three marks counted for one of the three.
    [Theory]
    [InlineData(OvervoteRule.Exhaust, null)]
    [InlineData(OvervoteRule.Skip, "D")]
    [InlineData(OvervoteRule.ExhaustIfAnyContinues, null)]
    [InlineData(OvervoteRule.ExhaustIfSeveralContinue, null)]
    public void Rctab554_ThreeMarksAtARank_CountForNoneOfThem(OvervoteRule overvotes, string? next)
    {
        var rule = new InstantRunoff { Ballots = new() { Overvotes = overvotes }, Ties = Listed };

        var result = rule.Count(Ballots.Contest("A B C D E", 1, "20: E", "9: A", "8: B", "7: C", "6: D", "5: A=B=C D"));

        var step = result.BallotPaths().Single(path => path.Weight == 5).Steps[0];
        Assert.Equal((next, next is null ? InactiveReason.Overvote : (InactiveReason?)null), (step.Candidate, step.Inactive));
        Assert.Equal([9, 8, 7], result.Rounds[0].Tallies.Take(3).Select(tally => tally.Votes));
    }

    // RCTab, issues 290, 870 and 875: the inactive ballots told for precincts did not add up to those of the whole.
    [Fact]
    public void Rctab290_PrecinctsOfACount_AddUpInEveryRound()
    {
        for (var seed = 0UL; seed < 10; seed++)
        {
            var precincts = Enumerable.Range(0, 3).Select(part => (OrdinalProfile)Ballots.Random((seed * 3) + (ulong)part, 5, 12, 1, messy: true).Profile).ToList();
            var whole = new OrdinalProfileBuilder(precincts[0].Candidates);
            precincts.ForEach(whole.Add);
            var profile = whole.Build();
            var result = new InstantRunoff { Ballots = new() { MaxSkippedRanks = 1 }, Ties = Listed }.Count(profile, 1);
            var paths = result.BallotPaths().ToDictionary(path => Key(profile, path.Ballot), StringComparer.Ordinal);

            foreach (var round in result.Rounds)
            {
                var ofPrecincts = precincts
                    .SelectMany(precinct => Enumerable.Range(0, precinct.DistinctBallots).Select(ballot => (Path: paths[Key(precinct, ballot)], Weight: precinct.WeightOf(ballot))))
                    .Select(ballot => (Step: ballot.Path.Steps.Last(step => step.Round <= round.Number), ballot.Weight))
                    .ToLookup(ballot => ballot.Step.Inactive, ballot => ballot.Weight);

                Assert.All(round.Inactive, inactive => Assert.Equal(inactive.Votes, ofPrecincts[inactive.Reason].Sum()));
                Assert.Equal(round.Inactive.Length, ofPrecincts.Count(group => group.Key is not null));
                Assert.Equal(round.Tallies.Aggregate(Rational.Zero, (sum, tally) => sum + tally.Votes), ofPrecincts[null].Sum());
            }
        }

        static string Key(OrdinalProfile profile, int ballot) => $"{string.Join(',', profile.CandidatesOf(ballot).ToArray())}/{string.Join(',', profile.RanksOf(ballot).ToArray())}";
    }

    // RCTab, issue 397: votes for names written in were dropped when a surplus was transferred.
    [Fact]
    public void Rctab397_WriteInsAndASurplus_LoseNoVote()
    {
        var contest = new Contest(Ballots.Profile("A B C W", "50: A W B", "20: B W", "15: C", "9: W C", "6: W"), 2) { WriteIns = "W" };

        var result = new SingleTransferableVote { Ties = Listed }.Count(contest);

        // The names written in go out first; the nine go on to C whole, the six are exhausted, and A's surplus passes over W to B.
        Assert.Equal(15, result.Rounds[0].Tallies.Single(tally => tally.Candidate == "W").Votes);
        Assert.Equal("W", result.Rounds[0].Actions[0].Candidate);
        Assert.Equal(24, result.Rounds[1].Tallies.Single(tally => tally.Candidate == "C").Votes);
        Assert.Equal(["A", "B"], result.Elected.ToArray());
        Assert.All(result.Rounds, round => Assert.Equal(100, round.Total));
    }

    // pyrankvote, issue 1: exhausted ballots were dealt out again at random.
    [Fact]
    public void PyRankVote1_ExhaustedBallots_StayExhausted()
    {
        for (var seed = 0UL; seed < 25; seed++)
        {
            var contest = Ballots.Random(seed, 6, 25, 2, messy: true);
            foreach (var rule in new ITallyRule[] { new BottomsUp { Ties = Listed }, new SingleTransferableVote { Ties = Listed }, new SingleTransferableVote { Decimals = null, Ties = Listed } })
            {
                foreach (var path in rule.Count(contest).BallotPaths())
                {
                    var exhausted = path.Steps.TakeWhile(step => step.Inactive is null).Count();
                    Assert.All(path.Steps.Skip(exhausted), step => Assert.Null(step.Candidate));
                }
            }
        }
    }

    // BetterVoting, issue 1478: ballots that gave some candidates the same score and left the others out were taken for abstentions, and a seat
    // went to another candidate, since a quota is a share of the voters.
    [Fact]
    public void BetterVoting1478_EqualScoresForSome_AreNoAbstention()
    {
        string[] others = ["11: 5 4 0 0", "3: 0 0 5 1"];
        var with = Sheets.Scores("A B C D", [.. others, "6: - 1 - -"]);
        var without = Sheets.Scores("A B C D", others);

        var result = new AllocatedScore { Ties = Listed }.Count(with, 2);

        // Quota 10 of 20: one of A's eleven ballots is left, and B has 4 + 6 points, C has 15. Of 14 voters the quota is 7: four ballots are left, and
        // B has 16 points.
        Assert.Equal(20, result.Contest.Profile.Voters);
        Assert.Equal(["A", "B"], new AllocatedScore { Ties = Listed }.Count(without, 2).Elected.ToArray());
        Assert.Equal(["A", "C"], result.Elected.ToArray());
    }

    // VoteKit, issues 231 and 309: candidates without a vote ended the program.
    [Fact]
    public void VoteKit231_CandidatesWithoutAVote_AreLastAndEndNothing()
    {
        foreach (var row in EveryRule.Rows)
        {
            var result = row.Rule.Count(new Sheet(5, [new([5, 0, 0, 0, 0], 3), new([0, 5, 0, 0, 0], 2)]).ToProfile(row.Form), 1);
            Assert.True(result.Elected.SequenceEqual(["A"]), row.Name);
            Assert.Equal(["A", "B", "C", "D", "E"], result.Order.SelectMany(group => group).Order());
            Assert.NotEmpty(result.ToText());

            var empty = row.Rule.Count(new Sheet(3, []).ToProfile(row.Form), row.Rule is InstantRunoff ? 1 : 2);
            Assert.True(empty.Elected.Length <= 2, row.Name);
        }
    }

    // droop and stv-rs: Meek's method with equal ranks could elect a candidate whom nobody prefers to anybody. (stv-rs, README.)
    [Fact]
    public void Droop_EqualRanks_NeverElectWhomNobodyPrefers()
    {
        for (var seed = 0UL; seed < 60; seed++)
        {
            var random = new SplitMix64(seed);
            var candidates = random.Between(3, 6);
            var sheet = new Sheet(candidates + 1, [.. Enumerable.Range(0, random.Between(3, 9)).Select(_ => new SheetBallot(
                [.. Enumerable.Range(0, candidates).Select(_ => random.Between(2, 4)), 1], random.Between(1, 9)))]);
            foreach (var equal in new[] { EqualRanks.Split, EqualRanks.SplitStepwise })
            {
                var result = new MeekStv { EqualRanks = equal, Ties = Listed }.Count(sheet.ToProfile(BallotForm.Ranking), random.Between(1, candidates));
                Assert.DoesNotContain(Sheet.Name(candidates), result.Elected);
            }
        }
    }
}
