using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Events;
using CivicTech.Processes;
using NodaTime;

namespace CivicTech.Budgeting.Cycles;

/// <summary>
/// A participatory-budget cycle, from the first proposal to the finished playground. Usable alone, without storage or container: <c>Decide</c> takes a state, a command and an instant,
/// and gives events and the next state, or refusals. Ballots are not part of it: they go to a ballot box.
/// </summary>
/// <remarks>Immutable and thread-safe. A decision about one proposal takes the same time however many there are.</remarks>
public sealed class CycleProcess : IProcess<CycleState, CycleCommand, CycleEvent>
{
    private readonly RuleRegistry? _rules;

    /// <summary>The process.</summary>
    /// <param name="rules">The rules that a plan may name: one that names another is refused. Null to take any.</param>
    public CycleProcess(RuleRegistry? rules = null)
    {
        _rules = rules;
    }

    /// <inheritdoc />
    public CycleState Initial { get; } = new();

    /// <inheritdoc />
    public Decision<CycleState, CycleEvent> Decide(CycleState state, CycleCommand command, Instant now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(command);
        var turn = new CycleTurn(state, now);

        // What was to happen before now happens first: nothing depends on how often the scheduler looks.
        CycleClock.CatchUp(turn);
        switch (command)
        {
            case AdvanceCycle advance: CycleWork.Advance(turn, advance.Documents); break;
            case StartEffect start: CycleWork.Start(turn, start.Effect); break;
            case SettleEffect settle: CycleWork.Settle(turn, settle); break;

            // Done again after a crash, or by two machines: what was in the box is known.
            case RecordSeal when turn.Head.Box is not null: break;
            default: Decide(turn, command); break;
        }

        return turn.Decide();
    }

    /// <inheritdoc />
    public CycleState Evolve(CycleState state, CycleEvent happened)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(happened);
        return CycleFold.Evolve(state, happened);
    }

    private void Decide(CycleTurn turn, CycleCommand command)
    {
        if (!turn.Require(
            CycleStatuses.Table.Allows(turn.Head.Status, command.Name),
            () => CycleRefusals.WrongStatus.With(("status", EnumNames.Of(turn.Head.Status)), ("command", command.Name))))
        {
            return;
        }

        // What is about an area or a proposal is asked where that is known.
        if (command.Activity == Activity.Administer && !turn.RequirePermission(Activity.Administer, command, area: null))
        {
            return;
        }

        switch (command)
        {
            case PlanCycle plan: LifecycleDecider.Plan(turn, plan, _rules); break;
            case PublishPlan: LifecycleDecider.Publish(turn); break;
            case ExtendStage extend: LifecycleDecider.Extend(turn, extend); break;
            case CancelCycle cancel: LifecycleDecider.Cancel(turn, cancel); break;
            case CompleteCycle: LifecycleDecider.Complete(turn); break;
            case ProposalCommand proposal: ProposalDecider.Decide(turn, proposal); break;
            case FreezeBallot freeze: BallotDecider.Freeze(turn, freeze); break;
            case ChangeBallot change: BallotDecider.Change(turn, change); break;
            case RecordSeal record: BallotDecider.Seal(turn, record); break;
            case PaperCommand paper: PaperDecider.Decide(turn, paper); break;
            case ResultCommand result: ResultDecider.Decide(turn, result); break;
            case FundProjects fund: RealisationDecider.Fund(turn, fund); break;
            case ProjectCommand project: RealisationDecider.Decide(turn, project); break;
            default: throw new ArgumentException($"Not a command of a cycle: {command.GetType().Name}.", nameof(command));
        }
    }
}
