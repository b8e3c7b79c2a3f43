using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>Sequentially Spent Score: every voter has as many stars as the highest score, and spends on the elected what it gave them.</summary>
/// <remarks>
/// <para>Formula: a ballot that scores s and has r stars left gives min(s, r) (<see cref="StarSpending.Cap"/>) or s r / M, with M the highest
/// score (<see cref="StarSpending.Scale"/>). A seat costs at most the quota Q = voters * M / seats: when the elected one has P &gt; Q points,
/// each supporter pays only the part Q / P of what it gave.</para>
/// <para>Source: K. Edmonds, electowiki.org, "Sequentially Spent Score".</para>
/// </remarks>
public sealed class SequentiallySpentScore : SequentialScoreRule
{
    /// <summary>The id of this version: <c>sequentially-spent-score@1</c>.</summary>
    public const string RuleId = "sequentially-spent-score@1";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Id => RuleId;

    /// <summary>What a ballot still gives when stars were spent.</summary>
    public StarSpending Spending { get; init; } = StarSpending.Cap;

    /// <inheritdoc />
    public override JsonObject DescribeOptions() => RuleOptions.Write(this, ScoringOptionsContext.Default.SequentiallySpentScore);

    private protected override ScoreAccount Open(ScoreSheet sheet, int seats) => new ScoreBook(sheet, seats, Spending);

    private sealed class ScoreBook : ScoreAccount
    {
        private readonly Rational _quota;
        private readonly StarSpending _spending;

        internal ScoreBook(ScoreSheet sheet, int seats, StarSpending spending)
            : base(sheet)
        {
            _quota = sheet.Profile.Voters * sheet.Maximum / seats;
            _spending = spending;
            Left = All(sheet, sheet.Maximum);
        }

        internal override Rational[] Points() =>
            _spending == StarSpending.Scale ? [.. WeightedPoints().Select(points => points / Sheet.Maximum)] : CappedPoints();

        internal override void Spend(int winner, Rational points)
        {
            if (points.IsZero)
            {
                return;
            }

            var part = Rational.Min(Rational.One, _quota / points);
            for (var ballot = 0; ballot < Left.Length; ballot++)
            {
                var score = ScoreOf(ballot, winner);
                Left[ballot] -= part * (_spending == StarSpending.Scale ? score * Left[ballot] / Sheet.Maximum : Rational.Min(score, Left[ballot]));
            }
        }

        private Rational[] CappedPoints()
        {
            var points = new Rational[Sheet.Candidates.Count];
            foreach (var same in Enumerable.Range(0, Left.Length).GroupBy(ballot => Left[ballot]))
            {
                var below = new Int128[points.Length];
                var capped = new Int128[points.Length];
                var cap = (same.Key / Sheet.Unit).Floor();
                foreach (var ballot in same)
                {
                    var named = Sheet.Profile.CandidatesOf(ballot);
                    var scores = Sheet.Profile.ScoresOf(ballot);
                    var weight = Sheet.Profile.WeightOf(ballot);
                    for (var i = 0; i < named.Length; i++)
                    {
                        checked
                        {
                            _ = scores[i] <= cap ? below[named[i]] += (Int128)scores[i] * weight : capped[named[i]] += weight;
                        }
                    }
                }

                for (var candidate = 0; candidate < points.Length; candidate++)
                {
                    points[candidate] += ((System.Numerics.BigInteger)below[candidate] * Sheet.Unit) + ((System.Numerics.BigInteger)capped[candidate] * same.Key);
                }
            }

            return points;
        }
    }
}
