using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Iterated;

/// <summary>
/// Whether candidates go out while surpluses are still being distributed, because not even all of these votes would bring them to the next
/// candidate. It shortens the count; who is elected can depend on it in the last decimals only.
/// </summary>
public enum SureLosers
{
    /// <summary>No: nobody goes out before the surpluses are distributed.</summary>
    [JsonStringEnumMemberName("wait")]
    Wait,

    /// <summary>The last one goes out. (New Zealand.)</summary>
    [JsonStringEnumMemberName("last")]
    Last,

    /// <summary>All go out together who stay behind the next one even with the votes of all behind them, while enough remain for the seats.</summary>
    [JsonStringEnumMemberName("together")]
    Together,
}
