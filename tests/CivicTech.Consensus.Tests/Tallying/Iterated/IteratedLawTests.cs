using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Iterated;
using CivicTech.Consensus.Tallying.Transfers;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying.Iterated;

/// <summary>What must hold of every count.</summary>
public sealed class IteratedLawTests
{
    public static TheoryData<IteratedStv> Rules =>
    [
        MeekRules.Reference(TieKey.Identifier),
        MeekRules.NewZealand(TieKey.Identifier),
        new MeekStv { Rounding = KeptRounding.Down, EqualRanks = EqualRanks.Split, SureLosers = SureLosers.Together, Ties = TieChain.Identifier },
        new MeekStv { EqualRanks = EqualRanks.SplitStepwise, CountsShortfalls = true, Ties = TieChain.Identifier },
        new MeekStv { Ballots = new() { Overvotes = OvervoteRule.ExhaustIfSeveralContinue }, Decimals = 15, Ties = TieChain.Identifier },
        new MeekStv { Ballots = new() { Overvotes = OvervoteRule.ExhaustIfAnyContinues }, Decimals = null, KeepDecimals = 5, Ties = TieChain.Identifier },
        new WarrenStv { Ties = TieChain.Identifier },
    ];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Count_MessyBallots_AccountsForEveryVote(IteratedStv rule)
    {
        for (var seed = 0UL; seed < 60; seed++)
        {
            var contest = Ballots.Random(seed + 300, candidates: 2 + (int)(seed % 7), voters: 4 + (int)(seed % 40), seats: 1 + (int)(seed % 5), messy: true);
            var result = rule.Count(contest);
            Assert.Equal(Math.Min(contest.Seats, contest.Candidates.Count), result.Elected.Length);
            foreach (var round in result.Rounds)
            {
                Assert.Equal(contest.Profile.Voters, round.Total);
                Assert.InRange(round.Residual, 0, new Rational(contest.Profile.Voters * 20, 1_000_000_000));
                Assert.All(round.Inactive, inactive => Assert.True(inactive.Votes.Sign > 0));
                Assert.All(round.Tallies, tally => Assert.InRange(tally.KeepFactor!.Value, new Rational(1, 1_000_000_000_000_000), 1));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Count_OrderOfBallots_ChangesNothing(IteratedStv rule)
    {
        var random = new SplitMix64(8);
        for (var run = 0; run < 15; run++)
        {
            List<string> lines = ["7: A=B C D", "5: B D", "4: C=D=E A", "6: E B A", "3: D C B A", "2: A - C", "2: B=C", "1: C A A D", "8: A B C"];
            lines.AddRange(Enumerable.Range(0, 6).Select(_ => $"{1 + random.Below(4)}: {random.Pick(["A", "B", "C"])} {random.Pick(["D", "E"])}"));
            var first = rule.Count(Ballots.Contest("A B C D E", 1 + (run % 4), lines));
            random.Shuffle(lines);
            var second = rule.Count(Ballots.Contest("A B C D E", 1 + (run % 4), lines));
            Assert.Equal(first.Receipt.Digest, second.Receipt.Digest);
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Count_CandidatesListedOtherwise_ElectsTheSame(IteratedStv rule)
    {
        for (var seed = 0UL; seed < 12; seed++)
        {
            string[] lines = ["17: A=B=C D", "5: B D", "4: C=D=E A", "6: E B A", "3: D C B A", "2: A - C", $"{1 + seed}: B=C", "1: C A A D", $"{seed + 2}: A B C"];
            var first = rule.Count(Ballots.Contest("A B C D E", 3, lines));
            var second = rule.Count(Ballots.Contest("D B E C A", 3, lines));
            Assert.Equal(first.Elected.Order(StringComparer.Ordinal), second.Elected.Order(StringComparer.Ordinal));
            if (rule is not MeekStv { EqualRanks: EqualRanks.SplitStepwise })
            {
                Assert.Equal(Amounts(first), Amounts(second));
            }
        }

        static string[] Amounts(TallyResult result) =>
            [.. result.Rounds[^1].Tallies.Select(tally => $"{tally.Candidate} {tally.Votes}").Order(StringComparer.Ordinal)];
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Count_SolidCoalition_GetsASeatForEachQuota(IteratedStv rule)
    {
        var random = new SplitMix64(17);
        for (var run = 0; run < 60; run++)
        {
            var seats = random.Between(2, 5);
            var quotas = random.Between(1, seats - 1);
            string[] coalition = [.. Enumerable.Range(0, random.Between(quotas, 6)).Select(i => $"S{i}")];
            string[] others = [.. Enumerable.Range(0, random.Between(seats, 6)).Select(i => $"T{i}")];
            string[] all = [.. coalition, .. others];
            const int Voters = 60;

            // Just more than so many quotas of Droop.
            var solid = (Voters * quotas / (seats + 1)) + 1;
            var lines = new List<string>();
            for (var voter = 0; voter < Voters; voter++)
            {
                string[] first = voter < solid ? [.. coalition] : [.. all];
                random.Shuffle(first);
                string[] second = voter < solid ? [.. others] : [];
                random.Shuffle(second);
                lines.Add($"1: {string.Join(' ', [.. first, .. second])}");
            }

            var result = rule.Count(Ballots.Contest(string.Join(' ', all), seats, lines));
            Assert.True(result.Elected.Count(coalition.Contains) >= quotas, $"{run}: {string.Join(' ', result.Elected)} for {quotas} quotas");
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Receipt_EveryRule_IsVerifiedByItsOptions(IteratedStv rule)
    {
        var registry = new RuleRegistry(new Room());
        var contest = Ballots.Random(77, candidates: 6, voters: 30, seats: 3, messy: true);

        Assert.True(TallyReceipt.Verify(rule.Count(contest).Receipt, contest, registry).Holds);
        Assert.Equal(rule.DescribeOptions().ToJsonString(), registry.Create<ITallyRule>(rule.Id, rule.DescribeOptions().ToJsonString()).DescribeOptions().ToJsonString());
    }

    [Fact]
    public void Options_LeftOut_AreTheDefaults()
    {
        var registry = new RuleRegistry(new Room());

        Assert.Equal(new MeekStv().DescribeOptions().ToJsonString(), registry.Create<ITallyRule>("meek-stv@1", "{}").DescribeOptions().ToJsonString());
        Assert.Equal(new WarrenStv().DescribeOptions().ToJsonString(), registry.Create<ITallyRule>("warren-stv@1", "{}").DescribeOptions().ToJsonString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(19)]
    public void Decimals_OutOfRange_Throws(int decimals)
    {
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => new MeekStv { Decimals = decimals });
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => new MeekStv { KeepDecimals = decimals });
    }

    [Fact]
    public void Omega_Negative_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new MeekStv { Omega = -1 });

    private sealed class Room : IRuleSource
    {
        public IEnumerable<RuleDefinition> Rules => IteratedRules.All;
    }
}
