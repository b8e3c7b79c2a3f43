using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Iterated;

/// <summary>What a rank with several candidates means to an iterated count.</summary>
public enum EqualRanks
{
    /// <summary>
    /// An overvote, treated as <see cref="Transfers.BallotHandling.Overvotes"/> says. Elected candidates continue: they still receive votes.
    /// </summary>
    [JsonStringEnumMemberName("overvote")]
    Overvote,

    /// <summary>
    /// The ballot counts as every strict order of the equal candidates, each with the same part of the vote. Each part is cut off once.
    /// </summary>
    [JsonStringEnumMemberName("split")]
    Split,

    /// <summary>
    /// The same, cut off after every multiplication and division in listed order, as the program stv-rs counts in its equalized mode: to replay
    /// its counts. The last decimals depend on the listed order.
    /// </summary>
    [JsonStringEnumMemberName("split-stepwise")]
    SplitStepwise,
}
