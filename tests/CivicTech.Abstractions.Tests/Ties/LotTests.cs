using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using CivicTech.Abstractions.Tests.Ballots;
using CivicTech.Ballots;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Abstractions.Tests.Ties;

public sealed class LotTests
{
    private static readonly CandidateList Candidates = new("park", "école", "پل", "🌳", "p", "2026-001");

    /// <summary>Drawn with <c>printf 'SEED\0IDENTIFIER' | sha256sum | sort</c>.</summary>
    [Theory]
    [InlineData("1956-03-21", "p park 2026-001 école پل 🌳")]
    [InlineData("Żółw", "école 2026-001 p پل 🌳 park")]
    public void Order_PublishedSeed_NeverChanges(string seed, string expected) =>
        Assert.Equal(expected, string.Join(' ', Draw(Candidates, seed, [0, 1, 2, 3, 4, 5]).Select(candidate => Candidates[candidate])));

    [Fact]
    public void Order_AnySeed_IsThatOfTheDocumentedNumbers()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"seed {seed}");

            Assert.Equal(Enumerable.Range(0, 6).OrderBy(candidate => Number(text, Candidates[candidate])), Draw(Candidates, text, [0, 1, 2, 3, 4, 5]));
        }
    }

    [Fact]
    public void Order_TiedInAnyOrder_IsTheSame()
    {
        var random = new SeededRandom(3);
        var expected = Draw(Candidates, "x", [0, 1, 2, 3, 4, 5]);

        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(expected, Draw(Candidates, "x", random.Shuffle([0, 1, 2, 3, 4, 5])));
        }
    }

    [Fact]
    public void Order_SeveralTiesOfARun_UsesOneLot()
    {
        var breaker = Breaker(Candidates, "x");
        var whole = breaker.Order([0, 1, 2, 3, 4, 5]).Groups.Select(group => group[0]).ToArray();

        foreach (var tied in new int[][] { [0, 1], [5, 2, 0], [4, 3, 2, 1] })
        {
            Assert.Equal(whole.Where(tied.Contains), breaker.Order(tied).Groups.Select(group => group[0]));
        }
    }

    [Fact]
    public void Order_CandidatesListedInAnotherOrder_DrawsTheSameIdentifiers()
    {
        var turned = new CandidateList(Candidates.Reverse());

        Assert.Equal(
            Draw(Candidates, "x", [0, 1, 2, 3, 4, 5]).Select(candidate => Candidates[candidate]),
            Draw(turned, "x", [0, 1, 2, 3, 4, 5]).Select(candidate => turned[candidate]));
    }

    [Fact]
    public void Order_ThousandsOfSeeds_IsFairToEachOrder()
    {
        var list = new CandidateList("a", "b", "c");
        var orders = Enumerable.Range(0, 6000)
            .GroupBy(seed => string.Concat(Draw(list, seed.ToString(CultureInfo.InvariantCulture), [0, 1, 2])))
            .ToDictionary(same => same.Key, same => same.Count());

        // 1000 of each expected; five standard deviations are 144.
        Assert.Equal(6, orders.Count);
        Assert.All(orders.Values, count => Assert.InRange(count, 856, 1144));
        Assert.All("012", first => Assert.InRange(orders.Where(order => order.Key[0] == first).Sum(order => order.Value), 1818, 2182));
    }

    private static BigInteger Number(string seed, string candidate) => new(
        SHA256.HashData([.. Encoding.UTF8.GetBytes(seed), 0, .. Encoding.UTF8.GetBytes(candidate)]),
        isUnsigned: true,
        isBigEndian: true);

    private static int[] Draw(CandidateList candidates, string seed, IEnumerable<int> tied) =>
        [.. Breaker(candidates, seed).Order(tied).Groups.Select(group => Assert.Single(group))];

    private static TieBreaker Breaker(CandidateList candidates, string seed) =>
        new(TieChain.By(TieKey.Lot(seed)), candidates, new Dictionary<string, IReadOnlyList<Rational>>());
}
