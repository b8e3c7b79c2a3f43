using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Elimination;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying.Elimination;

/// <summary>Every rule, with all outcomes of ties, against every way to take candidates out one by one.</summary>
public sealed class EliminationOracleTests
{
    [Fact]
    public void Count_Benham_IsWhatAllWaysSay() => Check(new Benham { Ties = TieChain.AllOutcomes }, oracle => oracle.Winners(
        oracle.All,
        left => left.Where(one => left.All(other => other == one || oracle.Beats(one, other))).Select(one => (int?)one).FirstOrDefault(),
        left => EliminationOracle.Least(left, one => oracle.Votes(one, left))));

    [Fact]
    public void Count_SmithIrv_IsWhatAllWaysSay() => Check(new SmithIrv { Ties = TieChain.AllOutcomes }, oracle => oracle.Winners(
        [.. Enumerable.Range(1, (1 << oracle.All.Count) - 1)
            .Select(bits => oracle.All.Where(one => (bits >> one & 1) == 1).ToList())
            .Where(set => set.TrueForAll(member => oracle.All.Except(set).All(other => oracle.Beats(member, other))))
            .MinBy(set => set.Count)!],
        _ => null,
        left => EliminationOracle.Least(left, one => oracle.Votes(one, left))));

    [Fact]
    public void Count_BottomTwoRunoff_IsWhatAllWaysSay() => Check(new BottomTwoRunoff { Ties = TieChain.AllOutcomes }, oracle => oracle.Winners(
        oracle.All, _ => null, left => BottomTwo(oracle, left)));

    [Theory]
    [InlineData(CoombsStop.Majority)]
    [InlineData(CoombsStop.LastCandidate)]
    public void Count_Coombs_IsWhatAllWaysSay(CoombsStop stop) => Check(new Coombs { Stop = stop, Ties = TieChain.AllOutcomes }, oracle => oracle.Winners(
        oracle.All,
        left => left.Where(one => stop == CoombsStop.Majority && oracle.Votes(one, left) * 2 > oracle.Active(left)).Select(one => (int?)one).FirstOrDefault(),
        left => EliminationOracle.Least(left, one => -oracle.LastPlaces(one, left))));

    [Fact]
    public void Count_Baldwin_IsWhatAllWaysSay() => Check(new Baldwin { Ties = TieChain.AllOutcomes }, oracle => oracle.Winners(
        oracle.All, _ => null, left => EliminationOracle.Least(left, one => oracle.Borda(one, left))));

    [Theory]
    [InlineData(NansonCut.BelowMean)]
    [InlineData(NansonCut.NotAboveMean)]
    public void Count_Nanson_IsWhatTheMeanSays(NansonCut cut) => Check(new Nanson { Cut = cut, Ties = TieChain.AllOutcomes }, oracle =>
    {
        for (List<int> left = [.. oracle.All]; ;)
        {
            var mean = left.Aggregate(Rational.Zero, (sum, one) => sum + oracle.Borda(one, left)) / left.Count;
            List<int> kept = [.. left.Where(one => oracle.Borda(one, left) > mean || (cut == NansonCut.BelowMean && oracle.Borda(one, left) == mean))];
            if (kept.Count == 0 || kept.Count == left.Count)
            {
                return left;
            }

            left = kept;
        }
    });

    private static void Check(OrderingRule rule, Func<EliminationOracle, IEnumerable<int>> winners)
    {
        var tied = 0;
        for (var seed = 1UL; seed <= 150; seed++)
        {
            var profile = (OrdinalProfile)Ballots.Random(seed, 2 + (int)(seed % 4), 3 + (int)(seed % 9), 1, messy: seed % 2 == 0).Profile;
            var result = rule.Count(profile, 1);
            var elected = result.Outcomes.Select(outcome => Assert.Single(outcome)).Order(StringComparer.Ordinal);
            var expected = winners(new EliminationOracle(profile)).Distinct().Select(one => profile.Candidates[one]).Order(StringComparer.Ordinal).ToList();

            Assert.True(result.IsComplete);
            Assert.True(elected.SequenceEqual(expected), $"seed {seed}: {string.Join(' ', elected)}, expected {string.Join(' ', expected)}");
            tied += expected.Count > 1 ? 1 : 0;

            // Reading them checks that no vote gets lost.
            Assert.NotEmpty(result.Rounds);
        }

        Assert.InRange(tied, 1, 149);
    }

    private static IEnumerable<int> BottomTwo(EliminationOracle oracle, IReadOnlyList<int> left)
    {
        foreach (var last in EliminationOracle.Least(left, one => oracle.Votes(one, left)))
        {
            List<int> others = [.. left.Where(one => one != last)];
            foreach (var other in EliminationOracle.Least(others, one => oracle.Votes(one, left)))
            {
                var isTie = !oracle.Beats(last, other) && !oracle.Beats(other, last);
                if (oracle.Beats(other, last) || isTie)
                {
                    yield return last;
                }

                if (oracle.Beats(last, other) || (isTie && oracle.Votes(last, left) == oracle.Votes(other, left)))
                {
                    yield return other;
                }
            }
        }
    }
}
