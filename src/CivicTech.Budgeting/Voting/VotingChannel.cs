using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Voting;

/// <summary>How a ballot came.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VotingChannel>))]
public enum VotingChannel
{
    /// <summary>By the voter's own click, at home or in a polling place.</summary>
    [JsonStringEnumMemberName("online")]
    Online,

    /// <summary>On paper, entered by officers.</summary>
    [JsonStringEnumMemberName("paper")]
    Paper,
}
