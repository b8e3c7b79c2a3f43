using System.Text.Json.Serialization;
using CivicTech.Ballots;
using CivicTech.Budgeting.Voting.Refusals;
using CivicTech.Processes.Checks;

namespace CivicTech.Budgeting.Voting.Designs;

/// <summary>The voter hands out points. A line gives at least one point.</summary>
public sealed record PointsDesign : BallotDesign
{
    /// <summary>How many points a voter has; 0 means none.</summary>
    public required long Points { get; init; }

    /// <summary>The most points that one project gets; null when only the points at hand limit them, 0 means none.</summary>
    public long? MaximumPerProject { get; init; }

    /// <summary>Whether all points must be handed out; otherwise at most all.</summary>
    public bool MustUseAll { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override ProfileKind Kind => ProfileKind.Cardinal;

    internal override int? Most => null;

    internal override bool HasValues => true;

    internal override (long Least, long Most) Values => (1, MaximumPerProject ?? Points);

    internal override IEnumerable<PlanProblem> Problems()
    {
        foreach (var problem in base.Problems())
        {
            yield return problem;
        }

        if (Points is < 0 or > int.MaxValue)
        {
            yield return new("points", $"0 to {int.MaxValue}, where 0 means none");
        }

        if (MaximumPerProject < 0 || MaximumPerProject > Points)
        {
            yield return new("maximumPerProject", "0 to all points, where 0 means none");
        }

        if (Minimum > 0 && (Minimum > Points || MaximumPerProject == 0))
        {
            yield return new("minimum", "at most the points that can be handed out: a line takes one at least");
        }

        if (MustUseAll && MaximumPerProject == 0 && Points > 0)
        {
            yield return new("mustUseAll", "points that can be handed out");
        }
    }

    internal override ProfileCounter NewCounter(CandidateList candidates) => new CardinalCounter(candidates);

    private protected override void CheckMore(in BallotDraft draft, ref RefusalList refusals)
    {
        Int128 sum = 0;
        foreach (var value in draft.Values)
        {
            sum += Math.Max(0, value);
        }

        if (sum > Points)
        {
            refusals.Add(VotingRefusals.TooManyPoints.With(("area", draft.Area), ("most", Text(Points)), ("count", Text(sum))));
        }
        else if (sum < Points && MustUseAll && draft.IsComplete)
        {
            refusals.Add(VotingRefusals.PointsLeft.With(("area", draft.Area), ("most", Text(Points)), ("count", Text(sum))));
        }
    }
}
