namespace CivicTech.Ballots;

/// <summary>What a ballot of a profile says about the candidates it names.</summary>
public enum ProfileKind
{
    /// <summary>The ballot approves of them.</summary>
    Approval,

    /// <summary>The ballot gives each a score (points, a distribution of money, a rating).</summary>
    Cardinal,

    /// <summary>The ballot ranks them; a rank may hold none, one or several.</summary>
    Ordinal,

    /// <summary>The ballot gives each a grade of a named scale.</summary>
    Graded,

    /// <summary>The ballot is for or against each.</summary>
    Signed,
}
