using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Iterated;

/// <summary>When iterating is given up before the surplus is within its limit, because rounding keeps it from becoming smaller.</summary>
public enum IterationEnd
{
    /// <summary>When no keep factor changes any more. Keep factors are never raised, so this point is reached. (I. D. Hill's programs.)</summary>
    [JsonStringEnumMemberName("factors-stay")]
    FactorsStay,

    /// <summary>
    /// When the surplus is not smaller than in the iteration before. (The reference rule; droop, stv-rs.) That can be too early: in an iteration
    /// in which one surplus passes entirely to other elected candidates, the sum stays, above all by Warren's method.
    /// </summary>
    [JsonStringEnumMemberName("surplus-stays")]
    SurplusStays,
}
