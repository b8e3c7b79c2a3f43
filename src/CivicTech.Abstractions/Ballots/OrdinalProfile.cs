using CivicTech.Numerics;

namespace CivicTech.Ballots;

/// <summary>
/// Ballots that rank candidates. Rank 1 is the best; a rank may hold no candidate (skipped), one, or several (equal rank or
/// overvote), and a candidate may stand at several ranks: rules differ in what they make of it, so all of it is kept.
/// </summary>
public sealed class OrdinalProfile : Profile
{
    internal OrdinalProfile(CandidateList candidates, BallotColumns columns)
        : base(candidates, columns)
    {
    }

    /// <inheritdoc />
    public override ProfileKind Kind => ProfileKind.Ordinal;

    internal override string CanonicalHeader => "ordinal";

    /// <summary>The ranks of a ballot, aligned with <see cref="Profile.CandidatesOf"/>: from 1, never falling.</summary>
    /// <param name="ballot">From 0 to <see cref="Profile.DistinctBallots"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such ballot.</exception>
    public ReadOnlySpan<long> RanksOf(int ballot) => Columns.ValuesOf(ballot);

    /// <summary>
    /// Positional points: each ballot gives a candidate the points of its best rank. For each candidate, the exact sum over all
    /// voters. O(entries).
    /// </summary>
    /// <param name="pointsOfRank">The points of a rank on a ballot: the rank from 1, and how many candidates the ballot ranks.</param>
    public Rational[] SumPoints(Func<long, int, Rational> pointsOfRank)
    {
        ArgumentNullException.ThrowIfNull(pointsOfRank);

        var sums = new Rational[Candidates.Count];
        var points = new Dictionary<(long Rank, int Length), Rational>();
        var bestOf = new HashSet<int>();
        for (var ballot = 0; ballot < DistinctBallots; ballot++)
        {
            var named = CandidatesOf(ballot);
            var ranks = RanksOf(ballot);
            bestOf.Clear();
            foreach (var candidate in named)
            {
                bestOf.Add(candidate);
            }

            var length = bestOf.Count;
            for (var i = 0; i < named.Length; i++)
            {
                // Entries go from the best rank to the worst: the first one of a candidate counts.
                if (bestOf.Remove(named[i]))
                {
                    if (!points.TryGetValue((ranks[i], length), out var worth))
                    {
                        worth = pointsOfRank(ranks[i], length);
                        points.Add((ranks[i], length), worth);
                    }

                    sums[named[i]] += worth * WeightOf(ballot);
                }
            }
        }

        return sums;
    }

    /// <summary>The approval profile of all candidates ranked at or above a rank.</summary>
    /// <param name="lastRank">The last rank that counts as approval: at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rank is below 1.</exception>
    public ApprovalProfile ToApprovals(long lastRank)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lastRank, 1);
        var builder = new ApprovalProfileBuilder(Candidates);
        var approved = new HashSet<int>();
        for (var ballot = 0; ballot < DistinctBallots; ballot++)
        {
            approved.Clear();
            var named = CandidatesOf(ballot);
            var ranks = RanksOf(ballot);
            for (var i = 0; i < named.Length && ranks[i] <= lastRank; i++)
            {
                approved.Add(named[i]);
            }

            builder.Add([.. approved], WeightOf(ballot));
        }

        return builder.Build();
    }

    /// <summary>The sum of several profiles: the same for any order and grouping. O(entries).</summary>
    /// <param name="parts">At least one; all over the same candidates in the same order.</param>
    /// <exception cref="ArgumentException">There is none, or their candidates differ.</exception>
    public static OrdinalProfile Merge(params IReadOnlyList<OrdinalProfile> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var builder = new OrdinalProfileBuilder(SharedCandidates(parts));
        foreach (var part in parts)
        {
            builder.Add(part);
        }

        return builder.Build();
    }
}
