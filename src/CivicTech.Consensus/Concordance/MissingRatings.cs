namespace CivicTech.Consensus.Concordance;

/// <summary>What happens where a rater did not rate an item. Missing ratings are never ranked last.</summary>
public enum MissingRatings
{
    /// <summary>Refused with an error that names the place.</summary>
    Refuse,

    /// <summary>Items that somebody did not rate are left out for all, and listed.</summary>
    ListwiseItems,

    /// <summary>Raters who did not rate every item are left out, and listed.</summary>
    ListwiseRaters,

    /// <summary>
    /// All ratings are kept: each rater ranks what they rated. W itself is undefined then; the test is the one of Durbin, Skillings and
    /// Mack, and the effect size has its own name, <see cref="IncompleteConcordance.GeneralizedW"/>.
    /// </summary>
    IncompleteBlocks,
}
