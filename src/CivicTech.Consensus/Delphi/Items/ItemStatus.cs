using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Delphi.Items;

/// <summary>Where an item stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ItemStatus>))]
public enum ItemStatus
{
    /// <summary>Asked in the next round, if there is one.</summary>
    [JsonStringEnumMemberName("open")]
    Open,

    /// <summary>Kept with the answers it has.</summary>
    [JsonStringEnumMemberName("settled")]
    Settled,

    /// <summary>Taken out before the first round.</summary>
    [JsonStringEnumMemberName("screened-out")]
    ScreenedOut,

    /// <summary>Dropped after a round.</summary>
    [JsonStringEnumMemberName("dropped")]
    Dropped,

    /// <summary>Part of another item now.</summary>
    [JsonStringEnumMemberName("merged")]
    Merged,
}
