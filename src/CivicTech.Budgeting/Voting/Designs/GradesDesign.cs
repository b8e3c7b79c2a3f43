using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CivicTech.Ballots;
using CivicTech.Processes.Checks;

namespace CivicTech.Budgeting.Voting.Designs;

/// <summary>The voter gives projects a grade of a named scale, as in majority judgment. A project that is not named has no grade.</summary>
public sealed record GradesDesign : BallotDesign
{
    /// <summary>The grades from the lowest to the highest, at least two, each once and one line of text.</summary>
    public required ImmutableArray<string> Scale { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override ProfileKind Kind => ProfileKind.Graded;

    internal override int? Most => null;

    internal override bool HasValues => true;

    internal override (long Least, long Most) Values => (0, Scale.Length - 1);

    /// <inheritdoc />
    public bool Equals(GradesDesign? other) => base.Equals(other) && Scale.AsSpan().SequenceEqual(other.Scale.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Scale.Length);

    internal override IEnumerable<PlanProblem> Problems()
    {
        foreach (var problem in base.Problems())
        {
            yield return problem;
        }

        if (Scale.Length < 2
            || Scale.Any(grade => !Processes.ProcessName.IsValid(grade, Processes.ProcessName.LongestId) || string.IsNullOrWhiteSpace(grade))
            || Scale.Distinct(StringComparer.Ordinal).Count() < Scale.Length)
        {
            yield return new("scale", $"at least two grades, each once, of 1 to {Processes.ProcessName.LongestId} characters, no control characters and none beyond U+FFFD");
        }
    }

    internal override ProfileCounter NewCounter(CandidateList candidates) => new GradedCounter(candidates, Scale);
}
