using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Committees;
using CivicTech.Numerics;
using CivicTech.Testing;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying.Committees;

public sealed class MarksTests
{
    [Fact]
    public void Block_Majority_FillsEverySeat()
    {
        var result = new BlockVoting().Count(Approvals.Of(4, "6 ab", "5 cd"), 2);
        Assert.Equal("ab", string.Concat(result.Elected));
        Assert.Equal("6 6 5 5", Values(result, "votes"));
    }

    [Fact]
    public void Block_BallotWithMoreMarksThanSeats_CountsAsTheOptionSays()
    {
        var profile = Approvals.Of(4, "6 ab", "5 cd", "4 bcd");
        var voided = new BlockVoting().Count(profile, 2);
        Assert.Equal("6 6 5 5", Values(voided, "votes"));
        Assert.Equal("Ballots that give more than a voter has: 4. They count for nobody.", Assert.Single(voided.Notes));
        Assert.Equal("6 26/3 23/3 23/3", Values(new BlockVoting { OnOverspending = Overspending.ScaleDown, Ties = TieChain.ListedOrder }.Count(profile, 2), "votes"));
        Assert.Equal("6 10 9 9", Values(new BlockVoting { OnOverspending = Overspending.Refuse, Ties = TieChain.ListedOrder }.Count(profile, 3), "votes"));
        Assert.Throws<ArgumentException>(() => new BlockVoting { OnOverspending = Overspending.Refuse }.Count(profile, 2));
    }

