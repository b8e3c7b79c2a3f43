using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Effects;

/// <summary>Who is to be told. The cycle holds who they are: authors and followers in its documents, voters in the ballot box.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Audience>))]
public enum Audience
{
    /// <summary>The authors of the proposal.</summary>
    [JsonStringEnumMemberName("authors")]
    Authors,

    /// <summary>The followers of the project.</summary>
    [JsonStringEnumMemberName("followers")]
    Followers,

    /// <summary>The voters whose ballots had lines for the project.</summary>
    [JsonStringEnumMemberName("voters")]
    Voters,

    /// <summary>Everybody.</summary>
    [JsonStringEnumMemberName("public")]
    Public,

    /// <summary>Who runs the platform.</summary>
    [JsonStringEnumMemberName("host")]
    Host,
}
