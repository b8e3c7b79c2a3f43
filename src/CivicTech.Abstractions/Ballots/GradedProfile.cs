using System.Collections.Immutable;

namespace CivicTech.Ballots;

/// <summary>Ballots that give candidates a grade of a named scale, as majority judgment does. A candidate not named has no grade.</summary>
public sealed class GradedProfile : Profile
{
    internal GradedProfile(CandidateList candidates, ImmutableArray<string> scale, BallotColumns columns)
        : base(candidates, columns)
    {
        Scale = scale;
    }

    /// <inheritdoc />
    public override ProfileKind Kind => ProfileKind.Graded;

    /// <summary>The grades from the lowest to the highest; ballots name them by index.</summary>
    public ImmutableArray<string> Scale { get; }

    internal override string CanonicalHeader => "graded scale=" + string.Join('\n', Scale);

    /// <summary>The grades of a ballot as indexes into <see cref="Scale"/>, aligned with <see cref="Profile.CandidatesOf"/>.</summary>
    /// <param name="ballot">From 0 to <see cref="Profile.DistinctBallots"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such ballot.</exception>
    public ReadOnlySpan<long> GradesOf(int ballot) => Columns.ValuesOf(ballot);

    /// <summary>
    /// For each candidate (row) and grade (column, lowest first), how many voters gave it. O(entries).
    /// </summary>
    public long[,] CountGrades()
    {
        var counts = new long[Candidates.Count, Scale.Length];
        for (var ballot = 0; ballot < DistinctBallots; ballot++)
        {
            var named = CandidatesOf(ballot);
            var grades = GradesOf(ballot);
            for (var i = 0; i < named.Length; i++)
            {
                counts[named[i], grades[i]] += WeightOf(ballot);
            }
        }

        return counts;
    }

    /// <summary>The sum of several profiles: the same for any order and grouping. O(entries).</summary>
    /// <param name="parts">At least one; all over the same candidates in the same order, with the same scale.</param>
    /// <exception cref="ArgumentException">There is none, or their candidates or scales differ.</exception>
    public static GradedProfile Merge(params IReadOnlyList<GradedProfile> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var builder = new GradedProfileBuilder(SharedCandidates(parts), parts[0].Scale);
        foreach (var part in parts)
        {
            builder.Add(part);
        }

        return builder.Build();
    }
}
