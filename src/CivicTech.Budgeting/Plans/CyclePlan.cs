using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Paper;
using CivicTech.Budgeting.Proposals;
using CivicTech.Budgeting.Realisation;
using CivicTech.Budgeting.Results;
using CivicTech.Budgeting.Voting;

namespace CivicTech.Budgeting.Plans;

/// <summary>
/// What a cycle is about and by which rules it runs: everything that residents must be able to know before they take part. Frozen, hashed and shown when it is published.
/// </summary>
/// <remarks>Texts, pictures and names stay with the host: a plan has references and opaque ids only. Equal when all that it says is equal.</remarks>
public sealed record CyclePlan
{
    /// <summary>The host's id of the cycle: 1 to 100 characters without a slash.</summary>
    public required string Id { get; init; }

    /// <summary>The host's reference to title and texts.</summary>
    public required string Description { get; init; }

    /// <summary>The one currency of the cycle.</summary>
    public required Currency Currency { get; init; }

    /// <summary>When what may be done, and by whom.</summary>
    public required CycleCalendar Calendar { get; init; }

    // A plan that was written by hand may leave out whole sections.
    /// <summary>What becomes of proposals.</summary>
    public ProposalPlan Proposals { get; init => field = value ?? new(); } = new();

    /// <summary>Areas, money, ballots and voters.</summary>
    public required VotingPlan Voting { get; init; }

    /// <summary>How ballots on paper are entered.</summary>
    public PaperPlan Paper { get; init => field = value ?? new(); } = new();

    /// <summary>What becomes of votes when the ballot must change after it was frozen.</summary>
    public MidVoteRule MidVote { get; init; }

    /// <summary>How the votes decide.</summary>
    public required CountPlan Count { get; init; }

    /// <summary>What is owed after the vote.</summary>
    public RealisationPlan Realisation { get; init => field = value ?? new(); } = new();
}
