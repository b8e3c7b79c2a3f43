using CivicTech.Consensus.Tallying;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Tallying.Scoring;

/// <summary>Equality of lists by their elements; an immutable array equals only itself.</summary>
internal static class Lists
{
    internal static void Equal(IEnumerable<Rational> expected, IEnumerable<Rational> actual) => Assert.Equal(expected, actual);

    internal static void Equal(IEnumerable<int> expected, IEnumerable<int> actual) => Assert.Equal(expected, actual);

    internal static void Equal(IEnumerable<string> expected, IEnumerable<string> actual) => Assert.Equal(expected, actual);

    internal static void Equal(IEnumerable<InactiveVotes> expected, IEnumerable<InactiveVotes> actual) => Assert.Equal(expected, actual);

    internal static void Groups(IEnumerable<IEnumerable<string>> expected, IEnumerable<IEnumerable<string>> actual) =>
        Assert.Equal(expected.Select(group => string.Join('=', group)), actual.Select(group => string.Join('=', group)));
}
