using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Effects;

/// <summary>What somebody is to be told.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NoticeKind>))]
public enum NoticeKind
{
    /// <summary>A stage ends later than announced.</summary>
    [JsonStringEnumMemberName("stage-extended")]
    StageLonger,

    /// <summary>The cycle ended without a result.</summary>
    [JsonStringEnumMemberName("cycle-cancelled")]
    CycleOff,

    /// <summary>A project is gone from the ballot, or changed: whoever had voted for it may vote again.</summary>
    [JsonStringEnumMemberName("ballot-changed")]
    LinesReleased,

    /// <summary>The vote was declared void and begins anew.</summary>
    [JsonStringEnumMemberName("vote-restarted")]
    VoteRestarted,

    /// <summary>Something about the ballot box could not be done: a person must look.</summary>
    [JsonStringEnumMemberName("box-trouble")]
    BoxTrouble,

    /// <summary>The time for entering cards is over, and batches are not reconciled: the ballot box waits for them.</summary>
    [JsonStringEnumMemberName("paper-overdue")]
    PaperOverdue,

    // Proposals
    /// <summary>Moderators hid a proposal.</summary>
    [JsonStringEnumMemberName("proposal-hidden")]
    ProposalHidden,

    /// <summary>A proposal that was hidden is shown again.</summary>
    [JsonStringEnumMemberName("proposal-shown")]
    ProposalShown,

    /// <summary>A proposal that was eliminated is being looked at again.</summary>
    [JsonStringEnumMemberName("proposal-reopened")]
    ProposalReopened,

    /// <summary>A proposal meets the criteria.</summary>
    [JsonStringEnumMemberName("proposal-admissible")]
    ProposalAdmissible,

    /// <summary>A proposal does not meet a criterion.</summary>
    [JsonStringEnumMemberName("proposal-inadmissible")]
    ProposalInadmissible,

    /// <summary>A proposal can be done.</summary>
    [JsonStringEnumMemberName("proposal-feasible")]
    ProposalFeasible,

    /// <summary>A proposal cannot be done.</summary>
    [JsonStringEnumMemberName("proposal-infeasible")]
    ProposalInfeasible,

    /// <summary>It was said what a proposal would cost.</summary>
    [JsonStringEnumMemberName("proposal-priced")]
    ProposalPriced,

    /// <summary>An author appealed: a decision is asked for.</summary>
    [JsonStringEnumMemberName("appeal-filed")]
    AppealReceived,

    /// <summary>An appeal was upheld.</summary>
    [JsonStringEnumMemberName("appeal-upheld")]
    AppealUpheld,

    /// <summary>An appeal was rejected.</summary>
    [JsonStringEnumMemberName("appeal-rejected")]
    AppealRejected,

    /// <summary>People who met made a proposal more precise.</summary>
    [JsonStringEnumMemberName("proposal-reworded")]
    ProposalRevised,

    /// <summary>A proposal became part of a new one.</summary>
    [JsonStringEnumMemberName("proposal-grouped")]
    ProposalGrouped,

    /// <summary>New proposals took the place of one.</summary>
    [JsonStringEnumMemberName("proposal-split")]
    ProposalDivided,

    /// <summary>A proposal comes to the vote.</summary>
    [JsonStringEnumMemberName("proposal-shortlisted")]
    ProposalShortlisted,

    /// <summary>A proposal does not come to the vote.</summary>
    [JsonStringEnumMemberName("proposal-not-shortlisted")]
    ProposalNotShortlisted,

    /// <summary>The ballot is fixed, and a proposal is on it: its authors may campaign.</summary>
    [JsonStringEnumMemberName("proposal-on-ballot")]
    ProposalOnBallot,

    /// <summary>A proposal left the ballot.</summary>
    [JsonStringEnumMemberName("proposal-off-ballot")]
    ProposalOffBallot,

    /// <summary>A proposal was taken back.</summary>
    [JsonStringEnumMemberName("proposal-withdrawn")]
    ProposalTakenBack,

    // Results and realisation

    /// <summary>The result is published.</summary>
    [JsonStringEnumMemberName("result-published")]
    ResultOut,

    /// <summary>Two people decided otherwise than the count after the result was published.</summary>
    [JsonStringEnumMemberName("result-overridden")]
    ResultOverridden,

    /// <summary>A project stands elsewhere now: the detail says where, and why.</summary>
    [JsonStringEnumMemberName("project-status")]
    ProjectStatus,

    /// <summary>A milestone of a project was reached.</summary>
    [JsonStringEnumMemberName("milestone-reached")]
    MilestoneDone,

    /// <summary>A milestone of a project comes later.</summary>
    [JsonStringEnumMemberName("project-delayed")]
    ProjectDelayed,

    /// <summary>A milestone of a project was not reached in time.</summary>
    [JsonStringEnumMemberName("project-overdue")]
    ProjectOverdue,
}
