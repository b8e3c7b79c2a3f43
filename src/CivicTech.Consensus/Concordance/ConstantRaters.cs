namespace CivicTech.Consensus.Concordance;

/// <summary>What happens with raters who gave the same value to every item. They are always listed.</summary>
public enum ConstantRaters
{
    /// <summary>Left out: who tells nothing apart neither agrees nor disagrees.</summary>
    Exclude,

    /// <summary>
    /// Counted among the raters, as other programs do: W falls by the share of raters who are constant, exact p stays. They have no part
    /// in mean Spearman correlations, nor in the test for incomplete ratings.
    /// </summary>
    Count,

    /// <summary>Refused with an error that names them.</summary>
    Reject,
}
