using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Cycles;

/// <summary>Where a cycle stands. What may be done when, within a status, its calendar says.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CycleStatus>))]
public enum CycleStatus
{
    /// <summary>There is no cycle yet.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>Planned, and not yet published: everything may be changed.</summary>
    [JsonStringEnumMemberName("draft")]
    Draft,

    /// <summary>The plan is published and frozen: proposals are collected, reviewed and chosen.</summary>
    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>It is fixed what can be voted on, and the vote has not begun.</summary>
    [JsonStringEnumMemberName("ballot-frozen")]
    BallotFrozen,

    /// <summary>The vote has begun.</summary>
    [JsonStringEnumMemberName("voting")]
    Voting,

    /// <summary>The vote is over; the ballot box is being sealed, voters and ballots are being separated.</summary>
    [JsonStringEnumMemberName("sealing")]
    Sealing,

    /// <summary>Sealed: no ballot can come in or change, and nobody can tell any more whose a ballot is.</summary>
    [JsonStringEnumMemberName("closed")]
    Closed,

    /// <summary>Counted, and not yet certified.</summary>
    [JsonStringEnumMemberName("counted")]
    Counted,

    /// <summary>The result is certified, and not yet published.</summary>
    [JsonStringEnumMemberName("certified")]
    Certified,

    /// <summary>The result is published; funded projects are being realised.</summary>
    [JsonStringEnumMemberName("published")]
    Published,

    /// <summary>Every funded project is finished or abandoned.</summary>
    [JsonStringEnumMemberName("completed")]
    Completed,

    /// <summary>Ended without a result.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,
}
