using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Processes;
using NodaTime;

namespace CivicTech.Consensus.Delphi.Studies;

/// <summary>
/// A Delphi study: panels, items, rounds of answers with feedback, and the rule by which it stops. Usable alone, without storage or container: <c>Decide</c> takes a state, a command and an
/// instant, and gives events and the next state, or refusals.
/// </summary>
/// <remarks>Immutable and thread-safe. To take an answer costs the same however many experts there are; to evaluate a round takes time for every answer of it and of the one before.</remarks>
public sealed class DelphiProcess : IProcess<DelphiState, DelphiCommand, DelphiEvent>
{
    private readonly IReadOnlyDictionary<string, IConsensusRule> _rules;

    /// <summary>The process.</summary>
    /// <param name="rules">Rules of the host that a <see cref="CustomCriterion"/> may name; a protocol that names another is refused.</param>
    /// <exception cref="ArgumentException">Two rules have the same id.</exception>
    public DelphiProcess(params IEnumerable<IConsensusRule> rules)
    {
        _rules = rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
    }

    /// <inheritdoc />
    public DelphiState Initial { get; } = new();

    /// <inheritdoc />
    public Decision<DelphiState, DelphiEvent> Decide(DelphiState state, DelphiCommand command, Instant now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(command);
        var turn = new StudyTurn(state, now);

        // What was to happen before now happens first: nothing depends on how often the scheduler looks.
        RoundClock.CatchUp(turn);
        switch (command)
        {
            case AdvanceStudy: RoundWork.Advance(turn, _rules); break;
            case StartEffect start: StudyEffects.Start(turn, start.Effect); break;
            case SettleEffect settle: StudyEffects.Settle(turn, settle.Effect); break;
            default: Decide(turn, command); break;
        }

        return turn.Decide();
    }

    /// <inheritdoc />
    public DelphiState Evolve(DelphiState state, DelphiEvent happened)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(happened);
        return StudyFold.Evolve(state, happened);
    }

    private void Decide(StudyTurn turn, DelphiCommand command)
    {
        // A late answer is told when the round closed, not what the study does now.
        if (command is SubmitAnswers answers)
        {
            AnswerDecider.Submit(turn, answers);
            return;
        }

        if (!turn.Require(
            StudyStatuses.Table.Allows(turn.Head.Status, command.Name),
            () => StudyRefusals.WrongStatus.With(("status", EnumNames.Of(turn.Head.Status)), ("command", command.Name))))
        {
            return;
        }

        switch (command)
        {
            case PlanStudy plan: StudyDecider.Plan(turn, plan, _rules); break;
            case ConcludeStudy conclude: StudyDecider.Conclude(turn, conclude); break;
            case CancelStudy cancel: StudyDecider.Cancel(turn, cancel); break;
            case InviteExpert invite: PanelDecider.Invite(turn, invite); break;
            case AnswerInvitation answer: PanelDecider.Answer(turn, answer); break;
            case LeaveStudy leave: PanelDecider.Leave(turn, leave); break;
            case RecordFunnelStage record: ItemDecider.Record(turn, record); break;
            case RegisterItems register: ItemDecider.Register(turn, register); break;
            case ScreenItems screen: ItemDecider.Screen(turn, screen); break;
            case AddItem add: ItemDecider.Add(turn, add); break;
            case DropItem drop: ItemDecider.Drop(turn, drop); break;
            case MergeItems merge: ItemDecider.Merge(turn, merge); break;
            case MakeSuggestion make: SuggestionDecider.Make(turn, make); break;
            case DecideSuggestion decide: SuggestionDecider.Decide(turn, decide); break;
            case ScheduleRound schedule: RoundDecider.Schedule(turn, schedule); break;
            case UnscheduleRound unschedule: RoundDecider.Unschedule(turn, unschedule); break;
            case ExtendRound extend: RoundDecider.Extend(turn, extend); break;
            default: throw new ArgumentException($"Not a command of a study: {command.GetType().Name}.", nameof(command));
        }
    }
}
