using CivicTech.Crowdfunding.Campaigns;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Fees;
using CivicTech.Crowdfunding.Goals;
using CivicTech.Crowdfunding.Ledger;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.Crowdfunding.Tests.Campaigns;
using CivicTech.Numerics;
using CivicTech.Processes;
using CivicTech.Receipts;
using CivicTech.Time;
using NodaTime;
using static CivicTech.Crowdfunding.Tests.Campaigns.Play;

namespace CivicTech.Crowdfunding.Tests.Payments;

/// <summary>One of every kind that is stored, with something in every place.</summary>
internal static class StoredSamples
{
    internal static readonly CampaignPlan Plan = SomePlan.With(GoalRule.TwoRounds(Eur(600), Eur(1000), "Europe/Paris"), CollectionMode.SaveThenCharge) with
    {
        OwnerKind = OwnerKind.PublicBody,
        Payee = "client account",
        Visibility = Visibility.Private,
        Pledges = new PledgePlan { LateChange = LateChange.Never, LastHours = Duration.FromHours(12), MaximumPerBacker = Eur(500), AllowsAnonymous = false, FeedbackWithin = Duration.FromDays(3) },
        Collection = new CollectionPlan
        {
            Mode = CollectionMode.SaveThenCharge,
            Retries = RetryPolicy.OpenCollective,
            Reminders = ReminderPolicy.Every(Duration.FromDays(2), Duration.FromDays(9)),
            GraceDays = 0,
            WorkingDays = new WorkingDays { Weekend = [IsoDayOfWeek.Friday], Holidays = [new LocalDate(2026, 3, 21)], Zone = "Asia/Tehran" },
            AuthorisationWindow = Duration.FromHours(114),
        },
        Fees = new FeeSchedule(new Fee { Name = "platform", Rate = new Rational(1, 20), Vat = new Rational(1, 5), Min = Eur(1), Max = Eur(90) }),
        Payouts = new PayoutPlan
        {
            Delay = Duration.FromDays(1), Tranches = [new Tranche { Name = "start", Weight = 1 }, new Tranche { Name = "built", Weight = 3, Milestone = "roof" }],
            Reserve = new Rational(1, 10), ReserveFor = Duration.FromDays(30),
        },
        Reports = new ReportPlan { SpendingWithin = null, ImpactWithin = Duration.FromDays(7) },
    };

    private const string Attempt = "playground/p1/1";

    private static readonly Deadline Deadline = new(new LocalDateTime(2026, 6, 30, 23, 59), "Europe/Paris");

    private static readonly RoundVerdict Verdict = Plan.Goal.Judge(0, new GoalTotals(Eur(600), 3), ended: true, graceLeft: false);

    private static readonly ProviderEvent Captured = Said.Captured(100, Start, fee: 0.25m);

    private static readonly PaymentAttempt Payment = new PaymentAttempt { Key = Attempt, Operation = PaymentOperation.Charge, Amount = Eur(100) }
        .Apply(Captured).Apply(Said.Of(ProviderEventKind.Authorised, Start) with { Amount = Eur(100), CaptureBefore = Start }).Apply(Said.Of(ProviderEventKind.Failed, Start) with { FailureCode = "declined" })
        .Apply(Said.Dispute(ProviderEventKind.DisputeOpened, Start, 20)).Apply(Said.Dispute(ProviderEventKind.DisputeLost, Start)).RequestRefund("playground/p1/1/refund/1", Eur(5));

    private static readonly PayoutAttempt Payout = new PayoutAttempt { Key = "playground//payout/1", Amount = Eur(95) }
        .Apply(Said.Of(ProviderEventKind.PayoutSent, Start, "playground//payout/1") with { PaymentId = "t1", Amount = Eur(95) });

    internal static readonly Pledge Pledge = new()
    {
        Id = "p1", Backer = "b1", Amount = Eur(90), Tip = Eur(6), CoveredFees = Eur(4), IsAnonymous = true, IsConditional = true, Via = "f1", Evidence = "e1", Method = "card", MethodSince = Start,
        CommittedAt = Start, Round = 1, Standing = PledgeStanding.Dropped, CollectingSince = Start, GivenBack = Eur(1), HasFeedback = true,
        Attempts = [new PledgeAttempt { Payment = Payment, MadeAt = Start, Reminders = 2, CaptureAsked = true, VoidAsked = true, Asks = 3, QuietSince = Start }],
    };

