using CivicTech.Consensus.Delphi.Answers;

namespace CivicTech.Consensus.Delphi.Criteria;

/// <summary>Neighbouring answers, both ends included.</summary>
public sealed record AnswerRange
{
    /// <summary>The lowest answer.</summary>
    public required int Lowest { get; init; }

    /// <summary>The highest answer; may be the lowest.</summary>
    public required int Highest { get; init; }

    /// <summary>Both ends: <c>7 to 9</c>.</summary>
    public override string ToString() => $"{RatingScale.Text(Lowest)} to {RatingScale.Text(Highest)}";

    internal bool Meets(AnswerRange other) => Lowest <= other.Highest && other.Lowest <= Highest;
}
