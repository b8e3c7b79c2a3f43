using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Scoring;

namespace CivicTech.Tests.Consensus.Tallying.Scoring;

public class ScoringLawsTests
{
    private static readonly RuleRegistry Registry = new(new Source());

    // Every rule, with options that are not the defaults where it has some.
    private static readonly ITallyRule[] All =
    [
        new Plurality { MultipleMarks = MultipleMarks.Share }, new TwoRound(), new ApprovalVoting(), new ScoreVoting { MissingScores = MissingScores.Ignored }, new Star { MaximumScore = 4 },
        new Star { MaximumScore = 4, TieProtocol = StarTies.PreferenceVotes }, new MajorityJudgment(), new MajorityJudgment { JudgmentTies = JudgmentTies.Usual }, new BordaCount { Unranked = BordaUnranked.Modified },
        new Dowdall { Unranked = UnrankedPoints.Average }, new Positional { Points = [12, 10, 8] }, new Bucklin(), new AllocatedScore { MaximumScore = 4 },
        new ReweightedRange { MaximumScore = 4, Divisors = RangeDivisors.SainteLague }, new SequentiallySpentScore { MaximumScore = 4, Spending = StarSpending.Scale },
    ];

    public static TheoryData<int> Rules => [.. Enumerable.Range(0, All.Length)];

    [Fact]
    public void All_Rules_AreTested() => Assert.Equal(ScoringRules.All.Select(rule => rule.Id), All.Select(rule => rule.Id).Distinct());

    [Theory]
    [MemberData(nameof(Rules))]
    public void DescribeOptions_Registry_MakesAnEqualRule(int rule)
    {
        var options = All[rule].DescribeOptions().ToJsonString();
        Assert.Equal(options, Registry.Create<ITallyRule>(All[rule].Id, options).DescribeOptions().ToJsonString());
        Assert.Contains("\"ties\"", options, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Registry.Create<ITallyRule>(All[rule].Id, """{"unknown":1}"""));
    }

    [Fact]
    public void Create_Defaults_AreThoseOfTheTypes()
    {
        foreach (var rule in new ITallyRule[] { new Plurality(), new TwoRound(), new ScoreVoting(), new Star(), new MajorityJudgment(), new BordaCount(), new Dowdall(), new AllocatedScore(), new ReweightedRange(), new SequentiallySpentScore() })
        {
            Assert.Equal(rule.DescribeOptions().ToJsonString(), Registry.Create<ITallyRule>(rule.Id).DescribeOptions().ToJsonString());
        }

        Assert.Throws<ArgumentException>(() => Registry.Create<ITallyRule>(Positional.RuleId));
        Assert.Throws<ArgumentException>(() => Registry.Create<ITallyRule>(Star.RuleId, """{"tieProtocol":"unheard-of"}"""));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Count_Receipt_IsVerified(int rule)
    {
        var contest = new Contest(Profile(All[rule], new SplitMix64(7), [0, 1, 2, 3], shuffled: false), 2);
        Assert.True(TallyReceipt.Verify(All[rule].Count(contest).Receipt, contest, Registry).Holds);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Count_OrderOfBallots_DoesNotMatter(int rule)
    {
        for (var seed = 0UL; seed < 30; seed++)
        {
            var one = All[rule].Count(Profile(All[rule], new SplitMix64(seed), [0, 1, 2, 3], shuffled: false), 2);
            var other = All[rule].Count(Profile(All[rule], new SplitMix64(seed), [0, 1, 2, 3], shuffled: true), 2);
            Assert.Equal(one.Receipt.Digest, other.Receipt.Digest);
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Count_OrderOfTheList_DoesNotMatter(int rule)
    {
        for (var seed = 0UL; seed < 30; seed++)
        {
            var one = All[rule].Count(Profile(All[rule], new SplitMix64(seed), [0, 1, 2, 3], shuffled: false), 1);
            var other = All[rule].Count(Profile(All[rule], new SplitMix64(seed), [2, 0, 3, 1], shuffled: false), 1);
            Assert.Equal(one.Status, other.Status);
            Assert.Equal(one.OpenTie?.Tied.Order(), other.OpenTie?.Tied.Order());
            if (one.Status == TallyStatus.Decided)
            {
                Lists.Equal(one.Elected, other.Elected);
            }

            // A tie for a runoff that changes nothing but the order behind the winner falls to who is listed first.
            if (one.Ties.IsEmpty)
            {
                Assert.Equal(one.Order.Select(group => string.Concat(group.Order())), other.Order.Select(group => string.Concat(group.Order())));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Count_Winner_IsFirstOfTheRanking(int rule)
    {
        if (All[rule] is IRankingRule ranking)
        {
            for (var seed = 0UL; seed < 20; seed++)
            {
                var profile = Profile(All[rule], new SplitMix64(seed), [0, 1, 2, 3], shuffled: false);
                var result = All[rule].Count(profile, 1);
                Assert.True(result.Status != TallyStatus.Decided || ranking.Rank(profile).Groups[0].Select(candidate => profile.Candidates[candidate]).SequenceEqual(result.Elected));
                Assert.Same(ranking.GetType(), Registry.Create<IRankingRule>(ranking.Id, ranking.DescribeOptions().ToJsonString()).GetType());
            }
        }
    }

    /// <summary>Ballots of the kind that a rule takes, over A to D listed in some order.</summary>
    private static Profile Profile(ITallyRule rule, SplitMix64 random, int[] order, bool shuffled)
    {
        var names = new CandidateList(order.Select(candidate => ((char)('A' + candidate)).ToString()));
        var ballots = Enumerable.Range(0, random.Between(3, 8)).Select(_ => (Values: Enumerable.Range(0, 4).Select(_ => random.Between(0, 4)).ToArray(), Weight: random.Between(2, 3))).ToList();
        if (shuffled)
        {
            // Also what equal ballots arrive as.
            ballots = [.. ballots.SelectMany(ballot => new[] { (ballot.Values, 1), (ballot.Values, ballot.Weight - 1) })];
            random.Shuffle(ballots);
        }

        var ordinal = new OrdinalProfileBuilder(names);
        var cardinal = new CardinalProfileBuilder(names);
        var approval = new ApprovalProfileBuilder(names);
        var graded = new GradedProfileBuilder(names, "0", "1", "2", "3", "4");
        foreach (var (values, weight) in ballots)
        {
            // Zero is not to name the candidate.
            int[] named = [.. Enumerable.Range(0, 4).Where(place => values[order[place]] > 0)];
            long[] given = [.. named.Select(place => (long)values[order[place]])];
            ordinal.Add(named, [.. given.Select(value => 5 - value)], weight);
            cardinal.Add(named, given, weight);
            graded.Add(named, given, weight);
            approval.Add([.. named.Where(place => values[order[place]] > 2)], weight);
        }

        return rule switch
        {
            ApprovalVoting => approval.Build(),
            MajorityJudgment => graded.Build(),
            ScoreVoting or Star or SequentialScoreRule => cardinal.Build(),
            _ => ordinal.Build(),
        };
    }

    private sealed class Source : IRuleSource
    {
        public IEnumerable<RuleDefinition> Rules => ScoringRules.All;
    }
}
