using System.Collections.Immutable;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.Processes;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Crowdfunding.Campaigns;

/// <summary>
/// A pledge campaign: civic crowdfunding in which backers commit now and pay after the outcome is known, unless the plan says otherwise. Usable alone, without storage or container:
/// <c>Decide</c> takes a state, a command and an instant, and gives events and the next state, or refusals.
/// </summary>
/// <remarks>Stateless and thread-safe. A decision about one pledge takes the same time however many there are.</remarks>
public sealed class CampaignProcess : IProcess<CampaignState, CampaignCommand, CampaignEvent>
{
    /// <inheritdoc />
    public CampaignState Initial { get; } = new(
        null,
        new CampaignHead { Sums = PledgeTally.Zero(default), Repaid = default },
        Parts.Whole<Pledge>(CampaignState.PledgePrefix),
        Parts.Whole<BackerTotals>(CampaignState.BackerPrefix),
        Parts.Whole<Fundraiser>(CampaignState.FundraiserPrefix),
        Parts.Whole<PendingEffect<Effects.CampaignEffect>>(CampaignState.EffectPrefix));

    /// <inheritdoc />
    public Decision<CampaignState, CampaignEvent> Decide(CampaignState state, CampaignCommand command, Instant now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(command);
        var turn = new CampaignTurn(state, now);

        // What was to happen before now happens first: nothing depends on how often the scheduler looks.
        CampaignClock.CatchUp(turn);
        switch (command)
        {
            case AdvanceCampaign advance:
                CampaignWork.Advance(turn, advance.Documents);
                break;
            case StartEffect start:
                CampaignWork.Start(turn, start.Effect);
                break;
            case SettleEffect settle:
                CampaignWork.Settle(turn, settle);
                break;
            default:
                Decide(turn, command);
                break;
        }

        return turn.Decide();
    }

    /// <inheritdoc />
    public CampaignState Evolve(CampaignState state, CampaignEvent happened)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(happened);
        return CampaignFold.Evolve(state, happened);
    }

    /// <summary>When there is next something to do: <see cref="AdvanceCampaign"/>, or an effect to start. Null when nothing is left but to wait for commands.</summary>
    /// <param name="state">A whole state: all pledges and effects are looked at, in O(n).</param>
    /// <exception cref="PartsMissingException">The state is only partly loaded.</exception>
    public static Instant? NextDue(CampaignState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.PlanOrNull is null
            ? null
            : state.Pledges.All.Select(pledge => PledgeAgenda.Next(pledge.Value, state.Plan)?.Due)
                .Concat(state.Effects.All.Select(effect => (Instant?)effect.Value.Due))
                .Append(CampaignClock.Due(state))
                .Min();
    }

    private static void Decide(CampaignTurn turn, CampaignCommand command)
    {
        if (!turn.Require(
            CampaignStages.Table.Allows(turn.Head.Stage, command.Name),
            () => AfterDeadline(turn, command) ?? CampaignRefusals.WrongStage.With(("stage", EnumNames.Of(turn.Head.Stage)), ("command", command.Name))))
        {
            return;
        }

        switch (command)
        {
            case DraftCampaign draft: LifecycleDecider.Draft(turn, draft); break;
            case SubmitForReview: turn.Apply(new SubmittedForReview()); break;
            case ReviewCampaign review: LifecycleDecider.Review(turn, review); break;
            case LaunchCampaign: LifecycleDecider.Launch(turn); break;
            case AnnounceFinalLap: LifecycleDecider.AnnounceFinalLap(turn); break;
            case ExtendDeadline extend: LifecycleDecider.Extend(turn, extend); break;
            case SuspendCampaign suspend: LifecycleDecider.Suspend(turn, suspend); break;
            case ResumeCampaign: turn.Apply(new CampaignResumed()); break;
            case CancelCampaign cancel: LifecycleDecider.Cancel(turn, cancel); break;
            case PostUpdate update: LifecycleDecider.Update(turn, update); break;
            case ApproveMilestone approve: LifecycleDecider.ApproveMilestone(turn, approve); break;
            case PublishReport publish: LifecycleDecider.Publish(turn, publish); break;
            case AddFundraiser add: LifecycleDecider.AddFundraiser(turn, add); break;
            case MakePledge make: PledgeDecider.Make(turn, make); break;
            case ChangePledge change: PledgeDecider.Change(turn, change); break;
            case CancelPledge cancel: PledgeDecider.Cancel(turn, cancel); break;
            case GiveMethod give: PledgeDecider.GiveMethod(turn, give); break;
            case ThankBacker thank: PledgeDecider.Thank(turn, thank); break;
            case RefundPledge refund: MoneyDecider.Refund(turn, refund); break;
            case RecordPayment record: MoneyDecider.Record(turn, record); break;
            case RecordPayout record: MoneyDecider.Record(turn, record); break;
            case RetryPayout: MoneyDecider.RetryPayout(turn); break;
            case RecordRepayment record: MoneyDecider.Record(turn, record); break;
            default: throw new ArgumentException($"Not a command of a campaign: {command.GetType().Name}.", nameof(command));
        }
    }

    // Who comes a moment late is told so, rather than what became of the campaign at that moment.
    private static Refusal? AfterDeadline(CampaignTurn turn, CampaignCommand command) =>
        command is MakePledge or ChangePledge or CancelPledge && turn.Head is { RoundEndsAt: { } end, Stage: not CampaignStage.Suspended } && turn.Now >= end
            ? CampaignRefusals.AfterDeadline.With(("deadline", InstantText.Of(end)), ("stage", EnumNames.Of(turn.Head.Stage)))
            : null;
}
