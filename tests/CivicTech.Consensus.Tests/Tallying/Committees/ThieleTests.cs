using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Committees;
using CivicTech.Numerics;
using CivicTech.Testing;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying.Committees;

public sealed class ThieleTests
{
    [Fact]
    public void Count_RandomProfiles_FindsAllCommitteesOfTheBestScore()
    {
        var random = new SplitMix64(1895);
        for (var run = 0; run < 60; run++)
        {
            var candidates = random.Between(2, 7);
            var seats = random.Between(1, candidates);
            var profile = Approvals.Of(Approvals.Names(candidates), Approvals.Random(random, candidates));
            foreach (var (weights, worth) in ThieleOracle.Weights)
            {
                var best = ThieleOracle.Best(profile, seats, worth);
                var result = new Thiele { Weights = weights, Ties = TieChain.AllOutcomes }.Count(profile, seats);
                Assert.Equal(Approvals.Words(best), Approvals.Words(result.Outcomes));
                Assert.True(result.IsComplete);
                Assert.Equal(best.Count == 1 ? TallyStatus.Decided : TallyStatus.SeveralOutcomes, result.Status);
            }
        }
    }

    [Fact]
    public void Count_WithATotalChain_ElectsTheFirstOfTheBestCommittees()
    {
        var random = new SplitMix64(7);
        for (var run = 0; run < 80; run++)
        {
            var candidates = random.Between(2, 7);
            var seats = random.Between(1, candidates - 1);
            var profile = Approvals.Of(Approvals.Names(candidates), Approvals.Random(random, candidates));
            var (weights, worth) = random.Pick(ThieleOracle.Weights);
            var order = Approvals.Names(candidates).ToList();
            random.Shuffle(order);
            var first = ThieleOracle.Best(profile, seats, worth)
                .Select(committee => committee.Select(candidate => order.IndexOf(profile.Candidates[candidate])).Order().ToArray())
                .Order(Comparer<int[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other)))
                .First();
            var result = new Thiele { Weights = weights, Ties = TieChain.By(TieKey.PublishedOrder(order)) }.Count(profile, seats);
            Assert.Equal(TallyStatus.Decided, result.Status);
            Assert.Equal(Approvals.Words([first.Select(place => order[place])]), Approvals.Words([result.Elected]));
        }
    }

    // Each way of completing the chain to a total order elects one of the outcomes, and each outcome has such a way.
    [Fact]
    public void Count_WithAPartialChain_ListsWhatItsCompletionsElect()
    {
        var random = new SplitMix64(8);
        for (var run = 0; run < 20; run++)
        {
            const int Candidates = 5;
            var seats = random.Between(1, 4);
            var profile = Approvals.Of(Approvals.Names(Candidates), Approvals.Random(random, Candidates));
            var (weights, _) = random.Pick(ThieleOracle.Weights);
            var chain = TieChain.By(random.OneIn(2) ? TieKey.Lowest("approvals") : TieKey.PublishedOrder("c", "a"));
            var expected = Orders([.. Approvals.Names(Candidates)])
                .Select(order => new Thiele { Weights = weights, Ties = TieChain.By([.. chain.Keys, .. OrderBehind(chain, order)]) }.Count(profile, seats).Elected)
                .Select(elected => string.Concat(elected.Order(StringComparer.Ordinal)))
                .Distinct().Order(StringComparer.Ordinal);
            var result = new Thiele { Weights = weights, Ties = chain.OrAllOutcomes(100) }.Count(profile, seats);
            Assert.Equal(expected, Approvals.Words(result.Outcomes));
        }
    }

    [Fact]
    public void Count_HoldingFewCommittees_FindsTheSame()
    {
        var random = new SplitMix64(9);
        for (var run = 0; run < 60; run++)
        {
            var candidates = random.Between(3, 6);
            var seats = random.Between(1, candidates - 1);
            var ballots = ApprovalBallots.Of(Approvals.Of(Approvals.Names(candidates), Approvals.Random(random, candidates)));
            var (weights, _) = random.Pick(ThieleOracle.Weights);
            var chain = random.Pick<TieChain>([TieChain.AllOutcomes, TieChain.By(TieKey.Highest("approvals")).OrAllOutcomes(50), TieChain.Refuse, TieChain.Identifier]);
            var rule = new Thiele { Weights = weights, Ties = chain };
            var expected = rule.Count(ballots.Profile, seats);

            // Not more than are asked for, so that the election never knows whether it holds all of them.
            var few = new ThieleElection(ballots, weights, new CommitteeSearchOptions
            {
                Seats = seats,
                WorkLimit = long.MaxValue,
                Places = ThieleElection.Places(ballots, chain),
            }, held: chain.IsTotal ? 1 : Math.Max(2, expected.Outcomes.Length), ways: Math.Max(2, expected.Outcomes.Length));
            var result = TallyRun.Count(rule, new Contest(ballots.Profile, seats), ballots.Profile.Candidates, chain, ["approvals"], TallyRequest.Default, few.Elect);
            Assert.Equal(expected.Status, result.Status);
            Assert.Equal(string.Concat(expected.Elected), string.Concat(result.Elected));
            Assert.Equal(expected.Outcomes.Select(outcome => string.Join(',', outcome)), result.Outcomes.Select(outcome => string.Join(',', outcome)));
            Assert.Equal(expected.OpenTie, result.OpenTie);
        }
    }

    // Proposition A.2 in Lackner and Skowron (2023): the best committee of one is not part of the best committee of two.
    [Fact]
    public void Count_PublishedProfile_IsNotMonotoneInSeats()
    {
        var profile = Approvals.Of(3, "2 a", "3 ac", "3 bc", "2 b");
        foreach (var weights in new[] { ThieleWeights.Harmonic, ThieleWeights.Coverage })
        {
            var rule = new Thiele { Weights = weights };
            Assert.Equal("c", string.Concat(rule.Count(profile, 1).Elected));
            Assert.Equal("ab", string.Concat(rule.Count(profile, 2).Elected));
        }
    }

    // Proposition A.4 there: the first voter gains by hiding approvals.
    [Theory]
    [InlineData("harmonic", 3, "cde", "ab bf acd bcf cef", "bcf", "e", "bce")]
    [InlineData("coverage", 2, "ab", "a a a c", "ac", "b", "ab")]
    public void Count_PublishedManipulation_ElectsAsPublished(string weights, int seats, string honest, string others, string elected, string hiding, string electedThen)
    {
        var rule = new Thiele { Weights = ThieleWeights.Parse(weights), Ties = TieChain.ListedOrder };
        Assert.Equal(elected, string.Concat(rule.Count(Approvals.Of(6, [honest, .. others.Split(' ')]), seats).Elected));
        Assert.Equal(electedThen, string.Concat(rule.Count(Approvals.Of(6, [hiding, .. others.Split(' ')]), seats).Elected));
    }

    [Fact]
    public void Count_TwoParties_SharesSeatsAsTheDivisorMethodDoes()
    {
        var profile = Approvals.Of(8, "60 abcd", "26 efgh");

        // Quotients of D'Hondt: 60, 30, 26, 20, 15 …; of Sainte-Laguë: 60, 26, 20, 12, 26/3, 60/7.
        var harmonic = new Thiele { Ties = TieChain.ListedOrder }.Count(profile, 4);
        Assert.Equal("abce", string.Concat(harmonic.Elected));
        Assert.Equal("The score of the elected is 136. 16 committees have the highest score.", string.Join(' ', harmonic.Notes));
        Assert.Equal("abcef", string.Concat(new Thiele { Weights = ThieleWeights.SainteLague, Ties = TieChain.ListedOrder }.Count(profile, 5).Elected.Order(StringComparer.Ordinal)));
        Assert.Equal("abcde", string.Concat(new Thiele { Ties = TieChain.ListedOrder }.Count(profile, 5).Elected.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Count_TiedCommittees_LeavesTheTieToOfficials()
    {
        // b and c, or d and c.
        var profile = Approvals.Of(4, "4 c", "2 b", "2 d", "a");
        var open = new Thiele().Count(profile, 2);
        Assert.Equal(TallyStatus.OpenTie, open.Status);
        Assert.Equal("c", string.Concat(open.Elected));
        Assert.Equal("bd", string.Concat(open.OpenTie!.Tied));
        var decided = new Thiele().Count(new Contest(profile, 2), new TallyRequest { Decisions = [new TieDecision(open.OpenTie.Round, ["d", "b"])] });
        Assert.Equal(TallyStatus.Decided, decided.Status);
        Assert.Equal("cd", string.Concat(decided.Elected));
    }

    // 12 of 24 candidates whom nobody approves of: 2.7 million committees.
    [Fact]
    public void Count_MillionsOfTiedCommittees_NeedsNoListOfThem()
    {
        var profile = Approvals.Of(24, "5 -");
        Assert.Equal("xwvutsrqponm", string.Concat(new Thiele { Ties = TieChain.By(TieKey.PublishedOrder(Approvals.Names(24).Reverse())) }.Count(profile, 12).Elected));
        var open = new Thiele().Count(profile, 12);
        Assert.Equal(TallyStatus.OpenTie, open.Status);
        Assert.Equal(24, open.OpenTie!.Tied.Length);
        var some = new Thiele { Ties = TieChain.Refuse.OrAllOutcomes(10) }.Count(profile, 12);
        Assert.Equal(10, some.Outcomes.Length);
        Assert.False(some.IsComplete);
    }

    [Fact]
    public void Count_LimitOfWork_StopsWithATrueBound()
    {
        var random = new SplitMix64(3);
        var stopped = 0;
        for (var run = 0; run < 120; run++)
        {
            var profile = Approvals.Of(Approvals.Names(8), [.. Approvals.Random(random, 8), .. Approvals.Random(random, 8)]);
            var seats = random.Between(2, 5);
            var best = ThieleOracle.Score(profile, ThieleOracle.Best(profile, seats, ThieleOracle.Weights[0].Worth)[0], ThieleOracle.Weights[0].Worth);
            var result = new Thiele { WorkLimit = random.Between(1, 40), Ties = TieChain.ListedOrder }.Count(profile, seats);
            Assert.Equal(seats, result.Elected.Length);
            var score = ThieleOracle.Score(profile, profile.Candidates.IndexesOf(result.Elected), ThieleOracle.Weights[0].Worth);
            if (result.Status != TallyStatus.Stopped)
            {
                Assert.Equal(best, score);
                continue;
            }

            stopped++;
            Assert.Equal($"The score of the elected is {score}.", result.Notes[0]);
            const string Above = "none has a score above ";
            var at = result.Notes[1].IndexOf(Above, StringComparison.Ordinal);
            var bound = at < 0 ? score : Rational.Parse(result.Notes[1].AsSpan(at + Above.Length).TrimEnd('.'));
            Assert.InRange(best, score, bound);
        }

        Assert.InRange(stopped, 20, 119);
    }

    [Fact]
    public void Count_ManyVoters_CountsInWiderNumbers()
    {
        var random = new SplitMix64(4);
        for (var run = 0; run < 40; run++)
        {
            var ballots = Approvals.Random(random, 6);
            var (weights, _) = random.Pick(ThieleOracle.Weights);
            var seats = random.Between(2, 4);
            var rule = new Thiele { Weights = weights, Ties = TieChain.AllOutcomes };
            var expected = rule.Count(Approvals.Of(Approvals.Names(6), ballots), seats).Outcomes;
            foreach (var times in new[] { 1_000_000_000L, 400_000_000_000_000_000L })
            {
                var many = Approvals.Of(Approvals.Names(6), ballots.Select(ballot => (ballot.Approved, ballot.Weight * times)));
                Assert.Equal(Approvals.Words(expected), Approvals.Words(rule.Count(many, seats).Outcomes));
            }
        }
    }

    [Fact]
    public void Count_MoreSeatsThanCandidates_ElectsAll()
    {
        var result = new Thiele().Count(Approvals.Of(3, "ab", "c"), 5);
        Assert.Equal(TallyStatus.Decided, result.Status);
        Assert.Equal("abc", string.Concat(result.Elected));
    }

    [Fact]
    public void Count_Withdrawn_AreNoMembers() =>
        Assert.Equal("bc", string.Concat(new Thiele().Count(new Contest(Approvals.Of(4, "3 ab", "2 ac", "d"), 2) { Withdrawn = ["a"] }).Elected));

    [Fact]
    public void Count_Cancelled_Throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var request = new TallyRequest { CancellationToken = source.Token };
        Assert.Throws<OperationCanceledException>(() => new Thiele().Count(new Contest(Approvals.Of(3, "ab"), 2), request));
    }

    // The search itself asks, too: every 1024 steps.
    [Fact]
    public void Search_Cancelled_Throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var random = new SplitMix64(12);
        var ballots = ApprovalBallots.Of(Approvals.Of(Approvals.Names(26), Enumerable.Range(0, 60).Select(_ => (Enumerable.Range(0, 26).Where(_ => random.OneIn(4)).ToArray(), 1L))));
        Assert.Throws<OperationCanceledException>(() => new ThieleElection(ballots, ThieleWeights.Harmonic, new CommitteeSearchOptions
        {
            Seats = 10,
            WorkLimit = 1_000_000,
            Places = ThieleElection.Places(ballots, TieChain.Refuse),
            Cancellation = source.Token,
        }, held: 1, ways: 1));
    }

    [Fact]
    public void Count_OtherBallots_AreRefused()
    {
        var ranked = new CivicTech.Ballots.OrdinalProfileBuilder(new CivicTech.Ballots.CandidateList("a", "b")).Build();
        Assert.Throws<ArgumentException>(() => new Thiele().Count(ranked, 1));
    }

    private static IEnumerable<TieKey> OrderBehind(TieChain chain, string[] order) =>
        chain.Keys.Any(key => key.Kind == TieKeyKind.PublishedOrder && key == TieKey.PublishedOrder(order)) ? [] : [TieKey.PublishedOrder(order)];

    private static IEnumerable<string[]> Orders(string[] names) => names.Length == 0
        ? [[]]
        : names.SelectMany(name => Orders([.. names.Except([name])]).Select(rest => (string[])[name, .. rest]));
}
