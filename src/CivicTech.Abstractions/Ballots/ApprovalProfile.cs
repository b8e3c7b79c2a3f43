namespace CivicTech.Ballots;

/// <summary>Ballots that approve of a set of candidates; the set may be empty.</summary>
public sealed class ApprovalProfile : Profile
{
    internal ApprovalProfile(CandidateList candidates, BallotColumns columns)
        : base(candidates, columns)
    {
    }

    /// <inheritdoc />
    public override ProfileKind Kind => ProfileKind.Approval;

    internal override string CanonicalHeader => "approval";

    /// <summary>The sum of several profiles: the same for any order and grouping. O(entries).</summary>
    /// <param name="parts">At least one; all over the same candidates in the same order.</param>
    /// <exception cref="ArgumentException">There is none, or their candidates differ.</exception>
    public static ApprovalProfile Merge(params IReadOnlyList<ApprovalProfile> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var builder = new ApprovalProfileBuilder(SharedCandidates(parts));
        foreach (var part in parts)
        {
            builder.Add(part);
        }

        return builder.Build();
    }
}
