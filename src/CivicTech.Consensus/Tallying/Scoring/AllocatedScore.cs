using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>
/// Allocated Score (proportional STAR voting): a Hare quota of the strongest supporters of each elected candidate has had its say.
/// </summary>
/// <remarks>
/// <para>Formula: the quota is Q = voters / seats, exact. A ballot gives its score times its weight. After an election ballots are taken in
/// groups of equal points for the elected one, the most first, as long as the group's weight fits in what is left of Q: their weight becomes 0.
/// Of the first group that does not fit, with weight W, each weight is multiplied by 1 - q / W, where q is what is left of Q. Ballots that gave
/// the elected one nothing are never taken.</para>
/// <para>Source: K. Edmonds and others, "Technical description of Allocated Score", starvoting.org, "Technical specifications", appendix F;
/// electowiki.org, "Allocated Score". The program printed there leaves the ballot at which the quota ends out of its search for the splitting
/// score, and so may take less than a quota; this rule follows the text.</para>
/// </remarks>
public sealed class AllocatedScore : SequentialScoreRule
{
    /// <summary>The id of this version: <c>allocated-score@1</c>.</summary>
    public const string RuleId = "allocated-score@1";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Id => RuleId;

    /// <summary>How much of the quota a ballot fills.</summary>
    public QuotaFilling QuotaFilling { get; init; } = QuotaFilling.Weight;

    /// <inheritdoc />
    public override JsonObject DescribeOptions() => RuleOptions.Write(this, ScoringOptionsContext.Default.AllocatedScore);

    private protected override ScoreAccount Open(ScoreSheet sheet, int seats) => new ScoreBook(sheet, (Rational)sheet.Profile.Voters / seats, QuotaFilling);

    private sealed class ScoreBook : ScoreAccount
    {
        private readonly Rational _quota;
        private readonly QuotaFilling _filling;

        internal ScoreBook(ScoreSheet sheet, Rational quota, QuotaFilling filling)
            : base(sheet)
        {
            _quota = quota;
            _filling = filling;
            Left = All(sheet, Rational.One);
        }

        internal override Rational[] Points() => WeightedPoints();

        internal override void Spend(int winner, Rational points)
        {
            var groups = Enumerable.Range(0, Left.Length)
                .GroupBy(ballot => ScoreOf(ballot, winner) * Left[ballot])
                .Where(group => group.Key.Sign > 0)
                .OrderByDescending(group => group.Key);
            var quota = _quota;
            foreach (var group in groups)
            {
                var filled = group.Aggregate(Rational.Zero, (sum, ballot) =>
                    sum + (_filling == QuotaFilling.Weight ? Left[ballot] * Sheet.Profile.WeightOf(ballot) : Sheet.Profile.WeightOf(ballot)));
                var kept = filled <= quota ? Rational.Zero : 1 - (quota / filled);
                foreach (var ballot in group)
                {
                    Left[ballot] *= kept;
                }

                quota -= filled;
                if (quota.Sign <= 0)
                {
                    return;
                }
            }
        }
    }
}
