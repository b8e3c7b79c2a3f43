using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Paper;
using CivicTech.Budgeting.Plans;
using CivicTech.Budgeting.Proposals;
using CivicTech.Budgeting.Realisation;
using CivicTech.Budgeting.Results;
using CivicTech.Budgeting.Voting;
using CivicTech.Processes;

namespace CivicTech.Budgeting.Cycles;

/// <summary>A cycle: its plan, its head, and its many like things as far as they are loaded.</summary>
/// <remarks>Immutable. The parts of a state from a store are those that were asked for: see <see cref="Parts{T}"/>.</remarks>
public sealed record CycleState
{
    internal const string BallotPrefix = "ballot/";
    internal const string ProposalPrefix = "proposal/";
    internal const string SupportPrefix = "support/";
    internal const string CommentPrefix = "comment/";
    internal const string ProposerPrefix = "proposer/";
    internal const string BatchPrefix = "batch/";
    internal const string CardPrefix = "card/";
    internal const string ResultPrefix = "result/";
    internal const string ProjectPrefix = "project/";
    internal const string FollowerPrefix = "follower/";
    internal const string EffectPrefix = "effect/";

    internal CycleState()
    {
    }

    /// <summary>What it is about and by which rules it runs.</summary>
    /// <exception cref="InvalidOperationException">There is no cycle yet.</exception>
    public CyclePlan Plan => PlanOrNull ?? throw new InvalidOperationException("There is no cycle yet: plan it first.");

    /// <summary>Where it stands.</summary>
    public CycleHead Head { get; internal init; } = new();

    /// <summary>The proposals by id.</summary>
    public Parts<Proposal> Proposals { get; internal init; } = Parts.Whole<Proposal>(ProposalPrefix);

    /// <summary>Who supports what: by id of the proposal, a slash, and id of the person.</summary>
    public Parts<ProposalSupport> Supports { get; internal init; } = Parts.Whole<ProposalSupport>(SupportPrefix);

    /// <summary>Comments: by id of the proposal, a slash, and id of the comment.</summary>
    public Parts<ProposalComment> Comments { get; internal init; } = Parts.Whole<ProposalComment>(CommentPrefix);

    /// <summary>Who handed in how many proposals, by id of the person.</summary>
    public Parts<Proposer> Proposers { get; internal init; } = Parts.Whole<Proposer>(ProposerPrefix);

    /// <summary>The editions of the official ballot by their number.</summary>
    public Parts<OfficialBallot> Ballots { get; internal init; } = Parts.Whole<OfficialBallot>(BallotPrefix);

    /// <summary>The batches of the paper channel by id.</summary>
    public Parts<PaperBatch> Batches { get; internal init; } = Parts.Whole<PaperBatch>(BatchPrefix);

    /// <summary>Their cards: by id of the batch, a slash, and number of the card.</summary>
    public Parts<PaperCard> Cards { get; internal init; } = Parts.Whole<PaperCard>(CardPrefix);

    /// <summary>The results by id of the area.</summary>
    public Parts<AreaRecord> Results { get; internal init; } = Parts.Whole<AreaRecord>(ResultPrefix);

    /// <summary>The projects that won by id.</summary>
    public Parts<FundedProject> Projects { get; internal init; } = Parts.Whole<FundedProject>(ProjectPrefix);

    /// <summary>Who follows what: by id of the project, a slash, and id of the person.</summary>
    public Parts<Follower> Followers { get; internal init; } = Parts.Whole<Follower>(FollowerPrefix);

    /// <summary>What is to be done outside, by key.</summary>
    public Parts<PendingEffect<CycleEffect>> Effects { get; internal init; } = Parts.Whole<PendingEffect<CycleEffect>>(EffectPrefix);

    internal CyclePlan? PlanOrNull { get; init; }
}
