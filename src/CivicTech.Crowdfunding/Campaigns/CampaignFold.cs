using System.Collections.Immutable;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Goals;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.Processes;
using NodaTime;

namespace CivicTech.Crowdfunding.Campaigns;

/// <summary>What each event makes of the state.</summary>
internal static class CampaignFold
{
    // How long the first try of an effect may take before its outcome is given up as unknown.
    private static readonly Duration Patience = Duration.FromMinutes(5);

    internal static CampaignState Evolve(CampaignState state, CampaignEvent happened) => happened switch
    {
        CampaignDrafted drafted => Drafted(state, drafted.Plan),
        MoneyPosted posted => state.With(state.Head with { Ledger = state.Head.Ledger.Apply(posted.Entry) }),
        EffectRequested requested => state.With(state.Effects.Set(requested.Effect.Key, requested.Effect)),
        EffectStarted started => state.With(state.Effects.Set(started.Effect, Started(state.Effects[started.Effect], started))),
        EffectSettled settled => state.With(state.Effects.Remove(settled.Effect)),
        FundraiserAdded added => Added(state, added),
        PledgeMade made => PledgeSums.Set(state, made.Pledge),
        PledgeChanged changed => On(state, changed.Pledge, pledge => pledge with { Amount = changed.Amount, CoveredFees = changed.CoveredFees }),
        PledgeStood stood => On(state, stood.Pledge, pledge => pledge with { Standing = stood.Standing }),
        CollectionStarted started => On(state, started.Pledge, pledge => pledge with { CollectingSince = started.At }),
        MethodGiven given => On(state, given.Pledge, pledge => pledge with { Method = given.Method, MethodSince = given.At }),
        AttemptMade made => On(state, made.Pledge, pledge => pledge with { Attempts = pledge.Attempts.Add(new PledgeAttempt { Payment = made.Attempt, MadeAt = made.At }) }),
        PaymentLearned learned => On(state, learned.Pledge, learned.Event.AttemptKey, attempt => (attempt with { Payment = attempt.Payment.Apply(learned.Event) }).Moved(learned.At)),
        BackerReminded reminded => On(state, reminded.Pledge, reminded.Attempt, attempt => attempt with { Reminders = attempt.Reminders + 1 }),
        HoldCaptureAsked asked => On(state, asked.Pledge, asked.Attempt, attempt => (attempt with { CaptureAsked = true }).Moved(asked.At)),
        ReleaseAsked asked => On(state, asked.Pledge, asked.Attempt, attempt => (attempt with { VoidAsked = true }).Moved(asked.At)),
        RefundAsked asked => On(state, asked.Pledge, asked.Attempt, attempt => (attempt with { Payment = attempt.Payment.RequestRefund(asked.Refund, asked.Amount) }).Moved(asked.At)),
        ProviderAsked { Pledge: { } pledge } asked => On(state, pledge, asked.Attempt, attempt => attempt with { Asks = attempt.Asks + 1, QuietSince = asked.At }),
        RestGivenUp given => On(state, given.Pledge, pledge => pledge with { GivenBack = pledge.GivenBack + given.Amount }),
        MoneyGivenBack given => On(state, given.Pledge, pledge => pledge with { GivenBack = pledge.GivenBack + given.Amount }),
        FeedbackNoted noted => On(state, noted.Pledge, pledge => pledge with { HasFeedback = true }),
        _ => state.With(Head(state.Head, happened)),
    };

