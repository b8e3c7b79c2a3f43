namespace CivicTech.Consensus.Auditing;

/// <summary>What the sum of squared deviations of n answers is divided by.</summary>
public enum StandardDeviationKind
{
    /// <summary>The table does not say: an SD is accepted if either way gives it.</summary>
    Unknown,

    /// <summary>By n - 1.</summary>
    Sample,

    /// <summary>By n.</summary>
    Population,
}
