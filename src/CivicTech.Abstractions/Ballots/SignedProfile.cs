namespace CivicTech.Ballots;

/// <summary>Ballots that are for some candidates and against others; on the rest they are silent.</summary>
public sealed class SignedProfile : Profile
{
    internal SignedProfile(CandidateList candidates, BallotColumns columns)
        : base(candidates, columns)
    {
    }

    /// <inheritdoc />
    public override ProfileKind Kind => ProfileKind.Signed;

    internal override string CanonicalHeader => "signed";

    /// <summary>+1 (for) or -1 (against) for each candidate of a ballot, aligned with <see cref="Profile.CandidatesOf"/>.</summary>
    /// <param name="ballot">From 0 to <see cref="Profile.DistinctBallots"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such ballot.</exception>
    public ReadOnlySpan<long> SignsOf(int ballot) => Columns.ValuesOf(ballot);

    /// <summary>For each candidate, how many voters are for it and how many against. O(entries).</summary>
    public (long For, long Against)[] CountSides()
    {
        var sides = new (long For, long Against)[Candidates.Count];
        for (var ballot = 0; ballot < DistinctBallots; ballot++)
        {
            var named = CandidatesOf(ballot);
            var signs = SignsOf(ballot);
            for (var i = 0; i < named.Length; i++)
            {
                ref var side = ref sides[named[i]];
                (signs[i] > 0 ? ref side.For : ref side.Against) += WeightOf(ballot);
            }
        }

        return sides;
    }

    /// <summary>The sum of several profiles: the same for any order and grouping. O(entries).</summary>
    /// <param name="parts">At least one; all over the same candidates in the same order.</param>
    /// <exception cref="ArgumentException">There is none, or their candidates differ.</exception>
    public static SignedProfile Merge(params IReadOnlyList<SignedProfile> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var builder = new SignedProfileBuilder(SharedCandidates(parts));
        foreach (var part in parts)
        {
            builder.Add(part);
        }

        return builder.Build();
    }
}
