using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Voting;

/// <summary>In which areas a voter may cast a ballot. At most one ballot an area, always.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AreaAccess>))]
public enum AreaAccess
{
    /// <summary>In the own area, by residence, and in those of the whole city.</summary>
    [JsonStringEnumMemberName("own-and-whole-city")]
    OwnAndWholeCity,

    /// <summary>In one area, any.</summary>
    [JsonStringEnumMemberName("one-area")]
    OneArea,

    /// <summary>In one area of each group, any; areas without a group stand alone.</summary>
    [JsonStringEnumMemberName("one-per-group")]
    OnePerGroup,

    /// <summary>In all areas.</summary>
    [JsonStringEnumMemberName("all-areas")]
    AllAreas,

    /// <summary>In the own area, by residence, in those of the whole city, and in one other of choice.</summary>
    [JsonStringEnumMemberName("own-and-one-other")]
    OwnAndOneOther,
}
