using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Events;

/// <summary>How a campaign ended. What is collected in the end is another question.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CampaignOutcome>))]
public enum CampaignOutcome
{
    /// <summary>Not decided yet.</summary>
    [JsonStringEnumMemberName("open")]
    Open,

    /// <summary>It reached what it had to; later drops, refunds and disputes do not undo that.</summary>
    [JsonStringEnumMemberName("succeeded")]
    Succeeded,

    /// <summary>It did not: nobody pays, or everybody gets the money back.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>It was ended without success.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,
}
