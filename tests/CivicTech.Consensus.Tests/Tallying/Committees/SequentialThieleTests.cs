using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Committees;
using CivicTech.Testing;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying.Committees;

public sealed class SequentialThieleTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Count_RandomProfiles_ListsWhatEveryOrderOfTiesLeadsTo(bool reverses)
    {
        var random = new SplitMix64(1909);
        for (var run = 0; run < 60; run++)
        {
            var candidates = random.Between(2, 6);
            var seats = random.Between(1, candidates);
            var profile = Approvals.Of(Approvals.Names(candidates), Approvals.Random(random, candidates));
            foreach (var (weights, worth) in ThieleOracle.Weights)
            {
                var expected = ThieleOracle.Sequential(profile, seats, worth, reverses);
                var result = Rule(reverses, weights, TieChain.AllOutcomes).Count(profile, seats);
                Assert.Equal(Approvals.Words(expected), Approvals.Words(result.Outcomes));
                Assert.True(result.IsComplete);
                Assert.Equal(expected.Count == 1 ? TallyStatus.Decided : TallyStatus.OpenTie, Rule(reverses, weights, TieChain.Refuse).Count(profile, seats).Status);
            }
        }
    }

    // 126 sets of five, which ties lead to in 15,120 orders; and 252 of 10, in 30,240.
    [Theory]
    [InlineData(9, 5, 126)]
    [InlineData(10, 5, 252)]
    public void Count_ManyOrdersOfTheSameTies_ListsEachSetOnce(int candidates, int seats, int sets)
    {
        foreach (var reverses in new[] { false, true })
        {
            var result = Rule(reverses, ThieleWeights.Harmonic, TieChain.Refuse.OrAllOutcomes(10_000)).Count(Approvals.Of(candidates, "4 -"), seats);
            Assert.Equal(sets, result.Outcomes.Length);
            Assert.True(result.IsComplete);
        }
    }

    // Proposition A.4 in Lackner and Skowron (2023): the first voter gains by hiding approvals.
    [Theory]
    [InlineData(false, "harmonic", 3, "ab", "bd cf abf bf bc", "bcf", "a", "abf")]
    [InlineData(false, "coverage", 3, "bef", "ab def de bf cd abc ac cd abe aef bcd", "abd", "c", "bce")]
    [InlineData(true, "harmonic", 2, "abc", "bd bc ade be", "bd", "a", "ab")]
    public void Count_PublishedManipulation_ElectsAsPublished(
        bool reverses, string weights, int seats, string honest, string others, string elected, string hiding, string electedThen)
    {
        var rule = Rule(reverses, ThieleWeights.Parse(weights), TieChain.AllOutcomes);
        Assert.Contains(elected, Approvals.Words(rule.Count(Approvals.Of(6, [honest, .. others.Split(' ')]), seats).Outcomes));
        Assert.Contains(electedThen, Approvals.Words(rule.Count(Approvals.Of(6, [hiding, .. others.Split(' ')]), seats).Outcomes));
    }

    [Fact]
    public void Count_Rounds_TellWhatEachCandidateWouldAdd()
    {
        var result = new SequentialThiele { Ties = TieChain.ListedOrder }.Count(Approvals.Of(3, "6 ab", "3 ac", "4 c"), 2);
        Assert.Equal("ac", string.Concat(result.Elected));
        Assert.Equal("a:9 b:6 c:7 | b:3 c:5.5", Told(result));
        Assert.Equal("a/c/b", string.Join('/', result.Order.Select(group => string.Concat(group))));
        Assert.Equal(["a elected", "c elected"], Actions(result));
    }

    [Fact]
    public void Count_ReverseRounds_TellWhatEachLeavingWouldTake()
    {
        var result = new ReverseSequentialThiele { Ties = TieChain.ListedOrder }.Count(Approvals.Of(3, "6 ab", "3 ac", "4 c"), 1);

        // In the committee of all, ab and ac give half a point for the second of theirs.
        Assert.Equal("a:4.5 b:3 c:5.5 | a:7.5 c:5.5 | a:9", Told(result));
        Assert.Equal("a/c/b", string.Join('/', result.Order.Select(group => string.Concat(group))));
        Assert.Equal(["b eliminated", "c eliminated", "a elected"], Actions(result));
    }

    [Fact]
    public void Count_OpenTie_IsDecidedByOfficials()
    {
        var profile = Approvals.Of(4, "4 ab", "3 c", "3 d");
        var rule = new SequentialThiele();
        var open = rule.Count(profile, 2);
        Assert.Equal(TallyStatus.OpenTie, open.Status);
        Assert.Equal("ab", string.Concat(open.OpenTie!.Tied));
        var decisions = new[] { new TieDecision(1, ["b", "a"]), new TieDecision(2, ["d", "c"]) };
        var decided = rule.Count(new Contest(profile, 2), new TallyRequest { Decisions = [.. decisions] });
        Assert.Equal("bd", string.Concat(decided.Elected));
    }

    [Fact]
    public void Count_ReverseTie_TheLastInTheOrderGoesOut()
    {
        var result = new ReverseSequentialThiele { Ties = TieChain.By(TieKey.PublishedOrder("c", "b", "a")) }.Count(Approvals.Of(3, "2 a", "2 b", "2 c"), 2);
        Assert.Equal("bc", string.Concat(result.Elected));
        Assert.Equal("c, b, a", string.Join(", ", result.Ties.Single().Order));
    }

    [Fact]
    public void Count_MoreSeatsThanCandidates_ElectsAll()
    {
        foreach (var reverses in new[] { false, true })
        {
            var result = Rule(reverses, ThieleWeights.Harmonic, TieChain.Refuse).Count(Approvals.Of(3, "ab", "c"), 5);
            Assert.Equal(TallyStatus.Decided, result.Status);
            Assert.Equal("abc", string.Concat(result.Elected.Order(StringComparer.Ordinal)));
        }
    }

    [Fact]
    public void Count_Cancelled_Throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var request = new TallyRequest { CancellationToken = source.Token };
        foreach (var reverses in new[] { false, true })
        {
            Assert.Throws<OperationCanceledException>(() => Rule(reverses, ThieleWeights.Harmonic, TieChain.Refuse).Count(new Contest(Approvals.Of(3, "ab"), 2), request));
        }
    }

    private static ITallyRule Rule(bool reverses, ThieleWeights weights, TieChain ties) => reverses
        ? new ReverseSequentialThiele { Weights = weights, Ties = ties }
        : new SequentialThiele { Weights = weights, Ties = ties };

    private static string Told(TallyResult result) => string.Join(" | ", result.Rounds.Select(round =>
        string.Join(' ', round.Tallies.Select(tally => $"{tally.Candidate}:{tally.Votes}"))));

    private static IEnumerable<string> Actions(TallyResult result) => result.Rounds
        .SelectMany(round => round.Actions)
        .Select(action => $"{action.Candidate} {(action.Kind == TallyActionKind.Elected ? "elected" : "eliminated")}");
}
