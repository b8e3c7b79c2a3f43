using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Proposals;

/// <summary>When the public sees what people write, and whether it can be hidden.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ModerationMode>))]
public enum ModerationMode
{
    /// <summary>Shown at once; moderators may hide it.</summary>
    [JsonStringEnumMemberName("publish-first")]
    PublishFirst,

    /// <summary>A proposal is shown some hours after it was handed in, so that moderators may hide it before; comments are shown at once.</summary>
    [JsonStringEnumMemberName("hold")]
    Hold,

    /// <summary>Shown at once, and never hidden.</summary>
    [JsonStringEnumMemberName("none")]
    None,
}
