using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Paper;

/// <summary>Where a batch stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BatchStatus>))]
public enum BatchStatus
{
    /// <summary>Cards are entered.</summary>
    [JsonStringEnumMemberName("open")]
    Open,

    /// <summary>Every card is accounted for; a correction opens it again.</summary>
    [JsonStringEnumMemberName("reconciled")]
    Reconciled,
}
