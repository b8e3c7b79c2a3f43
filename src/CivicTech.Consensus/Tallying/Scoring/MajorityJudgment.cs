using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>Voters grade; whose middle grade is highest wins.</summary>
/// <remarks>
/// <para>Formula: with n ballots the majority grade of a candidate is the grade at position floor((n + 1) / 2) of its grades in rising order,
/// the lower of two middle ones. <see cref="JudgmentTies"/> tells equal ones apart. Figures: <c>median</c>, the index of the majority grade;
/// <c>above</c> and <c>below</c>, how many voters grade the candidate higher and lower than that.</para>
/// <para>O(entries + m log m * g) for m candidates and g grades, whatever the number of voters.</para>
/// <para>Sources: M. Balinski and R. Laraki, "A theory of measuring, electing, and ranking", PNAS 104 (2007), and "Majority Judgment" (2011);
/// A. Fabre, "Tie-breaking the highest median: alternatives to the majority judgment", Social Choice and Welfare 56 (2021).</para>
/// </remarks>
public sealed class MajorityJudgment : OrderingRule
{
    /// <summary>The id of this version: <c>majority-judgment@1</c>.</summary>
    public const string RuleId = "majority-judgment@1";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Id => RuleId;

    /// <summary>What tells candidates of the same majority grade apart.</summary>
    public JudgmentTies JudgmentTies { get; init; } = JudgmentTies.Removal;

    /// <summary>What a missing grade means.</summary>
    public MissingGrades MissingGrades { get; init; } = MissingGrades.Lowest;

    private protected override IReadOnlyCollection<string> FigureNames => ["median", "above", "below"];

    /// <inheritdoc />
    public override JsonObject DescribeOptions() => RuleOptions.Write(this, ScoringOptionsContext.Default.MajorityJudgment);

    private protected override CandidateOrder Order(Profile profile, TieJudge judge, CancellationToken cancellation)
    {
        if (profile is not GradedProfile graded)
        {
            throw new ArgumentException($"Majority judgment is counted from graded ballots, not from {profile.Kind} ballots.", nameof(profile));
        }

        var table = new GradeTable(graded, MissingGrades);
        var candidates = Enumerable.Range(0, profile.Candidates.Count);
        var places = candidates.Select(candidate => new Place(table, candidate, JudgmentTies, JudgmentTies == JudgmentTies.Removal ? default : table.Gauge(candidate, JudgmentTies)));
        return new CandidateOrder
        {
            Groups = CandidateOrder.ByHighest([.. places]),
            Figures =
            [
                new("median", [.. table.Median.Select(grade => (Rational)grade)]),
                new("above", [.. candidates.Select(candidate => (Rational)table.Above(candidate))]),
                new("below", [.. candidates.Select(candidate => (Rational)table.Below(candidate))]),
            ],
            Notes = [.. candidates.Select(candidate => $"{profile.Candidates[candidate]}: {graded.Scale[table.Median[candidate]]}.")],
        };
    }

    private readonly record struct Place(GradeTable Table, int Candidate, JudgmentTies Ties, Rational Gauge) : IComparable<Place>
    {
        public int CompareTo(Place other) => Ties == JudgmentTies.Removal
            ? Table.CompareByRemoval(Candidate, other.Candidate)
            : (Table.Median[Candidate], Gauge).CompareTo((other.Table.Median[other.Candidate], other.Gauge));
    }
}
