using CivicTech.Receipts;

namespace CivicTech.Ballots;

/// <summary>
/// A multiset of distinct ballots, each with the number of voters who cast it. Memory grows with distinct ballots, not with voters.
/// </summary>
/// <remarks>
/// <para>Immutable and safe to share between threads. The distinct ballots are numbered from 0 in the order of their first arrival;
/// no rule's outcome depends on that order.</para>
/// <para>Profiles over the same candidates merge in any order and grouping to the same <see cref="Digest"/>: partial profiles from
/// threads, files, database partitions or machines add up. The fold is what <c>SELECT ballot, COUNT(*) … GROUP BY ballot</c> does,
/// so counts made by a database can be added with their weights.</para>
/// </remarks>
public abstract class Profile
{
    private readonly Lazy<Digest> _digest;

    private protected Profile(CandidateList candidates, BallotColumns columns)
    {
        Candidates = candidates;
        Columns = columns;
        _digest = new Lazy<Digest>(() => ProfileDigest.Of(this, Columns));
    }

    /// <summary>What its ballots say.</summary>
    public abstract ProfileKind Kind { get; }

    /// <summary>The candidates that ballots name by index.</summary>
    public CandidateList Candidates { get; }

    /// <summary>How many different ballots there are.</summary>
    public int DistinctBallots => Columns.Count;

    /// <summary>How many ballots were cast: the sum of all weights.</summary>
    public long Voters => Columns.TotalWeight;

    /// <summary>
    /// The SHA-256 digest of the canonical form: the same for the same ballots and weights over the same candidate list, however
    /// they arrived. Computed when first asked for, in O(n log n) for n distinct ballots, then kept.
    /// </summary>
    public Digest Digest => _digest.Value;

    internal BallotColumns Columns { get; }

    /// <summary>Kind and, where a kind has them, what its values mean; part of the digest.</summary>
    internal abstract string CanonicalHeader { get; }

    /// <summary>How many voters cast a ballot.</summary>
    /// <param name="ballot">From 0 to <see cref="DistinctBallots"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such ballot.</exception>
    public long WeightOf(int ballot)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)ballot, (uint)DistinctBallots, nameof(ballot));
        return Columns.WeightOf(ballot);
    }

    /// <summary>The candidates that a ballot names, as indexes into <see cref="Candidates"/>.</summary>
    /// <param name="ballot">From 0 to <see cref="DistinctBallots"/> - 1.</param>
    /// <returns>Ascending by index; in an ordinal profile from the best rank to the worst and ascending within a rank.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such ballot.</exception>
    public ReadOnlySpan<int> CandidatesOf(int ballot) => Columns.CandidatesOf(ballot);

    /// <summary>For each candidate, how many voters name it on their ballot, with whatever value. O(entries).</summary>
    public long[] CountVoters()
    {
        var votes = new long[Candidates.Count];
        var seenOn = new int[Candidates.Count];
        for (var ballot = 0; ballot < DistinctBallots; ballot++)
        {
            var weight = Columns.WeightOf(ballot);
            foreach (var candidate in CandidatesOf(ballot))
            {
                // A ranking may hold a candidate twice.
                if (seenOn[candidate] != ballot + 1)
                {
                    seenOn[candidate] = ballot + 1;
                    votes[candidate] += weight;
                }
            }
        }

        return votes;
    }

    /// <summary>Kind, voters and distinct ballots in words.</summary>
    public override string ToString() => $"{Kind} profile: {Voters} voters, {DistinctBallots} distinct ballots, {Candidates.Count} candidates";

    /// <summary>The sum of several profiles of one kind: the same for any order and grouping. O(entries).</summary>
    /// <param name="parts">At least one; all of one kind and over the same candidates in the same order.</param>
    /// <exception cref="ArgumentException">There is none, or their kinds, candidates or grades differ.</exception>
    internal static Profile MergeAll(IReadOnlyList<Profile> parts) => (parts.Count == 0 ? null : parts[0]) switch
    {
        null => throw new ArgumentException("There is nothing to merge: at least one profile is needed.", nameof(parts)),
        _ when parts.Select(part => part.Kind).Distinct().Count() > 1 => throw new ArgumentException("Profiles of different kinds do not add up.", nameof(parts)),
        ApprovalProfile => ApprovalProfile.Merge([.. parts.Cast<ApprovalProfile>()]),
        CardinalProfile => CardinalProfile.Merge([.. parts.Cast<CardinalProfile>()]),
        OrdinalProfile => OrdinalProfile.Merge([.. parts.Cast<OrdinalProfile>()]),
        GradedProfile => GradedProfile.Merge([.. parts.Cast<GradedProfile>()]),
        _ => SignedProfile.Merge([.. parts.Cast<SignedProfile>()]),
    };

    private protected static CandidateList SharedCandidates<TProfile>(IReadOnlyList<TProfile> parts)
        where TProfile : Profile
    {
        if (parts.Count == 0)
        {
            throw new ArgumentException("There is nothing to merge: at least one profile is needed.", nameof(parts));
        }

        foreach (var part in parts)
        {
            ArgumentNullException.ThrowIfNull(part, nameof(parts));
            if (part.Candidates != parts[0].Candidates)
            {
                throw new ArgumentException("Profiles merge only when they list the same candidates in the same order.", nameof(parts));
            }
        }

        return parts[0].Candidates;
    }
}
