using System.Text.Json;
using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Committees;
using CivicTech.Numerics;
using CivicTech.Receipts;
using CivicTech.Testing;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying.Committees;

/// <summary>What holds for every rule of this room.</summary>
public sealed class CommitteeLawTests
{
    private static readonly Func<TieChain, ITallyRule>[] Rules =
    [
        ties => new BlockVoting { Ties = ties },
        ties => new BlockVoting { OnOverspending = Overspending.ScaleDown, Ties = ties },
        ties => new LimitedVoting { Marks = 3, Ties = ties },
        ties => new SingleNonTransferableVote { Ties = ties },
        ties => new CumulativeVoting { Ties = ties },
        ties => new CumulativeVoting { Points = new Rational(7, 2), Ties = ties },
        ties => new SatisfactionApproval { Ties = ties },
        .. ThieleOracle.Weights.SelectMany<(ThieleWeights Weights, Func<int, Rational> Worth), Func<TieChain, ITallyRule>>(one =>
        [
            ties => new Thiele { Weights = one.Weights, Ties = ties },
            ties => new SequentialThiele { Weights = one.Weights, Ties = ties },
            ties => new ReverseSequentialThiele { Weights = one.Weights, Ties = ties },
        ]),
    ];

    [Fact]
    public void Count_BallotsInAnotherOrder_GivesTheSameReceipt() => ForAll((random, rule, names, ballots, seats) =>
    {
        var expected = rule(TieChain.Refuse).Count(Approvals.Of(names, ballots), seats).Receipt;
        random.Shuffle(ballots);
        Assert.Equal(expected.Digest, rule(TieChain.Refuse).Count(Approvals.Of(names, ballots), seats).Receipt.Digest);
    });

    [Fact]
    public void Count_CandidatesInAnotherOrder_LeavesOutcomesAlike() => ForAll((random, rule, names, ballots, seats) =>
    {
        var places = Enumerable.Range(0, names.Length).ToArray();
        random.Shuffle(places);
        var moved = Approvals.Of(places.Select(place => names[place]), ballots.Select(ballot => (ballot.Approved.Select(candidate => Array.IndexOf(places, candidate)).ToArray(), ballot.Weight)));
        foreach (var ties in new[] { TieChain.AllOutcomes, TieChain.Identifier, TieChain.By(TieKey.Lot("1895")) })
        {
            Assert.Equal(Approvals.Words(rule(ties).Count(Approvals.Of(names, ballots), seats).Outcomes), Approvals.Words(rule(ties).Count(moved, seats).Outcomes));
        }

        var open = rule(TieChain.Refuse).Count(Approvals.Of(names, ballots), seats);
        Assert.Equal(open.Status, rule(TieChain.Refuse).Count(moved, seats).Status);
    });

    // Twice the voters change no outcome: all rules here go by ratios.
    [Fact]
    public void Count_EveryVoterTwice_LeavesOutcomesAlike() => ForAll((_, rule, names, ballots, seats) =>
    {
        var repeated = Approvals.Of(names, [.. ballots, .. ballots]);
        var expected = rule(TieChain.AllOutcomes).Count(Approvals.Of(names, ballots), seats);
        Assert.Equal(Approvals.Words(expected.Outcomes), Approvals.Words(rule(TieChain.AllOutcomes).Count(repeated, seats).Outcomes));
    });

    [Fact]
    public void Count_AnyProfile_ElectsSeatsAndOrdersEverybody() => ForAll((_, rule, names, ballots, seats) =>
    {
        var result = rule(TieChain.ListedOrder).Count(Approvals.Of(names, ballots), seats);
        Assert.Equal(TallyStatus.Decided, result.Status);
        Assert.Equal(Math.Min(seats, names.Length), result.Elected.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(names.Order(StringComparer.Ordinal), result.Order.SelectMany(group => group).Order(StringComparer.Ordinal));
    });

    [Fact]
    public void Verify_Receipt_CountsTheSameAgain()
    {
        var registry = new RuleRegistry(new Room());
        ForAll((_, rule, names, ballots, seats) =>
        {
            var contest = new Contest(Approvals.Of(names, ballots), seats);
            var receipt = rule(TieChain.By(TieKey.Lot("x"))).Count(contest).Receipt;
            Assert.True(TallyReceipt.Verify(receipt, contest, registry).Holds);
        });
    }

    [Fact]
    public void Rules_Options_AreAllWrittenAndReadAgain()
    {
        var registry = new RuleRegistry(new Room());
        var written = Rules.Select(rule => rule(TieChain.Identifier)).Select(rule => (rule.Id, Options: rule.DescribeOptions().ToJsonString())).ToList();
        Assert.All(written, one => Assert.Equal(one.Options, registry.Create<ITallyRule>(one.Id, one.Options).DescribeOptions().ToJsonString()));
        Assert.Equal(registry.All.Select(rule => rule.Id).Order(StringComparer.Ordinal), written.Select(one => one.Id).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal("""{"points":null,"onOverspending":"void","ties":["identifier"]}""", written.First(one => one.Id == CumulativeVoting.RuleId).Options);
        Assert.Equal("""{"weights":"harmonic","workLimit":1000000,"ties":["identifier"]}""", written.First(one => one.Id == Thiele.RuleId).Options);
    }

    [Theory]
    [InlineData("limited-voting@1", "{}", "marks")]
    [InlineData("limited-voting@1", """{"marks":0}""", "marks")]
    [InlineData("thiele@1", """{"weights":"harmonics"}""", "harmonic")]
    [InlineData("thiele@1", """{"weights":1}""", "harmonic")]
    [InlineData("thiele@1", """{"workLimit":0}""", "workLimit")]
    [InlineData("cumulative-voting@1", """{"points":"-1"}""", "points")]
    [InlineData("block-voting@1", """{"onOverspending":"scale"}""", "scale-down")]
    [InlineData("sntv@1", """{"marks":1}""", "onOverspending")]
    public void Rules_WrongOptions_AreExplained(string id, string options, string says) =>
        Assert.Contains(says, Assert.Throws<ArgumentException>(() => new RuleRegistry(new Room()).Create<ITallyRule>(id, options)).Message, StringComparison.Ordinal);

    [Fact]
    public void Count_UnknownFigure_IsRefused() =>
        Assert.All(Rules, rule => Assert.Throws<ArgumentException>(() => rule(TieChain.By(TieKey.Highest("luck"))).Count(Approvals.Of(3, "ab"), 1)));

    private static void ForAll(Action<SplitMix64, Func<TieChain, ITallyRule>, string[], (int[] Approved, long Weight)[], int> check)
    {
        var random = new SplitMix64(77);
        for (var run = 0; run < 8; run++)
        {
            var candidates = random.Between(2, 6);
            var seats = random.Between(1, candidates);
            foreach (var rule in Rules)
            {
                check(random, rule, [.. Approvals.Names(candidates)], Approvals.Random(random, candidates), seats);
            }
        }
    }

    private sealed class Room : IRuleSource
    {
        public IEnumerable<RuleDefinition> Rules => CommitteesRules.All;
    }
}