    // Six voters of eleven get two of three seats, not all.
    [Fact]
    public void Limited_FewerMarksThanSeats_LeavesSeatsToTheMinority()
    {
        var result = new LimitedVoting { Marks = 2 }.Count(Approvals.Of(6, "6 ab", "5 de"), 3);
        Assert.Equal(TallyStatus.OpenTie, result.Status);
        Assert.Equal("ab", string.Concat(result.Elected));
        Assert.Equal("de", string.Concat(result.OpenTie!.Tied));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LimitedVoting { Marks = 0 });
    }

    [Fact]
    public void Sntv_OneMarkEach_ElectsThoseWithMost()
    {
        var result = new SingleNonTransferableVote().Count(Approvals.Of(4, "5 a", "4 b", "3 c", "2 d", "7 bc"), 2);
        Assert.Equal("ab", string.Concat(result.Elected));
        Assert.Equal("5 4 3 2", Values(result, "votes"));
    }

    [Fact]
    public void Marks_RandomProfiles_CountAsTheDefinitionSays()
    {
        var random = new SplitMix64(20);
        for (var run = 0; run < 100; run++)
        {
            var candidates = random.Between(1, 6);
            var marks = random.Between(1, 4);
            var profile = Approvals.Of(Approvals.Names(candidates), Approvals.Random(random, candidates));
            var overspending = random.Pick<Overspending>([Overspending.Void, Overspending.ScaleDown]);
            var votes = new Rational[candidates];
            foreach (var (approved, weight) in Approvals.BallotsOf(profile))
            {
                var worth = approved.Length <= marks ? Rational.One : overspending == Overspending.Void ? Rational.Zero : new Rational(marks, approved.Length);
                foreach (var candidate in approved)
                {
                    votes[candidate] += worth * weight;
                }
            }

            var expected = string.Join(' ', votes);
            Assert.Equal(expected, Values(new BlockVoting { OnOverspending = overspending }.Count(profile, marks), "votes"));
            var limited = new LimitedVoting { Marks = marks, OnOverspending = overspending };
            Assert.Equal(expected, Values(limited.Count(profile, 2), "votes"));
            Assert.Equal(Ranking.ByHighest(votes).Groups.Select(group => string.Join(',', group)), limited.Rank(profile).Groups.Select(group => string.Join(',', group)));
            if (marks == 1)
            {
                Assert.Equal(expected, Values(new SingleNonTransferableVote { OnOverspending = overspending }.Count(profile, 2), "votes"));
            }
        }
    }

    [Fact]
    public void Cumulative_PlumpedPoints_ElectTheMinoritysCandidate()
    {
        var profile = Scores(4, (4, [(0, 1), (1, 1), (2, 1)]), (2, [(3, 3)]));
        var result = new CumulativeVoting { Ties = TieChain.ListedOrder }.Count(profile, 3);
        Assert.Equal("dab", string.Concat(result.Elected));
        Assert.Equal("4 4 4 6", Values(result, "points"));
        Assert.Equal("4 4 4 2", Values(result, "supporters"));
    }

    [Fact]
    public void Cumulative_TooManyPoints_CountAsTheOptionSays()
    {
        var profile = Scores(3, (4, [(0, 2), (1, 3)]), (2, [(2, 2)]));
        Assert.Equal("0 0 4", Values(new CumulativeVoting().Count(profile, 2), "points"));
        Assert.Equal("3.2 4.8 4", Values(new CumulativeVoting { OnOverspending = Overspending.ScaleDown }.Count(profile, 2), "points"));
        Assert.Equal("8 12 4", Values(new CumulativeVoting { Points = 5 }.Count(profile, 2), "points"));
        Assert.Throws<ArgumentException>(() => new CumulativeVoting { OnOverspending = Overspending.Refuse }.Count(profile, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CumulativeVoting { Points = 0 });
    }

    [Fact]
    public void Cumulative_DecimalPoints_AreExact()
    {
        var scores = new CardinalProfileBuilder(new CandidateList("a", "b"), 1);
        scores.Add([0, 1], [15, 10], 3);
        scores.Add([0, 1], [15, 11], 1);
        var result = new CumulativeVoting { Points = new Rational(5, 2) }.Count(scores.Build(), 1);
        Assert.Equal("4.5 3", Values(result, "points"));
        Assert.Equal("a", string.Concat(result.Elected));
    }

    [Fact]
    public void Cumulative_Approvals_AreEqualAndEven()
    {
        var result = new CumulativeVoting { Ties = TieChain.ListedOrder }.Count(Approvals.Of(4, "3 ab", "2 bcd", "-"), 3);
        Assert.Equal("4.5 6.5 2 2", Values(result, "points"));
    }

    [Fact]
    public void Cumulative_NegativePoints_AreRefused() =>
        Assert.Throws<ArgumentException>(() => new CumulativeVoting().Count(Scores(2, (1, [(0, -1), (1, 2)])), 2));

    [Fact]
    public void Satisfaction_RandomProfiles_DividesEachVote()
    {
        var random = new SplitMix64(21);
        for (var run = 0; run < 60; run++)
        {
            var candidates = random.Between(1, 6);
            var profile = Approvals.Of(Approvals.Names(candidates), Approvals.Random(random, candidates));
            var votes = new Rational[candidates];
            foreach (var (approved, weight) in Approvals.BallotsOf(profile))
            {
                foreach (var candidate in approved)
                {
                    votes[candidate] += new Rational(weight, approved.Length);
                }
            }

            var result = new SatisfactionApproval().Count(profile, 1);
            Assert.Equal(string.Join(' ', votes), Values(result, "satisfaction"));
            Assert.Equal(string.Join(' ', profile.CountVoters()), Values(result, "approvals"));
        }
    }

    // Proposition A.4 in Lackner and Skowron (2023).
    [Fact]
    public void Satisfaction_PublishedManipulation_ElectsAsPublished()
    {
        var rule = new SatisfactionApproval { Ties = TieChain.By(TieKey.PublishedOrder("d", "a", "b", "c", "e")) };
        Assert.Equal("d", string.Concat(rule.Count(Approvals.Of(5, "abc", "de"), 1).Elected));
        Assert.Equal("a", string.Concat(rule.Count(Approvals.Of(5, "a", "de"), 1).Elected));
    }

    [Fact]
    public void Count_OtherBallots_AreRefused()
    {
        var ranked = new OrdinalProfileBuilder(new CandidateList("a", "b")).Build();
        ITallyRule[] rules = [new BlockVoting(), new LimitedVoting { Marks = 1 }, new SingleNonTransferableVote(), new CumulativeVoting(), new SatisfactionApproval(), new SequentialThiele(), new ReverseSequentialThiele()];
        foreach (var rule in rules)
        {
            Assert.Throws<ArgumentException>(() => rule.Count(ranked, 1));
        }
    }

    private static string Values(TallyResult result, string figure) => string.Join(' ', result.Figures.Single(one => one.Name == figure).Values);

    private static CardinalProfile Scores(int candidates, params (long Weight, (int Candidate, long Points)[] Points)[] ballots)
    {
        var builder = new CardinalProfileBuilder(new CandidateList(Approvals.Names(candidates)), 0);
        foreach (var (weight, points) in ballots)
        {
            builder.Add([.. points.Select(one => one.Candidate)], [.. points.Select(one => one.Points)], weight);
        }

        return builder.Build();
    }
}
