using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Effects;

/// <summary>Who is to be told.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Audience>))]
public enum Audience
{
    /// <summary>The backer of the pledge.</summary>
    [JsonStringEnumMemberName("backer")]
    Backer,

    /// <summary>All backers.</summary>
    [JsonStringEnumMemberName("backers")]
    Backers,

    /// <summary>The owner of the campaign.</summary>
    [JsonStringEnumMemberName("owner")]
    Owner,

    /// <summary>Who runs the platform.</summary>
    [JsonStringEnumMemberName("host")]
    Host,
}
