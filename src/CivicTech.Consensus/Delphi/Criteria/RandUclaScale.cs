using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Criteria;

/// <summary>The scale of the RAND/UCLA appropriateness method and its three regions.</summary>
internal static class RandUclaScale
{
    private static readonly RatingScale Scale = RatingScale.Of(1, 9);

    /// <summary>Medians between two regions belong to the higher one.</summary>
    internal static AnswerRange RegionOf(Rational median) =>
        median < new Rational(7, 2) ? new() { Lowest = 1, Highest = 3 }
        : median < new Rational(13, 2) ? new() { Lowest = 4, Highest = 6 }
        : new() { Lowest = 7, Highest = 9 };

    internal static ConsensusVerdict VerdictOf(AnswerRange region) => region.Lowest switch
    {
        1 => ConsensusVerdict.Out,
        7 => ConsensusVerdict.In,
        _ => ConsensusVerdict.None,
    };

    internal static IEnumerable<string> Check(RatingScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        if (scale != Scale)
        {
            yield return $"kind: the scale is {scale}, expected {Scale}, for which the method is made";
        }
    }
}
