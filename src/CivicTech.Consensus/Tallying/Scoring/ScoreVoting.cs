using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>Who is scored highest wins (range voting): by the sum of scores, or by the mean of those who gave one.</summary>
/// <remarks>
/// <para>Takes score ballots of any range, also with negative scores. By the mean, whom nobody scored stands behind everybody else, however
/// low the others are; its figure is 0. Figures: <c>points</c>, the sum; <c>average</c>, the mean that <see cref="MissingScores"/> asks for;
/// <c>votes</c>, how many scored the candidate. O(entries + m log m) for m candidates.</para>
/// <para>Source: W. D. Smith, "Range voting", rangevoting.org (2000); the mean is what it calls averaging with blanks.</para>
/// </remarks>
public sealed class ScoreVoting : OrderingRule
{
    /// <summary>The id of this version: <c>score-voting@1</c>.</summary>
    public const string RuleId = "score-voting@1";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Id => RuleId;

    /// <summary>What a missing score means.</summary>
    public MissingScores MissingScores { get; init; } = MissingScores.Zero;

    private protected override IReadOnlyCollection<string> FigureNames => ["points", "average", "votes"];

    /// <inheritdoc />
    public override JsonObject DescribeOptions() => RuleOptions.Write(this, ScoringOptionsContext.Default.ScoreVoting);

    private protected override CandidateOrder Order(Profile profile, TieJudge judge, CancellationToken cancellation)
    {
        if (profile is not CardinalProfile cardinal)
        {
            throw new ArgumentException($"Scores are counted from score ballots, not from {profile.Kind} ballots.", nameof(profile));
        }

        var points = cardinal.SumScores();
        var scorers = profile.CountVoters();
        Rational[] averages =
        [
            .. points.Select((sum, candidate) => (MissingScores == MissingScores.Zero ? profile.Voters : scorers[candidate]) is > 0 and var voters ? sum / voters : Rational.Zero),
        ];
        var groups = MissingScores == MissingScores.Zero
            ? CandidateOrder.ByHighest(points)
            : CandidateOrder.ByHighest([.. averages.Select((average, candidate) => (scorers[candidate] > 0, average))]);
        return new CandidateOrder
        {
            Groups = groups,
            Figures = [new("points", [.. points]), new("average", [.. averages]), new("votes", [.. scorers.Select(voters => (Rational)voters)])],
        };
    }
}
