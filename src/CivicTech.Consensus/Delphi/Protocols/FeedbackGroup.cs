using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Delphi.Protocols;

/// <summary>Whose answers an expert is shown.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FeedbackGroup>))]
public enum FeedbackGroup
{
    /// <summary>Those of everybody who rates the item.</summary>
    [JsonStringEnumMemberName("all-raters")]
    AllRaters,

    /// <summary>Those of the expert's own role: the stakeholder group.</summary>
    [JsonStringEnumMemberName("own-role")]
    OwnRole,
}
