namespace CivicTech.Consensus.Concordance;

/// <summary>Why a statistic has no value.</summary>
public enum UndefinedReason
{
    /// <summary>Fewer than two raters are left: agreement needs a second opinion.</summary>
    FewerThanTwoRaters,

    /// <summary>Fewer than two items are left: there is nothing to put in order.</summary>
    FewerThanTwoItems,

    /// <summary>No rater tells items apart: every one gave the same value to all.</summary>
    NoVariation,

    /// <summary>Too few raters for an interval that means something: the jackknife needs five.</summary>
    TooFewRaters,

    /// <summary>All agree completely: the variation that the statistic divides by is zero.</summary>
    CompleteAgreement,

    /// <summary>Leaving out any rater changes nothing: the jackknife sees no spread, and an interval of no width would claim certainty.</summary>
    NoSpread,

    /// <summary>Raters have weights other than 1, under which the distribution of the statistic is not known.</summary>
    WeightedRaters,

    /// <summary>Ratings are missing and the statistic is defined for complete ones only.</summary>
    IncompleteRatings,

    /// <summary>The statistic needs every rater's own ratings, and only sums over raters are at hand.</summary>
    OnlySumsKnown,

    /// <summary>No two raters have enough items in common.</summary>
    NothingInCommon,

    /// <summary>So few raters and items that the distribution has no degrees of freedom.</summary>
    NoDegreesOfFreedom,

    /// <summary>One of two rows has the same value throughout: it puts nothing in order.</summary>
    ConstantRow,

    /// <summary>The test was turned off, or would take too much work.</summary>
    NotComputed,

    /// <summary>There are no answers, or a single one where the statistic needs two.</summary>
    TooFewAnswers,

    /// <summary>The mean is not positive, and the statistic would divide by it.</summary>
    MeanNotPositive,
}
