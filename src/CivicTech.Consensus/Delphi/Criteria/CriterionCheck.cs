using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Criteria;

/// <summary>What several criteria check alike.</summary>
internal static class CriterionCheck
{
    internal static IEnumerable<string> Share(string member, Rational share)
    {
        if (share <= 0 || share > 1)
        {
            yield return $"{member}: {share}, expected a share above 0, at most 1";
        }
    }

    internal static IEnumerable<string> NotNegative(string member, Rational number)
    {
        if (number < 0)
        {
            yield return $"{member}: {number}, expected 0 or more";
        }
    }

    internal static IEnumerable<string> OnScale(string member, Rational number, RatingScale scale)
    {
        if (number < scale.Lowest || number > scale.Highest)
        {
            yield return $"{member}: {number}, expected from {scale}";
        }
    }

    internal static IEnumerable<string> Range(string member, AnswerRange? range, RatingScale scale)
    {
        if (range is null)
        {
            yield return $"{member}: missing, expected a range of answers";
        }
        else if (range.Lowest > range.Highest || !scale.Contains(range.Lowest) || !scale.Contains(range.Highest))
        {
            yield return $"{member}: {range}, expected answers in ascending order from {scale}";
        }
    }

    internal static IEnumerable<string> Apart(string member, AnswerRange range, AnswerRange other)
    {
        if (range.Meets(other))
        {
            yield return $"{member}: {range}, expected no answer of {other}";
        }
    }

    internal static IEnumerable<string> Rule(string member, QuantileRule rule, bool quartersOnly)
    {
        if (!Enum.IsDefined(rule))
        {
            yield return $"{member}: {rule}, expected a rule of quantiles";
        }
        else if (!quartersOnly && rule is QuantileRule.TukeyHinges)
        {
            yield return $"{member}: {rule}, expected a rule for other shares than quarters";
        }
    }

    /// <summary>The problems of a criterion within another.</summary>
    internal static IEnumerable<string> Within(string member, ConsensusCriterion? criterion, RatingScale scale) =>
        criterion is null ? [$"{member}: missing, expected a criterion"] : criterion.Check(scale).Select(problem => $"{member}.{problem}");
}
