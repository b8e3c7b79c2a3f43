using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Pairwise;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying.Pairwise;

public sealed class KemenyTests
{
    [Fact]
    public void Rank_RandomProfiles_IsWhatAllOrdersSay()
    {
        for (var seed = 1UL; seed <= 120; seed++)
        {
            var profile = (OrdinalProfile)Ballots.Random(seed, 1 + (int)(seed % 6), 3 + (int)(seed % 5), 1, messy: seed % 2 == 0).Profile;
            var votes = Compare.Preferring(profile);

            Assert.Equal(Compare.Peel(profile, left => First(votes, left)), Compare.Order(new Kemeny(), profile));
        }
    }

    [Fact]
    public void Search_RandomMargins_FindsWhatTheTableFinds()
    {
        var random = new SplitMix64(7);
        for (var trial = 0; trial < 40; trial++)
        {
            var profile = Tournament(random, 4 + (trial % 7), trial % 2 == 0 ? 3 : 40);
            var pairwise = PairwiseMatrix.Of(profile);
            var losses = new KemenyLosses(pairwise, [.. Enumerable.Range(0, profile.Candidates.Count)]);
            var table = new KemenyTable(losses, CancellationToken.None);
            var heuristic = losses.Of(KemenyHeuristic.Improve(losses, CancellationToken.None));
            var search = new KemenySearch(losses, heuristic, 1_000_000, CancellationToken.None);

            Assert.True(search.TryGroups(out var groups));
            Assert.Equal(table.Best, search.Best);
            Assert.Equal(table.Groups().Select(group => string.Join(',', group)), groups.Select(group => string.Join(',', group)));
            Assert.InRange(KemenyBound.Of(losses, Enumerable.Range(0, losses.Count), CancellationToken.None), 0, table.Best);
            Assert.True(heuristic >= table.Best);
        }
    }

    [Fact]
    public void Count_MoreThanTwentyInACycle_SearchesAndIsDecided()
    {
        // Three blocks of eight in a cycle: the first beats the second by 5, the second the third by 7, the third the first by 3.
        var names = Enumerable.Range(0, 24).Select(i => ((char)('a' + i)).ToString()).ToList();
        var profile = Ballots.Profile(string.Join(' ', names), $"6: {Blocks(0, 1, 2)}", $"5: {Blocks(1, 2, 0)}", $"4: {Blocks(2, 0, 1)}");
        var result = new Kemeny().Count(profile, 1);

        Assert.Equal(24, CondorcetSets.SmithSet(result.Pairwise!).Length);
        Assert.Equal(TallyStatus.Decided, result.Status);
        Assert.Equal(string.Join(' ', names), Compare.Order(result));

        // Minorities within blocks are empty; between them they are 5, 4 and 6 of 15, and the third block is turned around: 9.
        Assert.Equal($"The best order goes against {64 * (5 + 4 + 9)} of {15 * 276} preferences about two candidates.", Assert.Single(result.Notes));

        string Blocks(params int[] order) => string.Join(' ', order.SelectMany(block => names.Skip(8 * block).Take(8)));
    }

    [Fact]
    public void Count_LimitReached_StatesTheGap()
    {
        var profile = Tournament(new SplitMix64(3), 26, 30);
        var result = new Kemeny { WorkLimit = 3 }.Count(profile, 1);

        Assert.Equal(TallyStatus.Stopped, result.Status);
        Assert.Contains("gap", result.Notes[1], StringComparison.Ordinal);
        var relisted = new Kemeny { WorkLimit = 3 }.Count(Compare.Relisted(profile, [.. Enumerable.Range(0, 26).Reverse()]), 1);
        Assert.Equal(Compare.Order(result), Compare.Order(relisted));
    }

    [Fact]
    public void Count_TwentyInACycle_TakesATableOnly()
    {
        var profile = Tournament(new SplitMix64(5), 20, 50);
        var pairwise = PairwiseMatrix.Of(profile);
        Assert.Equal(20, CondorcetSets.SmithSet(pairwise).Length);

        // Not a second node is searched.
        Assert.Equal(TallyStatus.Decided, new Kemeny { WorkLimit = 1 }.Count(profile, 1).Status);
    }

    [Fact]
    public void Count_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => new Kemeny().Count(new Contest(Tournament(new SplitMix64(5), 20, 50)), new TallyRequest { CancellationToken = source.Token }));
    }

    [Fact]
    public void Notes_Tennessee_StateTheLoss()
    {
        // 100 voters and 6 pairs; the minority of each pair: 42, 42, 42, 32, 32 and 17.
        var result = new Kemeny().Count(Ballots.Profile("M N C K", "42: M N C K", "26: N C K M", "15: C K N M", "17: K C N M"), 1);

        Assert.Equal("The best order goes against 207 of 600 preferences about two candidates.", Assert.Single(result.Notes));
    }

    // Ballots of two voters that cancel except for one pair make any margins.
    private static OrdinalProfile Tournament(SplitMix64 random, int candidates, int most)
    {
        var names = Enumerable.Range(0, candidates).Select(i => ((char)('a' + i)).ToString()).ToList();
        var builder = new OrdinalProfileBuilder(new CandidateList(names));
        for (var i = 0; i < candidates; i++)
        {
            for (var j = 0; j < i; j++)
            {
                List<int> others = [.. Enumerable.Range(0, candidates).Where(other => other != i && other != j)];
                var (first, second) = random.OneIn(2) ? (i, j) : (j, i);
                var weight = 1 + random.Below(most);
                builder.Add([first, second, .. others], weight);
                others.Reverse();
                builder.Add([.. others, first, second], weight);
            }
        }

        return builder.Build();
    }

    private static IEnumerable<int> First(long[,] votes, List<int> left)
    {
        var losses = Compare.Permutations(left).Select(order => (order[0], Loss(votes, order))).ToList();
        var least = losses.Min(one => one.Item2);
        return losses.Where(one => one.Item2 == least).Select(one => one.Item1).Distinct();
    }

    private static long Loss(long[,] votes, int[] order)
    {
        var loss = 0L;
        for (var i = 0; i < order.Length; i++)
        {
            for (var j = i + 1; j < order.Length; j++)
            {
                loss += votes[order[j], order[i]];
            }
        }

        return loss;
    }
}
