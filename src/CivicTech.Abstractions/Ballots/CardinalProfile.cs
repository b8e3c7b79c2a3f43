using CivicTech.Numerics;

namespace CivicTech.Ballots;

/// <summary>Ballots that give candidates a score. A candidate that a ballot does not name has no score there.</summary>
/// <remarks>
/// Scores are exact decimals: whole numbers in units of 10^-<see cref="Decimals"/>, with the fewest decimals that hold them all.
/// </remarks>
public sealed class CardinalProfile : Profile
{
    internal CardinalProfile(CandidateList candidates, BallotColumns columns, int decimals)
        : base(candidates, columns)
    {
        Decimals = decimals;
    }

    /// <inheritdoc />
    public override ProfileKind Kind => ProfileKind.Cardinal;

    /// <summary>How many decimals scores have: from 0 to 18.</summary>
    public int Decimals { get; }

    internal override string CanonicalHeader => $"cardinal decimals={Decimals}";

    /// <summary>The scores of a ballot in units of 10^-<see cref="Decimals"/>, aligned with <see cref="Profile.CandidatesOf"/>.</summary>
    /// <param name="ballot">From 0 to <see cref="Profile.DistinctBallots"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such ballot.</exception>
    public ReadOnlySpan<long> ScoresOf(int ballot) => Columns.ValuesOf(ballot);

    /// <summary>For each candidate, the sum of its scores over all voters, exact. O(entries).</summary>
    public Rational[] SumScores()
    {
        var sums = new Int128[Candidates.Count];
        for (var ballot = 0; ballot < DistinctBallots; ballot++)
        {
            var named = CandidatesOf(ballot);
            var scores = ScoresOf(ballot);
            var weight = WeightOf(ballot);
            for (var i = 0; i < named.Length; i++)
            {
                sums[named[i]] = checked(sums[named[i]] + ((Int128)scores[i] * weight));
            }
        }

        var unit = new Rational(1, CardinalScale.PowerOfTen(Decimals));
        return Array.ConvertAll(sums, sum => (System.Numerics.BigInteger)sum * unit);
    }

    /// <summary>The approval profile of the candidates that each ballot scores at least so much.</summary>
    /// <param name="minimum">The lowest score that counts as approval.</param>
    public ApprovalProfile ToApprovals(Rational minimum)
    {
        var builder = new ApprovalProfileBuilder(Candidates);
        var least = (minimum * CardinalScale.PowerOfTen(Decimals)).Ceiling();
        var approved = new List<int>();
        for (var ballot = 0; ballot < DistinctBallots; ballot++)
        {
            approved.Clear();
            var named = CandidatesOf(ballot);
            var scores = ScoresOf(ballot);
            for (var i = 0; i < named.Length; i++)
            {
                if (scores[i] >= least)
                {
                    approved.Add(named[i]);
                }
            }

            builder.Add(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(approved), WeightOf(ballot));
        }

        return builder.Build();
    }

    /// <summary>The sum of several profiles: the same for any order and grouping. O(entries).</summary>
    /// <param name="parts">At least one; all over the same candidates in the same order.</param>
    /// <exception cref="ArgumentException">There is none, or their candidates differ.</exception>
    /// <exception cref="OverflowException">A score does not fit in 64 bits with the decimals that all of them need.</exception>
    public static CardinalProfile Merge(params IReadOnlyList<CardinalProfile> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var builder = new CardinalProfileBuilder(SharedCandidates(parts), parts.Max(part => part.Decimals));
        foreach (var part in parts)
        {
            builder.Add(part);
        }

        return builder.Build();
    }
}
