using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>Reweighted range voting (RRV): a ballot weighs the less, the higher it scores those already elected.</summary>
/// <remarks>
/// <para>Formula: with M the highest score and s the sum of a ballot's scores for the elected, its weight is C / (C + s), where C = M
/// (<see cref="RangeDivisors.DHondt"/>) or M / 2 (<see cref="RangeDivisors.SainteLague"/>).</para>
/// <para>Source: W. D. Smith, "Reweighted range voting: a PR voting method that feels like range voting", rangevoting.org/RRV.html (2004).</para>
/// </remarks>
public sealed class ReweightedRange : SequentialScoreRule
{
    /// <summary>The id of this version: <c>reweighted-range@1</c>.</summary>
    public const string RuleId = "reweighted-range@1";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Id => RuleId;

    /// <summary>After which method of dividing seats weights fall.</summary>
    public RangeDivisors Divisors { get; init; } = RangeDivisors.DHondt;

    /// <inheritdoc />
    public override JsonObject DescribeOptions() => RuleOptions.Write(this, ScoringOptionsContext.Default.ReweightedRange);

    private protected override ScoreAccount Open(ScoreSheet sheet, int seats) => new ScoreBook(sheet, Divisors == RangeDivisors.DHondt ? sheet.Maximum : sheet.Maximum / 2);

    private sealed class ScoreBook : ScoreAccount
    {
        private readonly Rational _constant;
        private readonly Rational[] _given;

        internal ScoreBook(ScoreSheet sheet, Rational constant)
            : base(sheet)
        {
            _constant = constant;
            _given = All(sheet, Rational.Zero);
            Left = All(sheet, Rational.One);
        }

        internal override Rational[] Points() => WeightedPoints();

        internal override void Spend(int winner, Rational points)
        {
            for (var ballot = 0; ballot < Left.Length; ballot++)
            {
                _given[ballot] += ScoreOf(ballot, winner);
                Left[ballot] = _constant / (_constant + _given[ballot]);
            }
        }
    }
}
