using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Paper;
using CivicTech.Budgeting.Realisation;
using CivicTech.Budgeting.Results;
using CivicTech.Budgeting.Voting;
using CivicTech.Receipts;
using NodaTime;

namespace CivicTech.Budgeting.Cycles;

/// <summary>All of a cycle but its plan, proposals, projects and results: small, however many people take part.</summary>
/// <remarks>Immutable; equal when all that it says is equal.</remarks>
public sealed record CycleHead
{
    /// <summary>Where it stands.</summary>
    public CycleStatus Status { get; init; }

    /// <summary>The calendar of the plan with the extensions since; null before there is a plan.</summary>
    public CycleCalendar? Calendar { get; init; }

    /// <summary>The SHA-256 of the plan as it was published; null before.</summary>
    public Digest? Rules { get; init; }

    /// <summary>When the plan was published.</summary>
    public Instant? PublishedAt { get; init; }

    /// <summary>How many proposals were ever submitted: the next one gets the next number.</summary>
    public int ProposalsSubmitted { get; init; }

    /// <summary>The present edition of the official ballot: 1 when it is frozen, one more with every change that matters to voting; 0 before.</summary>
    public int Edition { get; init; }

    /// <summary>The digest of the present official ballot.</summary>
    public Digest? Ballot { get; init; }

    /// <summary>The commitment to the secret of lots.</summary>
    public Digest? Commitment { get; init; }

    /// <summary>The public value that decides lots together with the secret.</summary>
    public string? PublicValue { get; init; }

    /// <summary>How many changes of the ballot the ballot box has not followed yet: it is sealed when there is none.</summary>
    public int AmendmentsUnderWay { get; init; }

    /// <summary>When the vote was over.</summary>
    public Instant? VotingClosedAt { get; init; }

    /// <summary>Whether the ballot box is being sealed.</summary>
    public bool IsSealAsked { get; init; }

    /// <summary>What was in the ballot box when it was sealed; null before.</summary>
    public BoxContent? Box { get; init; }

    /// <summary>The paper channel: how many batches are open.</summary>
    public PaperHead Paper { get; init => field = value ?? new(); } = new();

    /// <summary>The result: how far it is.</summary>
    public ResultHead Results { get; init => field = value ?? new(); } = new();

    /// <summary>The projects that won: how many are under way, and what is left over.</summary>
    public RealisationHead Realisation { get; init => field = value ?? new(); } = new();
}
