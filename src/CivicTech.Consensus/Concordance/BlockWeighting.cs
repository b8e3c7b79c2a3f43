namespace CivicTech.Consensus.Concordance;

/// <summary>How much the ranks of a rater who rated k items count in the test for incomplete ratings. All are the same when nothing is missing.</summary>
public enum BlockWeighting
{
    /// <summary>1: Durbin (1951), and the conditional permutation statistic.</summary>
    Unit,

    /// <summary>√(12 / (k + 1)): Skillings and Mack (1981).</summary>
    SkillingsMack,

    /// <summary>1 / (k + 1): Prentice (1979).</summary>
    Prentice,
}
