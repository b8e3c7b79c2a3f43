using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Realisation;

/// <summary>Where a project that won the vote stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProjectStatus>))]
public enum ProjectStatus
{
    /// <summary>It won; the council has not funded it yet.</summary>
    [JsonStringEnumMemberName("awaiting-funding")]
    AwaitingFunding,

    /// <summary>The council has decided to pay for it.</summary>
    [JsonStringEnumMemberName("funded")]
    Funded,

    /// <summary>It is being studied and designed.</summary>
    [JsonStringEnumMemberName("in-study")]
    InStudy,

    /// <summary>It is being built.</summary>
    [JsonStringEnumMemberName("in-work")]
    InWork,

    /// <summary>Nothing happens for a time.</summary>
    [JsonStringEnumMemberName("suspended")]
    Suspended,

    /// <summary>It is done, and its books are closed.</summary>
    [JsonStringEnumMemberName("finished")]
    Finished,

    /// <summary>It will not be done; what was not spent is left over.</summary>
    [JsonStringEnumMemberName("abandoned")]
    Abandoned,

    /// <summary>It is done as a part of another project, which has its money.</summary>
    [JsonStringEnumMemberName("merged")]
    Merged,

    /// <summary>It no longer wins: two people decided otherwise before it was funded.</summary>
    [JsonStringEnumMemberName("overruled")]
    Overruled,
}
