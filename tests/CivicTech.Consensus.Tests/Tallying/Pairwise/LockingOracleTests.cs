using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Pairwise;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying.Pairwise;

/// <summary>Ranked pairs and River against every order of equally strong victories, one by one.</summary>
public sealed class LockingOracleTests
{
    public static TheoryData<PairStrength, bool> Cases => new()
    {
        { PairStrength.Margins, false },
        { PairStrength.Margins, true },
        { PairStrength.WinningVotes, false },
        { PairStrength.WinningVotes, true },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Rank_AllOrders_FindsWhoWinsUnderSomeOrder(PairStrength strength, bool river)
    {
        OrderingRule rule = river ? new River { Strength = strength } : new RankedPairs { Strength = strength };
        var several = 0;
        for (var seed = 1UL; seed <= 120; seed++)
        {
            var profile = (OrdinalProfile)Ballots.Random(seed, 3 + (int)(seed % 2), 3 + (int)(seed % 4), 1, messy: seed % 3 == 0).Profile;
            var votes = Compare.Preferring(profile);
            var expected = Compare.Peel(profile, left => Winners(votes, left, strength, river).Distinct());
            var actual = rule.Count(profile, 1);

            Assert.Equal(expected, Compare.Order(actual));
            Assert.Equal(actual.Order[0].Length > 1 ? TallyStatus.OpenTie : TallyStatus.Decided, actual.Status);
            several += actual.Order[0].Length > 1 ? 1 : 0;
        }

        Assert.InRange(several, 5, 115);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Count_ByTieChain_ElectsOneWhoWinsUnderSomeOrder(bool river)
    {
        for (var seed = 1UL; seed <= 100; seed++)
        {
            var profile = (OrdinalProfile)Ballots.Random(seed, 3 + (int)(seed % 3), 3 + (int)(seed % 4), 1, messy: false).Profile;
            var all = (river ? new River() : (OrderingRule)new RankedPairs()).Count(profile, 1).Order[0];
            var ties = TieChain.By(TieKey.Lot("seed " + seed));
            OrderingRule rule = river ? new River { TiedPairs = RiverPairs.ByTieChain, Ties = ties } : new RankedPairs { TiedPairs = TiedPairs.ByTieChain, Ties = ties };
            var result = rule.Count(profile, 1);

            Assert.Equal(TallyStatus.Decided, result.Status);
            Assert.Contains(Assert.Single(result.Elected), all);
            Assert.Equal(result.Elected.ToArray(), rule.Count(Compare.Relisted(profile, [.. Enumerable.Range(0, profile.Candidates.Count).Reverse()]), 1).Elected.ToArray());
        }
    }

    // A beats B, B beats C, C beats D, D beats A by 1 each, and A and C, B and D tie.
    [Fact]
    public void Count_ByTieChain_WithoutChain_LeavesTheTieOpenBeforeAnybodyIsCertain()
    {
        var profile = Ballots.Profile("A B C", "A B C", "B C A", "C A B");
        var rule = new RankedPairs { TiedPairs = TiedPairs.ByTieChain };
        var open = rule.Count(profile, 1);

        Assert.Equal(TallyStatus.OpenTie, open.Status);
        Assert.Empty(open.Elected);
        Assert.Equal(["A", "B", "C"], open.OpenTie!.Tied.ToArray());
        var decided = rule.Count(new Contest(profile), new TallyRequest { Decisions = [new TieDecision(open.OpenTie.Round, ["B", "C", "A"])] });
        Assert.Equal(TallyStatus.Decided, decided.Status);
        Assert.Equal("B C A", Compare.Order(decided));
    }

    [Fact]
    public void Rank_LeaveOut_DropsAllEqualVictoriesOfACycle()
    {
        // B beats C, C beats D and D beats B by 1 each; A beats everybody.
        var profile = Ballots.Profile("A B C D", "A B C D", "A C D B", "A D B C");

        Assert.Equal("A BCD", Compare.Order(new RankedPairs { TiedPairs = TiedPairs.LeaveOut }, profile));
    }

    [Fact]
    public void Count_LimitReached_SaysStopped()
    {
        // A cycle of nine equal victories.
        var names = "A B C D E F G H I".Split(' ');
        var profile = Ballots.Profile("A B C D E F G H I", Enumerable.Range(0, 9).Select(i => string.Join(' ', names.Skip(i).Concat(names.Take(i)))));
        var result = new RankedPairs { WorkLimit = 1, Ties = TieChain.ListedOrder }.Count(profile, 1);

        Assert.Equal(TallyStatus.Stopped, result.Status);
        Assert.Contains("stopped at 1 states", Assert.Single(result.Notes), StringComparison.Ordinal);
        Assert.Equal("ABCDEFGHI", Compare.Order(new River(), profile));
    }

    private static IEnumerable<int> Winners(long[,] votes, List<int> left, PairStrength strength, bool river)
    {
        var pairs = left.SelectMany(a => left.Where(b => votes[a, b] > votes[b, a]).Select(b => (Winner: a, Loser: b)))
            .GroupBy(pair => strength == PairStrength.Margins
                ? (votes[pair.Winner, pair.Loser] - votes[pair.Loser, pair.Winner], 0L)
                : (votes[pair.Winner, pair.Loser], -votes[pair.Loser, pair.Winner]))
            .OrderByDescending(equal => equal.Key)
            .Select(equal => equal.ToList())
            .ToList();
        foreach (var order in Orders(pairs, 0))
        {
            var locked = new List<(int Winner, int Loser)>();
            foreach (var pair in order)
            {
                if (!Reaches(locked, pair.Loser, pair.Winner) && !(river && locked.Exists(other => other.Loser == pair.Loser)))
                {
                    locked.Add(pair);
                }
            }

            foreach (var winner in left.Where(candidate => !locked.Exists(pair => pair.Loser == candidate)))
            {
                yield return winner;
            }
        }
    }

    private static IEnumerable<List<(int Winner, int Loser)>> Orders(List<List<(int, int)>> classes, int from) => from == classes.Count
        ? [[]]
        : Compare.Permutations(classes[from]).SelectMany(order => Orders(classes, from + 1).Select(rest => (List<(int, int)>)[.. order, .. rest]));

    private static bool Reaches(List<(int Winner, int Loser)> locked, int from, int to) =>
        from == to || locked.Where(pair => pair.Winner == from).Any(pair => Reaches(locked, pair.Loser, to));
}
