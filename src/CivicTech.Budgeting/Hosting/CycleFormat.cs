using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Paper;
using CivicTech.Processes;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;
using NodaTime;

namespace CivicTech.Budgeting.Hosting;

/// <summary>How cycles are kept: a document for the plan, one for the head, and one for every edition of the ballot, proposal, support, comment, project, follower, batch and card of paper, result and pending effect.</summary>
/// <remarks>Stateless and thread-safe.</remarks>
public sealed class CycleFormat : IProcessFormat<CycleState, CycleCommand, CycleEvent>, IEffectFormat<CycleState, CycleCommand, CycleEffect>
{
    private const string PlanName = "plan";
    private const string HeadName = "head";

    private static readonly StoredJsonText Json = new("cycle");

    /// <inheritdoc />
    public string Kind => "budget-cycle";

    /// <inheritdoc />
    public ImmutableArray<string> Head => [PlanName, HeadName];

    /// <inheritdoc />
    public string EffectPrefix => CycleState.EffectPrefix;

    /// <inheritdoc />
    public IEnumerable<string> DocumentsOf(CycleCommand command) => command switch
    {
        SubmitProposal submit => [CycleState.ProposalPrefix + submit.Proposal, CycleState.ProposerPrefix + submit.Author],
        SupportProposal support => [CycleState.ProposalPrefix + support.Proposal, $"{CycleState.SupportPrefix}{support.Proposal}/{support.Person}"],
        CommentOnProposal comment => [CycleState.ProposalPrefix + comment.Proposal, $"{CycleState.CommentPrefix}{comment.Proposal}/{comment.Comment}"],
        FollowProject follow => [$"{CycleState.FollowerPrefix}{follow.Project}/{follow.Person}"],
        OpenBatch open => [CycleState.BatchPrefix + open.Batch],
        CorrectBatch correct => [CycleState.BatchPrefix + correct.Batch],
        ReconcileBatch reconcile => [CycleState.BatchPrefix + reconcile.Batch],
        EnterCard enter => Card(enter.Batch, enter.Number),
        DecideCard decide => Card(decide.Batch, decide.Number),
        VoidCard card => Card(card.Batch, card.Number),
        StartEffect start => [CycleState.EffectPrefix + start.Effect],
        SettleEffect settle => [CycleState.EffectPrefix + settle.Effect],
        AdvanceCycle { Documents: { } documents } => documents,
        _ => [],
    };

    /// <inheritdoc />
    public CycleState Read(StoredProcess? stored, DocumentRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var plan = stored?.Find(PlanName);
        var head = stored?.Find(HeadName);
        return new CycleState
        {
            PlanOrNull = plan is null ? null : Json.Read(plan, StoredCycle.Default.StoredCyclePlan),
            Head = head is null ? new CycleHead() : Json.Read(head, StoredCycle.Default.StoredCycleHead),
            Proposals = Parts(CycleState.ProposalPrefix, stored, request, StoredCycle.Default.StoredProposal),
            Supports = Parts(CycleState.SupportPrefix, stored, request, StoredCycle.Default.StoredProposalSupport),
            Comments = Parts(CycleState.CommentPrefix, stored, request, StoredCycle.Default.StoredProposalComment),
            Proposers = Parts(CycleState.ProposerPrefix, stored, request, StoredCycle.Default.StoredProposer),
            Ballots = Parts(CycleState.BallotPrefix, stored, request, StoredCycle.Default.StoredOfficialBallot),
            Batches = Parts(CycleState.BatchPrefix, stored, request, StoredCycle.Default.StoredPaperBatch),
            Cards = Parts(CycleState.CardPrefix, stored, request, StoredCycle.Default.StoredPaperCard),
            Results = Parts(CycleState.ResultPrefix, stored, request, StoredCycle.Default.StoredAreaRecord),
            Projects = Parts(CycleState.ProjectPrefix, stored, request, StoredCycle.Default.StoredFundedProject),
            Followers = Parts(CycleState.FollowerPrefix, stored, request, StoredCycle.Default.StoredFollower),
            Effects = Parts(CycleState.EffectPrefix, stored, request, StoredCycle.Default.StoredPendingEffectCycleEffect),
        };
    }

    /// <inheritdoc />
    public IEnumerable<DocumentChange> Changes(CycleState before, CycleState after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (!ReferenceEquals(before.PlanOrNull, after.PlanOrNull))
        {
            yield return DocumentChange.Write(StoredJsonText.Write(PlanName, after.Plan, null, StoredCycle.Default.StoredCyclePlan));
        }

        if (!ReferenceEquals(before.Head, after.Head))
        {
            yield return DocumentChange.Write(StoredJsonText.Write(HeadName, after.Head, CycleClock.Due(after), StoredCycle.Default.StoredCycleHead));
        }

        foreach (var change in Parts(after.Proposals, StoredCycle.Default.StoredProposal)
            .Concat(Parts(after.Supports, StoredCycle.Default.StoredProposalSupport))
            .Concat(Parts(after.Comments, StoredCycle.Default.StoredProposalComment))
            .Concat(Parts(after.Proposers, StoredCycle.Default.StoredProposer))
            .Concat(Parts(after.Ballots, StoredCycle.Default.StoredOfficialBallot))
            .Concat(Parts(after.Batches, StoredCycle.Default.StoredPaperBatch))
            .Concat(Parts(after.Cards, StoredCycle.Default.StoredPaperCard))
            .Concat(Parts(after.Results, StoredCycle.Default.StoredAreaRecord))
            .Concat(Parts(after.Projects, StoredCycle.Default.StoredFundedProject, project => MilestoneDecider.Due(project, after.Plan)))
            .Concat(Parts(after.Followers, StoredCycle.Default.StoredFollower))
            .Concat(Parts(after.Effects, StoredCycle.Default.StoredPendingEffectCycleEffect, effect => effect.Due)))
        {
            yield return change;
        }
    }

    /// <inheritdoc />
    public byte[] WriteCommand(CycleCommand command) => JsonSerializer.SerializeToUtf8Bytes(command, CycleJson.Default.CycleCommand);

    /// <inheritdoc />
    public byte[] WriteEvents(ImmutableArray<CycleEvent> events) => StoredJsonText.Write<CycleEvent[]>([.. events], StoredCycle.Default.StoredCycleEventArray);

    /// <inheritdoc />
    public ImmutableArray<CycleEvent> ReadEvents(ReadOnlyMemory<byte> json) => [.. Json.Read("events", json, StoredCycle.Default.StoredCycleEventArray)];

    /// <inheritdoc />
    public CycleCommand Advance(ImmutableArray<string> documents) => new AdvanceCycle { Documents = documents };

    /// <inheritdoc />
    public CycleCommand Start(string key) => new StartEffect { Effect = key };

    /// <inheritdoc />
    public PendingEffect<CycleEffect>? FindEffect(CycleState state, string key)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Effects.Find(key);
    }

    private static string[] Card(string batch, string number) => [CycleState.BatchPrefix + batch, CycleState.CardPrefix + PaperCard.Reference(batch, number)];

    private static Parts<T> Parts<T>(string prefix, StoredProcess? stored, DocumentRequest request, JsonTypeInfo<Stored<T>> type)
        where T : class => StoredParts.Read(prefix, stored, request, document => Json.Read(document, type));

    private static IEnumerable<DocumentChange> Parts<T>(Parts<T> parts, JsonTypeInfo<Stored<T>> type, Func<T, Instant?>? due = null)
        where T : class => StoredParts.Changes(parts, (name, part) => StoredJsonText.Write(name, part, due?.Invoke(part), type));
}
