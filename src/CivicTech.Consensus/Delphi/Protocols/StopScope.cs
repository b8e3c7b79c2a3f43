using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Delphi.Protocols;

/// <summary>Which panels stop.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StopScope>))]
public enum StopScope
{
    /// <summary>Each that has reached it; the others go on.</summary>
    [JsonStringEnumMemberName("each-panel")]
    EachPanel,

    /// <summary>All together, when every one has reached it.</summary>
    [JsonStringEnumMemberName("all-panels")]
    AllPanels,
}
