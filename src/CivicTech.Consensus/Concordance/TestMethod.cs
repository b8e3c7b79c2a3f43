namespace CivicTech.Consensus.Concordance;

/// <summary>How a p-value was found.</summary>
public enum TestMethod
{
    /// <summary>Exact: every arrangement that chance can bring was counted, of rankings with ties as they are.</summary>
    Exact,

    /// <summary>Monte Carlo: random permutations, of rankings within raters, p = (1 + those at least as extreme) / (1 + permutations).</summary>
    Permutation,

    /// <summary>The F approximation of Kendall and Babington Smith (1939), degrees of freedom n - 1 - 2/m and (m - 1) times that.</summary>
    F,

    /// <summary>The same F with their continuity correction.</summary>
    FWithContinuity,

    /// <summary>The F approximation of Iman and Davenport (1980), degrees of freedom n - 1 and (n - 1)(m - 1).</summary>
    ImanDavenport,

    /// <summary>The chi-square approximation of Friedman (1937); far too cautious for few raters.</summary>
    ChiSquare,

    /// <summary>The normal approximation.</summary>
    Normal,

    /// <summary>Student's t.</summary>
    StudentT,

    /// <summary>The range of normal variables with known variance (Nemenyi 1963).</summary>
    StudentizedRange,
}
