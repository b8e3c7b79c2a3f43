using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Plans;

/// <summary>Who may see a campaign, and pledge to it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Visibility>))]
public enum Visibility
{
    /// <summary>Everybody.</summary>
    [JsonStringEnumMemberName("public")]
    Public,

    /// <summary>Whoever knows where it is; it stands in no list.</summary>
    [JsonStringEnumMemberName("unlisted")]
    Unlisted,

    /// <summary>Only who was invited. The host checks that, also for who guesses an id, and says so with each pledge.</summary>
    [JsonStringEnumMemberName("private")]
    Private,
}
