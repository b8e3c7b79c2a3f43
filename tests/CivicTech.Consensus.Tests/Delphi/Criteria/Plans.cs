using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Consensus.Delphi.Criteria;

namespace CivicTech.Tests.Consensus.Delphi.Criteria;

/// <summary>One criterion of each kind, usable on 1 to 9, with every member set.</summary>
internal static class Plans
{
    internal static RatingScale Nine { get; } = RatingScale.Of(1, 9);

    internal static PercentAgreement Percent { get; } = new() { Lowest = 7, Highest = 9, AtLeast = new(3, 4), Out = new() { Lowest = 1, Highest = 3 } };

    internal static MedianAndRange Median { get; } = new() { Quantiles = QuantileRule.Weibull, RangeAtMost = 2, MedianAtLeast = new(13, 2), MedianAtMost = 3 };

    internal static RandUcla RandUcla { get; } = new() { Quantiles = QuantileRule.Linear };

    internal static MeanAgainstNeutral Mean { get; } = new() { Neutral = 5, AtNeutral = AtNeutral.Undecided };

    internal static VariationAtMost Variation { get; } = new() { AtMost = new(1, 2) };

    internal static AnswersAtLeast Enough { get; } = new() { Fewest = 3, Criterion = Mean };

    internal static AllOf Both { get; } = new() { Criteria = [Mean, Variation] };

    internal static EveryRole EveryRole { get; } = new() { Criterion = CometCriterion.Comet7015, Roles = ["clinicians", "patients"] };

    internal static CustomCriterion Custom { get; } = new() { Rule = "host:two-thirds@1" };

    internal static IReadOnlyList<ConsensusCriterion> All { get; } =
        [Percent, CometCriterion.Comet7015, Median, RandUcla, new RandUclaCounts(), Mean, Variation, Enough, Both, EveryRole, Custom];
}
