using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Delphi.Protocols;

/// <summary>What becomes of an item after a round.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ItemAction>))]
public enum ItemAction
{
    /// <summary>It is asked again.</summary>
    [JsonStringEnumMemberName("ask-again")]
    AskAgain,

    /// <summary>It is kept with what was answered, and not asked again.</summary>
    [JsonStringEnumMemberName("settle")]
    Settle,

    /// <summary>It is dropped.</summary>
    [JsonStringEnumMemberName("drop")]
    Drop,
}
