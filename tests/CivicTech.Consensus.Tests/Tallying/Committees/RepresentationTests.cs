using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Committees;
using CivicTech.Testing;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying.Committees;

public sealed class RepresentationTests
{
    private static readonly RepresentationLaw[] Laws =
        [RepresentationLaw.Justified, RepresentationLaw.Proportional, RepresentationLaw.Extended, RepresentationLaw.ExtendedPlus];

    [Fact]
    public void FindGap_RandomProfiles_HoldsAsEveryGroupOfVotersSays()
    {
        var random = new SplitMix64(2017);
        var broken = new Dictionary<RepresentationLaw, int>();
        for (var run = 0; run < 150; run++)
        {
            var candidates = random.Between(2, 6);
            var profile = Approvals.Of(Approvals.Names(candidates), Approvals.Random(random, candidates).Take(4).Select(ballot => (ballot.Approved, Math.Min(2, ballot.Weight))));
            var committee = random.Pick(Approvals.Committees(candidates, random.Between(1, Math.Min(4, candidates))).ToList());
            foreach (var law in Laws)
            {
                var holds = Holds(law, profile, committee);
                var gap = Representation.FindGap(law, profile, [.. committee.Select(member => profile.Candidates[member])]);
                Assert.Equal(holds, gap is null);
                broken[law] = broken.GetValueOrDefault(law) + (holds ? 0 : 1);
            }
        }

        Assert.All(Laws, law => Assert.InRange(broken[law], 10, 140));
    }

    [Fact]
    public void FindGap_RandomProfiles_StrongerLawsImplyWeaker()
    {
        var random = new SplitMix64(2018);
        for (var run = 0; run < 200; run++)
        {
            var profile = Approvals.Of(Approvals.Names(6), Approvals.Random(random, 6));
            string[] committee = [.. random.Pick(Approvals.Committees(6, random.Between(1, 5)).ToList()).Select(member => profile.Candidates[member])];
            Assert.True(!Representation.SatisfiesEjrPlus(profile, committee) || Representation.SatisfiesEjr(profile, committee));
            Assert.True(!Representation.SatisfiesEjr(profile, committee) || Representation.SatisfiesPjr(profile, committee));
            Assert.True(!Representation.SatisfiesPjr(profile, committee) || Representation.SatisfiesJr(profile, committee));
        }
    }

    // Brill and Peters (2023), Aziz et al. (2017): PAV satisfies EJR+ and so EJR; CC satisfies JR.
    [Fact]
    public void ProportionalApproval_RandomProfiles_SatisfiesEveryLaw()
    {
        var random = new SplitMix64(2019);
        for (var run = 0; run < 60; run++)
        {
            var candidates = random.Between(3, 7);
            var profile = Approvals.Of(Approvals.Names(candidates), Approvals.Random(random, candidates));
            var seats = random.Between(1, candidates);
            foreach (var committee in new Thiele { Ties = TieChain.AllOutcomes }.Count(profile, seats).Outcomes)
            {
                Assert.All(Laws, law => Assert.Null(Representation.FindGap(law, profile, [.. committee])));
            }

            foreach (var weights in new[] { ThieleWeights.Coverage, ThieleWeights.LexicographicCoverage })
            {
                Assert.True(Representation.SatisfiesJr(profile, [.. new Thiele { Weights = weights, Ties = TieChain.ListedOrder }.Count(profile, seats).Elected]));
                Assert.True(Representation.SatisfiesJr(profile, [.. new SequentialThiele { Weights = weights, Ties = TieChain.ListedOrder }.Count(profile, seats).Elected]));
            }
        }
    }

    // Aziz et al. (2017), the profile of 1,199 voters that shows it for ten seats.
    [Fact]
    public void SequentialProportionalApproval_PublishedProfile_FailsJustifiedRepresentation()
    {
        var profile = Approvals.Of(
            11, "81 ab", "81 ac", "80 b", "80 c", "81 de", "81 df", "80 e", "80 f", "49 gh", "49 gi", "49 gj", "96 h", "96 i", "96 j", "120 k");
        var elected = new SequentialThiele().Count(profile, 10).Elected;
        Assert.Equal("abcdefghij", string.Concat(elected.Order(StringComparer.Ordinal)));
        Assert.False(Representation.SatisfiesJr(profile, [.. elected]));
        var gap = Representation.FindGap(RepresentationLaw.Justified, profile, [.. elected]);
        Assert.Equal("1 k 120", $"{gap!.Members} {string.Concat(gap.Candidates)} {gap.Voters}");
        Assert.All(Laws, law => Assert.Null(Representation.FindGap(law, profile, [.. new Thiele { Ties = TieChain.ListedOrder }.Count(profile, 10).Elected])));
    }

