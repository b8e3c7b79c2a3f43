using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Plans;

/// <summary>What the owner reports on after a success.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportKind>))]
public enum ReportKind
{
    /// <summary>How the money was spent.</summary>
    [JsonStringEnumMemberName("spending")]
    Spending,

    /// <summary>What it brought about.</summary>
    [JsonStringEnumMemberName("impact")]
    Impact,
}
