using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Proposals;

/// <summary>In what capacity somebody proposes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SubmitterKind>))]
public enum SubmitterKind
{
    /// <summary>For oneself.</summary>
    [JsonStringEnumMemberName("individual")]
    Individual,

    /// <summary>With others, without a legal form.</summary>
    [JsonStringEnumMemberName("collective")]
    Collective,

    /// <summary>For an association.</summary>
    [JsonStringEnumMemberName("association")]
    Association,

    /// <summary>For a council: of a neighbourhood, of young people.</summary>
    [JsonStringEnumMemberName("council")]
    Council,

    /// <summary>Otherwise.</summary>
    [JsonStringEnumMemberName("other")]
    Other,
}