    internal static readonly BackerTotals Backer = new() { Pledges = 2, Pending = 1, Amount = Eur(100) };

    internal static readonly Fundraiser Fundraiser = new() { Kind = FundraiserKind.Team, Parent = "org", Goal = Eur(10), MembersGoal = Eur(20), Raised = Eur(5), Pledges = 3 };

    internal static readonly CampaignHead Head = new()
    {
        Stage = CampaignStage.Delivering, Outcome = CampaignOutcome.Succeeded, Rules = Digest.Of("plan"u8), Round = 1, RoundStartedAt = Start, RoundEndsAt = Start + Duration.FromDays(40), FinalLapAt = Start,
        ClosesAt = Start, WasSuspended = true, SecuredAt = Start, EndedAt = Start, Verdicts = [Verdict], Sweep = SweepPurpose.Collect, SweptTo = "p1", Sums = PledgeTally.Of(Pledge, Plan), People = 3,
        PendingPeople = 1, PledgesMade = 4, Payouts = [Payout], TranchesPaid = 1, LastPayoutAt = Start, PayoutAsks = 2, PayoutQuietSince = Start, ReserveReleased = true, Repaid = Eur(1), RepaidAt = Start,
        Ledger = new Balances(new Posting(Account.Backers, Eur(-5)), new Posting(Account.Escrow, Eur(5))), Milestones = ["roof"], UpdatedAt = Start,
        Reports = [new ReportState { Report = ReportKind.Impact, Reference = "r1", WasLate = true }],
    };

    internal static readonly PendingEffect<CampaignEffect>[] Effects =
    [
        Effect(new GatewayCall.CreatePayLink { Key = Attempt, Backer = "b1", Amount = Eur(100), PayBefore = Start }),
        Effect(new GatewayCall.Charge { Key = Attempt, Backer = "b1", Method = "card", Amount = Eur(100) }),
        Effect(new GatewayCall.Debit { Key = Attempt, Backer = "b1", Mandate = "mandate", Amount = Eur(100) }),
        Effect(new GatewayCall.Authorise { Key = Attempt, Backer = "b1", Method = "card", Amount = Eur(100) }),
        Effect(new GatewayCall.Capture { Key = Attempt + "/capture", Attempt = Attempt, Amount = Eur(100) }),
        Effect(new GatewayCall.VoidAuthorisation { Key = Attempt + "/void", Attempt = Attempt }),
        Effect(new GatewayCall.Refund { Key = Attempt + "/refund/1", Attempt = Attempt, Amount = Eur(100) }),
        Effect(new GatewayCall.SendPayout { Key = "playground//payout/1", Payee = "owner", Amount = Eur(100) }) with { Tries = 2 },
        new() { Key = Attempt + "/ask", Due = Start, Effect = new InquiryEffect { Attempt = Attempt, Pledge = "p1" } },
        new() { Key = "backer/p1/1/dropped", Due = Start, Effect = new NoticeEffect { Notice = NoticeKind.PledgeDropped, Audience = Audience.Backer, Pledge = "p1", Backer = "b1", Amount = Eur(1), Detail = "x" } },
    ];

