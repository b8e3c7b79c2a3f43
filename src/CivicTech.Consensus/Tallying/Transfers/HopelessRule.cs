using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>
/// Whether all go out together who cannot reach the next candidate even with the votes of everybody behind them and every surplus, as long as
/// enough remain to fill the seats.
/// </summary>
public enum HopelessRule
{
    /// <summary>No: one at a time.</summary>
    [JsonStringEnumMemberName("one-at-a-time")]
    OneAtATime,

    /// <summary>Yes, in rounds in which there is no surplus to transfer.</summary>
    [JsonStringEnumMemberName("together")]
    Together,

    /// <summary>
    /// Yes, and before a surplus is transferred or anybody but the last to be elected is declared elected. (Minneapolis.)
    /// </summary>
    [JsonStringEnumMemberName("before-surpluses")]
    BeforeSurpluses,
}
