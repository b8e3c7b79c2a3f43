using System.Collections.Immutable;
using CivicTech.Receipts;

namespace CivicTech.Ballots;

/// <summary>Takes graded ballots one by one and folds equal ones. Not safe for several threads: build one a thread and merge.</summary>
public sealed class GradedProfileBuilder
{
    private readonly CandidateList _candidates;
    private readonly ImmutableArray<string> _scale;
    private readonly BallotFolder _folder;

    /// <summary>Makes a builder.</summary>
    /// <param name="candidates">The candidates that ballots name by index.</param>
    /// <param name="scale">The grades from the lowest to the highest: not empty, each once.</param>
    /// <exception cref="ArgumentException">The scale is empty, or a grade is empty, spans lines, holds half a surrogate pair or occurs twice.</exception>
    public GradedProfileBuilder(CandidateList candidates, params IEnumerable<string> scale)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(scale);
        _candidates = candidates;
        _scale = [.. scale];
        if (_scale.IsEmpty || _scale.Any(grade => string.IsNullOrWhiteSpace(grade) || grade.Contains('\n', StringComparison.Ordinal) || !WellFormedText.Is(grade))
            || _scale.Distinct(StringComparer.Ordinal).Count() != _scale.Length)
        {
            throw new ArgumentException("A scale has at least one grade; each is one line of text and occurs once.", nameof(scale));
        }

        _folder = new BallotFolder(candidates, hasValues: true);
    }

    /// <summary>How many ballots were added so far.</summary>
    public long Voters => _folder.TotalWeight;

    /// <summary>How many different ballots were added so far.</summary>
    public int DistinctBallots => _folder.Count;

    /// <summary>Adds equal ballots of one or several voters.</summary>
    /// <param name="graded">Indexes of candidates in any order, each at most once; empty for an empty ballot.</param>
    /// <param name="grades">Their grades in the same order, as indexes into the scale.</param>
    /// <param name="weight">How many voters cast it: at least 1.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a candidate occurs twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index names no candidate or no grade, or the weight is not positive.</exception>
    /// <exception cref="OverflowException">All weights together exceed <see cref="long.MaxValue"/>.</exception>
    public void Add(ReadOnlySpan<int> graded, ReadOnlySpan<long> grades, long weight)
    {
        foreach (var grade in grades)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(grade, nameof(grades));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(grade, _scale.Length, nameof(grades));
        }

        if (!_folder.TryFold(graded, grades, weight, byValue: false))
        {
            throw new ArgumentException("A candidate occurs twice on a ballot.", nameof(graded));
        }
    }

    /// <summary>Adds every ballot of a profile with its weight.</summary>
    /// <param name="profile">A profile over the same candidates in the same order, with the same scale.</param>
    /// <exception cref="ArgumentException">Its candidates or its scale differ.</exception>
    /// <exception cref="OverflowException">All weights together exceed <see cref="long.MaxValue"/>; nothing was added.</exception>
    public void Add(GradedProfile profile)
    {
        ProfileParts.CheckSameCandidates(_candidates, profile);
        if (!profile.Scale.AsSpan().SequenceEqual(_scale.AsSpan()))
        {
            throw new ArgumentException("The profile has another scale of grades.", nameof(profile));
        }

        _folder.CheckWeight(profile.Voters);
        for (var ballot = 0; ballot < profile.DistinctBallots; ballot++)
        {
            _ = _folder.TryFold(profile.CandidatesOf(ballot), profile.GradesOf(ballot), profile.WeightOf(ballot), byValue: false);
        }
    }

    /// <summary>Hands the profile over; the builder is empty afterwards and can be used again.</summary>
    public GradedProfile Build() => new(_candidates, _scale, _folder.Take());
}
