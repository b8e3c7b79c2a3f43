using CivicTech.Ballots;
using CivicTech.Receipts;

namespace CivicTech.Abstractions.Tests.Ballots;

/// <summary>The layout that digests are taken of stands in published receipts: it can never change silently.</summary>
public sealed class ProfileDigestTests
{
    private static readonly CandidateList Candidates = new("park", "école", "پل");

    public static TheoryData<string> Kinds => KindUnderTest.Names;

    [Theory]
    [InlineData("approval", "b3f738b98b51b7690cb22ce0ee85ba656acddf186e7277e95854e9aa40a77ce3")]
    [InlineData("cardinal", "b3d4a44f10cd179d6d988bd2fcadd9c862ad2ca2dd916a7d9edf144e37a5f146")]
    [InlineData("ordinal", "634c1daf2f87040462d276b2b8960aad9200085a1b89370b787121cffe883bb8")]
    [InlineData("graded", "3ec6447ca0fc0887ecff6ef247d11e45b8a9e4ebefbc8d209eca26beb4610cae")]
    [InlineData("signed", "cfc30ad123b3622880838e123e5478b7bca4321085c2fffb167fbb6244e9862c")]
    public void Digest_OfAPublishedProfile_NeverChanges(string kind, string expected) =>
        Assert.Equal(Digest.Parse("sha256:" + expected), Published(kind).Digest);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Digest_OfOtherContent_Differs(string name)
    {
        var kind = KindUnderTest.Of(name);
        Ballot[] ballots = [kind.Naming(0, 2, 0, 1), kind.Naming(0, 3, 2), kind.Naming(0, 1)];
        Profile[] profiles =
        [
            kind.Build(Candidates, ballots),
            kind.Build(Candidates),
            kind.Build(Candidates, ballots[0], ballots[1]),
            kind.Build(Candidates, [.. ballots, ballots[2]]),
            kind.Build(Candidates, ballots[0] with { Weight = 3 }, ballots[1] with { Weight = 2 }, ballots[2]),
            kind.Build(Candidates, kind.Naming(0, 2, 0, 2), ballots[1], ballots[2]),
            kind.Build(Candidates, kind.Naming(0, 2, 0, 1, 2), ballots[2], kind.Naming(0, 3)),
            kind.Build(new CandidateList("park", "école", "bridge"), ballots),
            kind.Build(new CandidateList("école", "park", "پل"), ballots),
            kind.Build(new CandidateList("park", "école", "پل", "more"), ballots),
            kind.Build(new CandidateList("parké", "cole", "پل"), ballots),
            .. name == "approval" ? [] : new[] { kind.Build(Candidates, kind.Naming(1, 2, 0, 1), ballots[1], ballots[2]) },
        ];

        Assert.Equal(profiles.Length, profiles.Select(profile => profile.Digest).Distinct().Count());
    }

    [Fact]
    public void Digest_OfOtherKinds_Differs()
    {
        var empty = KindUnderTest.All.Select(kind => kind.Build(Candidates));
        int[] named = [0, 1];
        long[] ones = [1, 1];
        var scored = new CardinalProfileBuilder(Candidates);
        var ranked = new OrdinalProfileBuilder(Candidates);
        var graded = new GradedProfileBuilder(Candidates, "no", "yes");
        var signed = new SignedProfileBuilder(Candidates);
        scored.Add(named, ones);
        ranked.Add(named, ones, 1);
        graded.Add(named, ones, 1);
        signed.Add(named, [], 1);
        Profile[] alike = [scored.Build(), ranked.Build(), graded.Build(), signed.Build()];

        Assert.Equal(9, empty.Concat(alike).Select(profile => profile.Digest).Distinct().Count());
    }

    [Fact]
    public void Digest_OfOtherScales_Differs()
    {
        string[][] scales = [["no", "yes"], ["yes", "no"], ["no"], ["no yes"], ["no", "yes", "very"], ["No", "yes"]];

        Assert.Equal(scales.Length, scales.Select(scale => new GradedProfileBuilder(Candidates, scale).Build().Digest).Distinct().Count());
    }

    [Fact]
    public void Digest_OfTenTimesTheScores_Differs()
    {
        var (tenths, wholes) = (new CardinalProfileBuilder(Candidates, 1), new CardinalProfileBuilder(Candidates));
        tenths.Add([0], [15]);
        wholes.Add([0], [15]);

        Assert.NotEqual(tenths.Build().Digest, wholes.Build().Digest);
    }

    [Fact]
    public void Digest_AskedForByManyThreads_IsOne()
    {
        var kind = KindUnderTest.Of("ordinal");
        var profile = kind.Build(Candidates, kind.Draw(new SeededRandom(1), 3, 500));
        var digests = new Digest[16];

        Parallel.For(0, digests.Length, i => digests[i] = profile.Digest);

        Assert.Single(digests.Distinct());
    }

    private static Profile Published(string name)
    {
        var kind = KindUnderTest.Of(name);
        return kind.Build(Candidates, kind.Naming(1, 3, 2, 0), kind.Naming(0, 1), kind.Naming(0, 2, 1), kind.Naming(0, 4, 0, 2));
    }
}
