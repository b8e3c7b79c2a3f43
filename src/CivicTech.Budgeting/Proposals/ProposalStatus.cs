using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Proposals;

/// <summary>Where a proposal stands. Whether the public sees it is another matter: see <see cref="Proposal.IsShownAt"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProposalStatus>))]
public enum ProposalStatus
{
    /// <summary>There is no such proposal yet.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>Handed in; whether it meets the criteria is being looked at.</summary>
    [JsonStringEnumMemberName("submitted")]
    Submitted,

    /// <summary>It meets the criteria; whether it can be done is being studied.</summary>
    [JsonStringEnumMemberName("admissible")]
    Admissible,

    /// <summary>A criterion is not met.</summary>
    [JsonStringEnumMemberName("inadmissible")]
    Inadmissible,

    /// <summary>It can be done.</summary>
    [JsonStringEnumMemberName("feasible")]
    Feasible,

    /// <summary>It cannot be done.</summary>
    [JsonStringEnumMemberName("infeasible")]
    Infeasible,

    /// <summary>An author appealed against a decision, and waits for another.</summary>
    [JsonStringEnumMemberName("appealed")]
    Appealed,

    /// <summary>Chosen for the vote.</summary>
    [JsonStringEnumMemberName("shortlisted")]
    Shortlisted,

    /// <summary>It could be done, and was not chosen for the vote.</summary>
    [JsonStringEnumMemberName("not-shortlisted")]
    NotShortlisted,

    /// <summary>On the official ballot; what becomes of it then is told by the result.</summary>
    [JsonStringEnumMemberName("on-ballot")]
    OnBallot,

    /// <summary>It left the official ballot after it was frozen.</summary>
    [JsonStringEnumMemberName("off-ballot")]
    OffBallot,

    /// <summary>Part of a new proposal, with others.</summary>
    [JsonStringEnumMemberName("grouped")]
    Grouped,

    /// <summary>Several new proposals took its place.</summary>
    [JsonStringEnumMemberName("split")]
    Split,

    /// <summary>Taken back.</summary>
    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn,
}