    // Six of nine voters could claim two of three members, but coverage gives them one.
    [Fact]
    public void ChamberlinCourant_LargeGroup_FailsProportionalJustifiedRepresentation()
    {
        var profile = Approvals.Of(5, "6 ab", "c", "d", "e");
        var elected = new Thiele { Weights = ThieleWeights.Coverage, Ties = TieChain.ListedOrder }.Count(profile, 3).Elected;
        Assert.Equal("acd", string.Concat(elected.Order(StringComparer.Ordinal)));
        Assert.True(Representation.SatisfiesJr(profile, [.. elected]));
        Assert.False(Representation.SatisfiesPjr(profile, [.. elected]));
        Assert.False(Representation.SatisfiesEjr(profile, [.. elected]));
        Assert.Equal(new RepresentationGap(2, ["a", "b"], 6), Representation.FindGap(RepresentationLaw.Extended, profile, [.. elected]));
        Assert.Equal(new RepresentationGap(2, ["b"], 6), Representation.FindGap(RepresentationLaw.ExtendedPlus, profile, [.. elected]));
    }

    // A third of the voters have nobody under block voting.
    [Fact]
    public void BlockVoting_Minority_FailsJustifiedRepresentation()
    {
        var profile = Approvals.Of(6, "6 abc", "3 def");
        var elected = new BlockVoting().Count(profile, 3).Elected;
        Assert.Equal(new RepresentationGap(1, ["d"], 3), Representation.FindGap(RepresentationLaw.Justified, profile, [.. elected]));
    }

    [Fact]
    public void FindGap_WrongCommittee_Throws()
    {
        var profile = Approvals.Of(3, "ab");
        Assert.Throws<ArgumentException>(() => Representation.SatisfiesJr(profile));
        Assert.Throws<ArgumentException>(() => Representation.SatisfiesJr(profile, "a", "a"));
        Assert.Throws<ArgumentException>(() => Representation.SatisfiesJr(profile, "x"));
    }

    // Each of ten voters has nine of ten members, and all share nine others: whether all ten can claim ten takes 512 sets and more to see.
    [Fact]
    public void FindGap_TooManySets_SaysThatItIsUndecided()
    {
        var profile = Approvals.Of(
            Enumerable.Range(0, 19).Select(candidate => $"{candidate}"),
            Enumerable.Range(0, 10).Select(voter => (Enumerable.Range(0, 19).Where(candidate => candidate != 9 + voter).ToArray(), 1L)));
        int[] members = [.. Enumerable.Range(9, 10)];
        Assert.Null(new CommonCandidates(profile, members, workLimit: 20_000).FindGap(together: false));
        Assert.Throws<InvalidOperationException>(() => new CommonCandidates(profile, members, workLimit: 500).FindGap(together: false));
    }

    private static bool Holds(RepresentationLaw law, ApprovalProfile profile, int[] committee)
    {
        int[][] voters = [.. Approvals.BallotsOf(profile).SelectMany(ballot => Enumerable.Repeat(ballot.Approved, (int)ballot.Weight))];
        for (var group = 1; group < 1 << voters.Length; group++)
        {
            int[][] members = [.. voters.Where((_, voter) => (group >> voter & 1) == 1)];
            var common = members.Aggregate((one, other) => [.. one.Intersect(other)]);
            var has = members.Max(approved => approved.Count(committee.Contains));
            var together = committee.Count(member => members.Any(approved => approved.Contains(member)));
            for (var claim = 1; claim * voters.Length <= members.Length * committee.Length; claim++)
            {
                var isShort = law switch
                {
                    RepresentationLaw.Justified => claim == 1 && common.Length >= 1 && has < 1,
                    RepresentationLaw.Proportional => common.Length >= claim && together < claim,
                    RepresentationLaw.Extended => common.Length >= claim && has < claim,
                    _ => common.Except(committee).Any() && has < claim,
                };
                if (isShort)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
