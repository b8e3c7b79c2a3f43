using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>Where the value at which a ballot of a surplus is transferred is cut off.</summary>
public enum TransferRounding
{
    /// <summary>Once: value · surplus / total, cut off. (Scotland.)</summary>
    [JsonStringEnumMemberName("paper")]
    Paper,

    /// <summary>Twice: surplus / total is cut off, and so is its product with the value. (Minneapolis; RCTab.)</summary>
    [JsonStringEnumMemberName("fraction-then-paper")]
    FractionThenPaper,
}
