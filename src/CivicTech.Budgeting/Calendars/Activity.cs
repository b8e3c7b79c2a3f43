using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Calendars;

/// <summary>Something that people do in a cycle, and that its calendar permits to some of them for some time.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Activity>))]
public enum Activity
{
    /// <summary>Hand in a proposal.</summary>
    [JsonStringEnumMemberName("submit")]
    Submit,

    /// <summary>Change, complete or withdraw a proposal of one's own.</summary>
    [JsonStringEnumMemberName("edit")]
    Edit,

    /// <summary>Comment on a proposal.</summary>
    [JsonStringEnumMemberName("comment")]
    Comment,

    /// <summary>Support a proposal, or take the support back.</summary>
    [JsonStringEnumMemberName("support")]
    Support,

    /// <summary>Hide or show proposals and comments.</summary>
    [JsonStringEnumMemberName("moderate")]
    Moderate,

    /// <summary>Say whether a proposal meets the criteria.</summary>
    [JsonStringEnumMemberName("assess")]
    Assess,

    /// <summary>Say whether a proposal is feasible, and what it costs.</summary>
    [JsonStringEnumMemberName("value")]
    Value,

    /// <summary>Appeal against a decision.</summary>
    [JsonStringEnumMemberName("appeal")]
    Appeal,

    /// <summary>Decide an appeal.</summary>
    [JsonStringEnumMemberName("judge-appeal")]
    JudgeAppeal,

    /// <summary>Make a proposal more precise together: meetings, a new wording.</summary>
    [JsonStringEnumMemberName("co-construct")]
    CoConstruct,

    /// <summary>Group proposals into one, or split one.</summary>
    [JsonStringEnumMemberName("group")]
    Group,

    /// <summary>Choose the proposals that come to the vote.</summary>
    [JsonStringEnumMemberName("shortlist")]
    Shortlist,

    /// <summary>Vote.</summary>
    [JsonStringEnumMemberName("vote")]
    Vote,

    /// <summary>Enter ballot papers.</summary>
    [JsonStringEnumMemberName("enter-cards")]
    EnterCards,

    /// <summary>Report how funded projects come on. An administrator always may: works outlast calendars.</summary>
    [JsonStringEnumMemberName("realise")]
    Realise,

    /// <summary>Run the cycle: publish, freeze, certify. The role <see cref="CycleRoles.Administrator"/> always may.</summary>
    [JsonStringEnumMemberName("administer")]
    Administer,
}
