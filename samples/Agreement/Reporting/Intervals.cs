using CivicTech.Consensus.Concordance;

namespace Agreement.Reporting;

/// <summary>Why an estimate has no interval.</summary>
internal static class Intervals
{
    internal static string WhyNone(JackknifeEstimate estimate) => estimate.NoInterval switch
    {
        UndefinedReason.TooFewRaters => "it needs five raters or more",
        UndefinedReason.CompleteAgreement => "all raters, or all but one, agree completely",
        UndefinedReason.NoSpread => "leaving out any one rater changes nothing, so there is no spread to tell it from",
        var reason => $"undefined: {reason}",
    };
}
