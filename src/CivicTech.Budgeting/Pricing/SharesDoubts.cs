namespace CivicTech.Budgeting.Pricing;

/// <summary>How often a run had to ask for exact fractions.</summary>
internal sealed class SharesDoubts
{
    /// <summary>Comparisons of two projects.</summary>
    internal long Comparisons { get; set; }

    /// <summary>Whether the supporters of a project have its cost.</summary>
    internal long Affordability { get; set; }

    /// <summary>Whether a class of voters can pay in full.</summary>
    internal long Payments { get; set; }

    /// <summary>Ties that whole numbers decide.</summary>
    internal long PlainTies { get; set; }
}
