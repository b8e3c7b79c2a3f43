using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Paper;

/// <summary>Why a card is no ballot; or, <see cref="LinesReleased"/> alone, why not all that it says counts.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CardFlaw>))]
public enum CardFlaw
{
    /// <summary>It cannot be read.</summary>
    [JsonStringEnumMemberName("unreadable")]
    Unreadable,

    /// <summary>It is not signed.</summary>
    [JsonStringEnumMemberName("not-signed")]
    NotSigned,

    /// <summary>Nobody compared it with a document of the voter.</summary>
    [JsonStringEnumMemberName("identity-not-checked")]
    IdentityNotChecked,

    /// <summary>The roll does not have the voter whom it names.</summary>
    [JsonStringEnumMemberName("voter-unknown")]
    VoterUnknown,

    /// <summary>The voter does not vote, or not in these areas.</summary>
    [JsonStringEnumMemberName("not-entitled")]
    NotEntitled,

    /// <summary>The voter's ballot is there already, and that one counts; or the two void each other.</summary>
    [JsonStringEnumMemberName("already-used")]
    AlreadyUsed,

    /// <summary>It was handed in when no vote was taken: after the end.</summary>
    [JsonStringEnumMemberName("received-late")]
    ReceivedLate,

    /// <summary>It names no project, where one must be named.</summary>
    [JsonStringEnumMemberName("blank")]
    Blank,

    /// <summary>It names too many projects.</summary>
    [JsonStringEnumMemberName("too-many-projects")]
    TooManyProjects,

    /// <summary>The projects that it names cost more than the budget.</summary>
    [JsonStringEnumMemberName("over-budget")]
    OverBudget,

    /// <summary>It breaks another rule of the ballot: a project that is not on it, or twice; too few projects; values that are none.</summary>
    [JsonStringEnumMemberName("not-by-the-rules")]
    NotByTheRules,

    /// <summary>It names projects that left the ballot before it was entered: those lines do not count, and a voter whom it names is told so. A card is valid all the same when what is left is a ballot.</summary>
    [JsonStringEnumMemberName("lines-released")]
    LinesReleased,
}
