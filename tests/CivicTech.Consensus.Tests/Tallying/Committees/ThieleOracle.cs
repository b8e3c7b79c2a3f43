using System.Numerics;
using CivicTech.Ballots;
using CivicTech.Consensus.Tallying.Committees;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Tallying.Committees;

/// <summary>Thiele's rules from their definition: fractions, every committee, every order.</summary>
internal static class ThieleOracle
{
    internal static readonly (ThieleWeights Weights, Func<int, Rational> Worth)[] Weights =
    [
        (ThieleWeights.Harmonic, i => new Rational(1, i)),
        (ThieleWeights.SainteLague, i => new Rational(1, 2 * i - 1)),
        (ThieleWeights.Coverage, i => i == 1 ? 1 : 0),
        (ThieleWeights.Approvals, _ => 1),
        (ThieleWeights.Geometric(new Rational(3, 2)), i => new Rational(BigInteger.Pow(2, i - 1), BigInteger.Pow(3, i - 1))),
        (ThieleWeights.Of(1, 1, new Rational(1, 5)), i => i <= 2 ? 1 : i == 3 ? new Rational(1, 5) : 0),

        // No profile here has a thousand voters.
        (ThieleWeights.LexicographicCoverage, i => new Rational(BigInteger.One, BigInteger.Pow(1000, i - 1))),
    ];

    internal static Rational Score(ApprovalProfile profile, IReadOnlyCollection<int> committee, Func<int, Rational> worth)
    {
        var score = Rational.Zero;
        foreach (var (approved, weight) in Approvals.BallotsOf(profile))
        {
            for (var i = 1; i <= approved.Count(committee.Contains); i++)
            {
                score += worth(i) * weight;
            }
        }

        return score;
    }

    internal static List<int[]> Best(ApprovalProfile profile, int seats, Func<int, Rational> worth)
    {
        var scores = Approvals.Committees(profile.Candidates.Count, seats).Select(committee => (committee, Score: Score(profile, committee, worth))).ToList();
        var best = scores.Max(one => one.Score);
        return [.. scores.Where(one => one.Score == best).Select(one => one.committee)];
    }

    /// <summary>All sets that some way of breaking ties leads to.</summary>
    internal static List<int[]> Sequential(ApprovalProfile profile, int seats, Func<int, Rational> worth, bool reverses)
    {
        var all = Enumerable.Range(0, profile.Candidates.Count).ToArray();
        var sets = new List<int[]> { reverses ? all : [] };
        while (sets[0].Length != seats)
        {
            sets = [.. sets.SelectMany(Next).DistinctBy(set => string.Join(',', set))];
        }

        return sets;

        IEnumerable<int[]> Next(int[] set)
        {
            var nexts = reverses
                ? set.Select(candidate => set.Except([candidate]).ToArray()).ToList()
                : [.. all.Except(set).Select(candidate => set.Append(candidate).Order().ToArray())];
            var scores = nexts.ConvertAll(next => Score(profile, next, worth));
            return nexts.Where((_, i) => scores[i] == scores.Max());
        }
    }
}
