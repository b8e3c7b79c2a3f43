using System.Collections.Concurrent;
using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Iterated;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying.Iterated;

/// <summary>Rules against the definition, where that decides clearly.</summary>
public sealed class KeepOracleTests
{
    private static readonly Rational Close = new(1, 100_000);

    // The definition is slow and the same for several rules; null where it does not decide clearly.
    private static readonly ConcurrentDictionary<(ulong Seed, bool WithTies, bool IsWarren), KeepOracle?> Oracles = [];

    public static TheoryData<string, IteratedStv, bool> Rules => new()
    {
        { "reference", MeekRules.Reference(TieKey.ListedOrder), false },
        { "rounded down", new MeekStv { Rounding = KeptRounding.Down, Ties = TieChain.ListedOrder }, false },
        { "eighteen decimals", new MeekStv { Decimals = 18, Ties = TieChain.ListedOrder }, false },
        { "exact", new MeekStv { Decimals = null, KeepDecimals = 8, Ties = TieChain.ListedOrder }, false },
        { "sure losers together", new MeekStv { SureLosers = SureLosers.Together, Ties = TieChain.ListedOrder }, false },
        { "warren", new WarrenStv { Ties = TieChain.ListedOrder }, true },
        { "warren, exact", new WarrenStv { Decimals = null, Ties = TieChain.ListedOrder }, true },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Count_RandomBallots_ElectsAsTheDefinition(string name, IteratedStv rule, bool isWarren)
    {
        var compared = 0;
        for (var seed = 0UL; seed < 80; seed++)
        {
            var contest = Ballots.Random(seed + 41, candidates: 3 + (int)(seed % 5), voters: 6 + (int)(seed % 29), seats: 1 + (int)(seed % 4), messy: false);
            compared += Same(contest, Oracle(contest, (seed, false, isWarren)), rule, $"{name}, {seed}", ordered: rule.SureLosers == SureLosers.Wait) ? 1 : 0;
        }

        Assert.True(compared > 40, $"only {compared} compared");
    }

    [Theory]
    [InlineData(EqualRanks.Split, 9)]
    [InlineData(EqualRanks.SplitStepwise, 9)]
    [InlineData(EqualRanks.Split, 12)]
    [InlineData(EqualRanks.Split, null)]
    public void Count_EqualRanks_CountsAllTheirOrders(EqualRanks equalRanks, int? decimals)
    {
        var rule = new MeekStv { EqualRanks = equalRanks, Decimals = decimals, Ties = TieChain.ListedOrder };
        var compared = 0;
        for (var seed = 0UL; seed < 50; seed++)
        {
            var contest = WithTies(seed, candidates: 3 + (int)(seed % 4), voters: 7 + (int)(seed % 17), seats: 1 + (int)(seed % 3));
            compared += Same(contest, Oracle(contest, (seed, true, false)), rule, $"{equalRanks}, {seed}", ordered: true) ? 1 : 0;
        }

        Assert.True(compared > 25, $"only {compared} compared");
    }

    // The lists are folded by what voters say only: candidates twice on a ballot, ties of up to four.
    private static Contest WithTies(ulong seed, int candidates, int voters, int seats)
    {
        var random = new SplitMix64(seed + 977);
        var names = Enumerable.Range(0, candidates).Select(i => ((char)('A' + i)).ToString()).ToArray();
        var lines = new List<string>();
        for (var voter = 0; voter < voters; voter++)
        {
            string[] order = [.. names];
            random.Shuffle(order);
            var cells = new List<string> { order[0] };
            foreach (var candidate in order.Skip(1).Take(random.Below(candidates)))
            {
                if (random.OneIn(2))
                {
                    cells[^1] += "=" + candidate;
                }
                else
                {
                    cells.Add(candidate);
                }
            }

            if (random.OneIn(5))
            {
                cells.Add(order[0] + (order[0] == order[^1] ? "" : "=" + order[^1]));
            }

            lines.Add($"{1 + random.Below(3)}: {string.Join(' ', cells)}");
        }

        return Ballots.Contest(string.Join(' ', names), seats, lines);
    }

    private static KeepOracle? Oracle(Contest contest, (ulong Seed, bool WithTies, bool IsWarren) key) => Oracles.GetOrAdd(key, _ =>
    {
        var oracle = new KeepOracle((OrdinalProfile)contest.Profile, contest.Seats, key.IsWarren);
        return oracle.TryCount() ? oracle : null;
    });

    private static bool Same(Contest contest, KeepOracle? oracle, IteratedStv rule, string name, bool ordered)
    {
        if (oracle is null)
        {
            return false;
        }

        var result = rule.Count(contest);
        Assert.True(oracle.Elected.Order().SequenceEqual(result.Elected.Select(contest.Candidates.IndexOf).Order()), name);
        var gone = result.Rounds.SelectMany(round => round.Actions).Where(action => action.Kind == TallyActionKind.Eliminated)
            .Select(action => contest.Candidates.IndexOf(action.Candidate));
        if (!ordered)
        {
            return true;
        }

        Assert.True(oracle.Out.SequenceEqual(gone), name);
        foreach (var tally in result.Rounds[^1].Tallies)
        {
            var votes = oracle.Votes.Length == 0 ? tally.Votes : Recounted(oracle, contest, result, tally.Candidate);
            Assert.True(Rational.Abs(tally.Votes - votes) < Close * contest.Profile.Voters, $"{name}: {tally.Candidate} has {tally.Votes}, by definition {votes}");
        }

        return true;
    }

    // The last round may have been counted anew after somebody went out; the oracle stops before.
    private static Rational Recounted(KeepOracle oracle, Contest contest, TallyResult result, string candidate) =>
        result.Rounds[^1].Actions.Any(action => action.Why.StartsWith("reaches", StringComparison.Ordinal))
            ? oracle.Votes[contest.Candidates.IndexOf(candidate)]
            : result.Rounds[^1].Tallies.First(tally => tally.Candidate == candidate).Votes;
}