    private static CampaignHead Head(CampaignHead head, CampaignEvent happened) => happened switch
    {
        SubmittedForReview => head with { Stage = CampaignStage.InReview },
        CampaignReviewed reviewed => head with { Stage = StageAfter(reviewed.Verdict) },
        CampaignLaunched launched => head with { Stage = CampaignStage.Live, Rules = launched.Rules },
        RoundStarted started => head with { Round = started.Round, RoundStartedAt = started.At, RoundEndsAt = started.EndsAt, FinalLapAt = null },
        RoundEndMoved moved => head with { RoundEndsAt = moved.EndsAt, FinalLapAt = moved.FinalLapAt ?? head.FinalLapAt },
        RoundJudged judged => head with
        {
            Verdicts = head.Verdicts.Add(judged.Verdict),
            SecuredAt = judged.Verdict.Outcome == RoundOutcome.Fail ? head.SecuredAt : head.SecuredAt ?? judged.At,
        },
        ClosingStarted closing => head with { Stage = CampaignStage.Closing, ClosesAt = closing.Until, WasSuspended = head.Stage == CampaignStage.Suspended },
        CampaignSuspended => head with { Stage = CampaignStage.Suspended },
        CampaignResumed => head with { Stage = CampaignStage.Live },
        CampaignEnded ended => head with { Stage = CampaignStage.Settling, Outcome = ended.Outcome, EndedAt = ended.At },
        SweepMoved moved => head with { Sweep = moved.IsDone ? null : moved.Purpose, SweptTo = moved.IsDone ? null : moved.After },
        StageReached reached => head with { Stage = reached.Stage },
        UpdatePosted posted => head with { UpdatedAt = posted.At },
        MilestoneApproved approved => head with { Milestones = head.Milestones.Add(approved.Milestone) },
        ReportPublished published => WithReport(head, published.Report, report => report with { Reference = published.Reference }),
        ReportMissed overdue => WithReport(head, overdue.Report, report => report with { WasLate = true }),
        PayoutMade made => head with { Payouts = head.Payouts.Add(made.Payout), TranchesPaid = made.Tranches, LastPayoutAt = made.At, PayoutAsks = 0, PayoutQuietSince = null },
        PayoutLearned learned => WithPayout(head, learned.Event.AttemptKey, payout => payout.Apply(learned.Event)) with { PayoutAsks = 0, PayoutQuietSince = learned.At },
        ProviderAsked asked => head with { PayoutAsks = head.PayoutAsks + 1, PayoutQuietSince = asked.At },
        ReserveReleased => head with { ReserveReleased = true },
        OwnerRepaid repaid => head with { Repaid = head.Repaid + repaid.Amount, RepaidAt = repaid.At },
        _ => throw new ArgumentException($"Not an event of a campaign: {happened.GetType().Name}.", nameof(happened)),
    };

    private static CampaignStage StageAfter(Commands.ReviewVerdict verdict) => verdict switch
    {
        Commands.ReviewVerdict.Approved => CampaignStage.Approved,
        Commands.ReviewVerdict.Rejected => CampaignStage.Rejected,
        _ => CampaignStage.Draft,
    };

    private static CampaignState Drafted(CampaignState state, CampaignPlan plan) => state.With(plan, state.Head with
    {
        Stage = CampaignStage.Draft,
        Sums = PledgeTally.Zero(plan.Currency),
        Repaid = Money.Zero(plan.Currency),
    });

    private static CampaignState Added(CampaignState state, FundraiserAdded added)
    {
        var fundraisers = state.Fundraisers.Set(added.Fundraiser, new Fundraiser
        {
            Kind = added.FundraiserKind,
            Parent = added.Parent,
            Goal = added.Goal,
            MembersGoal = state.Zero,
            Raised = state.Zero,
        });

        // A goal of its own stands for those below it.
        var (parent, more) = (added.Parent, added.Goal ?? state.Zero);
        while (parent is not null && more.IsPositive)
        {
            var above = fundraisers[parent];
            fundraisers = fundraisers.Set(parent, above with { MembersGoal = above.MembersGoal + more });
            (parent, more) = (above.Parent, above.Goal is null ? more : state.Zero);
        }

        return state.With(fundraisers);
    }

    private static CampaignState On(CampaignState state, string pledge, Func<Pledge, Pledge> change) => PledgeSums.Set(state, change(state.Pledges[pledge]));

    private static CampaignState On(CampaignState state, string pledge, string attempt, Func<PledgeAttempt, PledgeAttempt> change) =>
        On(state, pledge, found => found.With(change(found.AttemptOf(attempt))));

    private static PendingEffect<CampaignEffect> Started(PendingEffect<CampaignEffect> effect, EffectStarted started) =>
        (started.IsWithdrawn && effect.Effect is GatewayEffect call ? effect with { Effect = call with { IsWithdrawn = true } } : effect).Started(started.At, Patience);

    private static CampaignHead WithReport(CampaignHead head, ReportKind kind, Func<ReportState, ReportState> change)
    {
        var place = head.Reports.ToList().FindIndex(report => report.Report == kind);
        var report = change(place < 0 ? new ReportState { Report = kind } : head.Reports[place]);
        return head with { Reports = place < 0 ? head.Reports.Add(report) : head.Reports.SetItem(place, report) };
    }

    private static CampaignHead WithPayout(CampaignHead head, string key, Func<PayoutAttempt, PayoutAttempt> change)
    {
        var payout = head.Payouts.First(payout => payout.Key == key);
        return head with { Payouts = head.Payouts.Replace(payout, change(payout)) };
    }
}