    internal static readonly CampaignEvent[] Events =
    [
        new CampaignDrafted { Plan = Plan },
        new SubmittedForReview(),
        new CampaignReviewed { Verdict = ReviewVerdict.Returned, Reason = "r1" },
        new CampaignLaunched { At = Start, Rules = Digest.Of("plan"u8) },
        new RoundStarted { Round = 1, At = Start, EndsAt = Start },
        new RoundEndMoved { EndsAt = Start, FinalLapAt = Start, Reason = "r1" },
        new RoundJudged { Verdict = Verdict, At = Start },
        new ClosingStarted { At = Start, Until = Start },
        new CampaignSuspended { Reason = "r1" },
        new CampaignResumed(),
        new CampaignEnded { Outcome = CampaignOutcome.Cancelled, At = Start, Reason = "r1" },
        new SweepMoved { Purpose = SweepPurpose.Release, After = "p1", IsDone = true },
        new StageReached { Stage = CampaignStage.Completed, At = Start },
        new UpdatePosted { Reference = "text/2", At = Start },
        new MilestoneApproved { Milestone = "roof", Evidence = "photo" },
        new ReportPublished { Report = ReportKind.Impact, Reference = "r1" },
        new ReportMissed { Report = ReportKind.Spending },
        new FundraiserAdded { Fundraiser = "f1", FundraiserKind = FundraiserKind.Person, Parent = "team", Goal = Eur(10) },
        new PledgeMade { Pledge = Pledge },
        new PledgeChanged { Pledge = "p1", Amount = Eur(10), CoveredFees = Eur(1) },
        new PledgeStood { Pledge = "p1", Standing = PledgeStanding.Void },
        new CollectionStarted { Pledge = "p1", At = Start },
        new MethodGiven { Pledge = "p1", Method = "card", At = Start },
        new AttemptMade { Pledge = "p1", Attempt = new PaymentAttempt { Key = Attempt, Operation = PaymentOperation.PayLink, Amount = Eur(100) }, At = Start },
        new PaymentLearned { Pledge = "p1", Event = Captured, At = Start },
        new BackerReminded { Pledge = "p1", Attempt = Attempt },
        new HoldCaptureAsked { Pledge = "p1", Attempt = Attempt, At = Start },
        new ReleaseAsked { Pledge = "p1", Attempt = Attempt, At = Start },
        new RefundAsked { Pledge = "p1", Attempt = Attempt, Refund = Attempt + "/refund/1", Amount = Eur(5), At = Start },
        new ProviderAsked { Pledge = "p1", Attempt = Attempt, At = Start },
        new RestGivenUp { Pledge = "p1", Amount = Eur(40) },
        new MoneyGivenBack { Pledge = "p1", Amount = Eur(5), Reason = "asked" },
        new FeedbackNoted { Pledge = "p1", IsMissing = true },
        new MoneyPosted { Entry = new LedgerEntry("captured", Attempt, Start, new Posting(Account.Backers, Eur(-5)), new Posting(Account.Escrow, Eur(5))) },
        new PayoutMade { Payout = Payout, At = Start, Tranches = 1 },
        new PayoutLearned { Event = Said.Of(ProviderEventKind.PayoutFailed, Start, Payout.Key) with { FailureCode = "closed-account" }, At = Start },
        new ReserveReleased(),
        new OwnerRepaid { Amount = Eur(5), Evidence = "bank", At = Start },
        new EffectRequested { Effect = Effects[0] },
        new EffectStarted { Effect = Attempt, At = Start, IsWithdrawn = true },
        new EffectSettled { Effect = Attempt, Refused = "in-doubt" },
    ];

    internal static readonly CampaignCommand[] Commands =
    [
        new DraftCampaign { Plan = Plan, Key = "k1", By = "somebody" },
        new SubmitForReview(),
        new ReviewCampaign { Verdict = ReviewVerdict.Rejected, Reason = "r1" },
        new LaunchCampaign(),
        new AnnounceFinalLap(),
        new ExtendDeadline { Deadline = Deadline, Reason = "r1" },
        new SuspendCampaign { Reason = "r1" },
        new ResumeCampaign(),
        new CancelCampaign { Reason = "r1" },
        new PostUpdate { Reference = "text/2" },
        new ApproveMilestone { Milestone = "roof", Evidence = "photo" },
        new PublishReport { Report = ReportKind.Spending, Reference = "r1" },
        new AddFundraiser { Fundraiser = "f1", FundraiserKind = FundraiserKind.Organisation, Parent = "x", Goal = Eur(10) },
        new MakePledge { Pledge = "p1", Backer = "b1", Amount = Eur(10), Tip = Eur(1), IsAnonymous = true, IsConditional = true, Via = "f1", Evidence = "e1", Method = "card", IsInvited = true },
        new ChangePledge { Pledge = "p1", Amount = Eur(10) },
        new CancelPledge { Pledge = "p1" },
        new GiveMethod { Pledge = "p1", Method = "card" },
        new ThankBacker { Pledge = "p1" },
        new RefundPledge { Pledge = "p1", Amount = Eur(1), Reason = "asked" },
        new RecordPayment { Pledge = "p1", Events = [Captured] },
        new RecordPayout { Events = [Said.Of(ProviderEventKind.PayoutReturned, Start, Payout.Key) with { PaymentId = "t1" }] },
        new RetryPayout(),
        new RecordRepayment { Amount = Eur(5), Evidence = "bank" },
        new AdvanceCampaign { Documents = ["pledge/p1"] },
        new StartEffect { Effect = Attempt },
        new SettleEffect { Effect = Attempt, Refused = "in-doubt" },
    ];

    private static PendingEffect<CampaignEffect> Effect(GatewayCall call) => new() { Key = call.Key, Due = Start, Effect = new GatewayEffect { Call = call, Pledge = "p1" } };
}
