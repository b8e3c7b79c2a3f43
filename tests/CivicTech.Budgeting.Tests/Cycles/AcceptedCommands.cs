using System.Collections.Immutable;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Paper;
using CivicTech.Budgeting.Plans;
using CivicTech.Budgeting.Proposals;
using CivicTech.Budgeting.Realisation;
using CivicTech.Budgeting.Results;
using CivicTech.Budgeting.Tests.Paper;
using CivicTech.Budgeting.Tests.Proposals;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Consensus;
using CivicTech.Numerics;
using CivicTech.Receipts;
using CivicTech.Tests.Budgeting.Realisation;
using CivicTech.Tests.Budgeting.Results;
using CivicTech.Ties;
using CivicTech.Time;
using NodaTime;
using static CivicTech.Budgeting.Tests.Proposals.ProposalSamples;

namespace CivicTech.Budgeting.Tests.Cycles;

/// <summary>Commands of every kind, each with all that it may say, and a moment of a cycle in which they are accepted.</summary>
internal static class AcceptedCommands
{
    internal static readonly CycleProcess Process = new(new RuleRegistry(new BudgetingRules(), new ConsensusRules()));

    private static readonly LocalDate June = new(2027, 6, 1);

    private static readonly ProposalContent Whole = new()
    {
        Area = "north", Theme = "nature", Place = new ProposalPlace { Reference = "square", Latitude = 48_856_600, Longitude = -2_352_200 }, Text = "text/1", Pictures = ["picture/1"], Submitter = SubmitterKind.Council,
    };

    private static readonly ProposalPlan Conditions = Rules with
    {
        Reviewers = 2, Moderation = ModerationMode.Hold, HoldHours = 48, MostPerPerson = 3, SubmitterConditions = ["resident"], SupporterConditions = ["of-age"], LowestPrice = Eur(1), HighestPrice = Eur(9_000),
        Shortlist = ShortlistRule.TopOfArea(5) with { Ties = ShortlistTies.ByNumber }, PublishesTogether = "publication",
    };

    // Each rule with every option, and each design with every member.
    private static readonly ImmutableArray<CyclePlan> Plans =
    [
        Small() with { Proposals = Conditions, Realisation = new RealisationPlan { Zone = Zone, GraceDays = 7 }, Paper = new PaperPlan { SingleEntry = true }, MidVote = MidVoteRule.Restart },
        Small() with
        {
            Calendar = new CycleCalendar
            {
                Stages =
                [
                    Calendar.Stages[1],
                    Stage("north", new(2026, 10, 1, 0, 0), new(2026, 11, 1, 0, 0), Permit(Activity.EnterCards, CycleRoles.Clerk)) with { Areas = ["north"] },
                ],
                Always = [Permit(Activity.Submit, CycleRoles.Citizen, CycleRoles.Officer)],
                Layout = StageLayout.NoOverlaps,
            },
        },
        Small() with
        {
            Count = new CountPlan
            {
                Rule = RuleChoice.Of(EqualShares.Wieliczka2023),
                Ties = ["lowest-cost", "lot"],
                MinimumVotes = 5,
                Quorum = 100,
                Order = CountOrder.LargestBudgetFirst,
                Leftover = LeftoverUse.ToArea,
                LeftoverArea = "north",
                Areas = [new AreaRules { Area = "north", Rule = RuleChoice.Of(new Greedy()), Ties = ["identifier"], MinimumVotes = 1, Quorum = 2 }],
                Comparison = RuleChoice.FixedWinners("ranking-by-votes@1", 3),
                SmallestGroup = 3,
            },
        },
        Counted(RuleChoice.Of(new Phragmen())),
        Counted(RuleChoice.Of(new MaximinSupport())),
        Voted(new KnapsackDesign { Minimum = 1, Maximum = 3 }),
        Voted(new SpendDesign { Minimum = 1, Maximum = 3, Share = new Rational(7, 10) }),
        Voted(new PointsDesign { Minimum = 1, Points = 10, MaximumPerProject = 5, MustUseAll = true }),
        Voted(new ForAgainstDesign { MaximumFor = 2, MaximumAgainst = 1 }),
        Voted(new RankingDesign { Maximum = 4 }) with { Count = new CountPlan { Rule = RuleChoice.FixedWinners("borda@1", 2) } },
        Voted(new GradesDesign { Scale = ["poor", "good"] }) with { Count = new CountPlan { Rule = RuleChoice.FixedWinners("majority-judgment@1", 2) } },
    ];

    internal static ImmutableArray<(Func<(CycleState State, Instant Now)> At, ImmutableArray<CycleCommand> Commands)> All { get; } =
    [
        (() => (Process.Initial, Start), [.. Plans.Select(plan => Administrator(new PlanCycle { Plan = plan, Key = "k" }))]),
        (() => (Process.Decide(Process.Initial, Administrator(new PlanCycle { Plan = Plan() }), Start).State, Start), [Administrator(new PublishPlan { Key = "k" })]),
        (() => At(new Solo(Rules with { SubmitterConditions = ["resident"] })), OfARunningCycle()),
        (() => At(Proposed()), OfProposals()),
        (() => At(new Solo().Feasible("p1").Feasible("p2")), [Officer(new ShortlistProposals { Area = "north" })]),
        (() => At(new Solo(Rules with { Shortlist = ShortlistRule.ByHand }).Feasible("p1").Feasible("p2")), [Officer(new ShortlistByHand { Area = "north", Chosen = ["p1", "p2"], Reason = "jury/1" })]),
        (() => At(Shortlisted(MidVoteRule.Refuse)), [Administrator(new FreezeBallot { OrderSeed = "4 8 15", Exclusions = [["p1", "p2"]], Commitment = LotSeed.Commit("sixteen characters"), PublicValue = "lottery" })]),
        (() => At(Frozen(MidVoteRule.Release)), [OfTheBallot()]),
        (() => At(Frozen(MidVoteRule.Restart)), [OfTheBallot()]),
        (() => (Opened(), PaperTown.Day(2)), OfPaper()),
        (
            () => (new CycleEvent[] { new VotingClosed { At = PaperTown.Closes }, new PaperClosed { At = PaperTown.EntryEnds, Open = 0 }, new SealAsked() }.Aggregate(Opened(), Process.Evolve), PaperTown.EntryEnds),
            [new RecordSeal { Content = new BoxContent { Voters = 2, Areas = [Town.Numbers("north", 2), Town.Numbers("south", 0)], Ballots = Digest.Of("ballots"u8), Trackers = Digest.Of("trackers"u8) } }]),
        (() => At(Sealed()), [Administrator(new RevealLot { Secret = CountedCycle.Secret, PublicValue = "7" })]),
        (() => At(Revealed()), [new RecordCount { Result = Revealed().Result }]),
        (() => At(Sealed().Counted()), [Administrator(new CertifyResult { Result = Revealed().Result.Digest }), Administrator(new ProposeOverride { Area = "south", Funded = ["E"], Reason = "flood plain" })]),
        (() => At(Overridden()), [Administrator(new ConfirmOverride { Area = "south", Number = 1 })]),
        (() => At(Certified()), [Administrator(new PublishResult())]),
        (() => At(RealisationTests.Published()), [Officer(new FundProjects { Projects = ["A", "B"], Decision = "council 12" }), new FollowProject { Project = "A", Person = "zoe" }]),
        (() => At(InWork()), OfProjects()),
        (
            () => At(Done(InWork(), [.. new[] { "design", "build", "sign" }.Select(milestone => new ReportMilestone { Project = "A", Milestone = milestone })])),
            [Officer(new FinishProject { Project = "A", Spent = Eur(55), Report = "report" })]),
        (() => At(Done(InWork(), new SuspendProject { Project = "A", Reason = "winter" })), [Officer(new ResumeProject { Project = "A" })]),
        (() => At(Done(RealisationTests.Published(), [.. new[] { "A", "B", "D" }.Select(project => new AbandonProject { Project = project, Reason = "r" })])), [Administrator(new CompleteCycle())]),
    ];

    private static ImmutableArray<CycleCommand> OfARunningCycle() =>
    [
        new SubmitProposal { Key = "k", By = "ann", Proposal = "p1", Author = "ann", Content = Whole, Eligibility = [new() { Criterion = "resident", Finding = Finding.Met }] },
        Administrator(new ExtendStage { Stage = "vote", Ends = Deadline.EndOf(new(2026, 10, 5), Zone), Reason = "reason/1" }),
        Administrator(new CancelCycle { Reason = "reason/1" }),
        new AdvanceCycle { Documents = ["head", "project/a"] },
        new AdvanceCycle(),
    ];

    // p1 with a co-author named, a comment and a hidden one; p3 is hidden, p4 admissible, p5 feasible without a price, p6 infeasible, p7 appealed.
    private static Solo Proposed()
    {
        var solo = new Solo(Rules with { SupporterConditions = ["of-age"] }).Submitted("p1").Submitted("p2", "bob").Submitted("p3").Submitted("p4").Assessed("p4").Feasible("p5", price: null).Infeasible("p6").Infeasible("p7");
        solo.Do(new AddAuthor { Proposal = "p1", Author = "bob", By = "ann" });
        solo.Do(new CommentOnProposal { Proposal = "p1", Comment = "c0", Author = "bob", Text = "text/2" });
        solo.Do(new CommentOnProposal { Proposal = "p1", Comment = "c1", Author = "bob", Text = "text/2" });
        solo.Do(Officer(new HideComment { Proposal = "p1", Comment = "c0", Reason = "reason/1" }));
        solo.Do(Officer(new HideProposal { Proposal = "p3", Reason = "reason/1" }));
        solo.Do(Support("s1"));
        solo.Do(new FileAppeal { By = "ann", Proposal = "p7", Grounds = "grounds/1" });
        return solo;
    }

    private static SupportProposal Support(string person) => new() { Proposal = "p1", Person = person, Eligibility = [new() { Criterion = "of-age", Finding = Finding.Met }] };

    private static ImmutableArray<CycleCommand> OfProposals() =>
    [
        new EditProposal { By = "ann", Proposal = "p1", Content = Whole },
        new WithdrawProposal { By = "ann", Proposal = "p1", Reason = "reason/1" },
        new AddAuthor { By = "ann", Proposal = "p1", Author = "cem" },
        new ConfirmAuthor { By = "bob", Proposal = "p1" },
        new CommentOnProposal { Proposal = "p1", Comment = "c2", Author = "bob", Text = "text/2", ReplyTo = "c1" },
        Support("s2"),
        new WithdrawSupport { Proposal = "p1", Person = "s1" },
        Officer(new HideProposal { Proposal = "p1", Reason = "reason/1" }),
        Officer(new ShowProposal { Proposal = "p3", Reason = "reason/1" }),
        Officer(new HideComment { Proposal = "p1", Comment = "c1", Reason = "reason/1" }),
        Officer(new ShowComment { Proposal = "p1", Comment = "c0", Reason = "reason/1" }),
        Officer(new AssessProposal { Proposal = "p1", Reviewer = "rob", Criterion = "resident", Finding = Finding.NotMet, Reason = "reason/1" }),
        Officer(new DecideFeasibility { Proposal = "p4", IsFeasible = false, Reason = "reason/1" }),
        Officer(new SetPrice { Proposal = "p5", Price = Eur(12), Explanation = "price/1" }),
        new FileAppeal { By = "ann", Proposal = "p6", Grounds = "grounds/1" },
        Officer(new DecideAppeal { Proposal = "p7", IsUpheld = true, Reason = "reason/1" }),
        Officer(new RewordProposal { Proposal = "p1", Text = "text/3", Meeting = "meeting/1", Participants = 23 }),
        Officer(new GroupProposals { Proposal = "g", Parts = ["p1", "p2"], Content = Whole }),
        Officer(new SplitProposal { Proposal = "p1", Parts = [new() { Proposal = "x", Content = Whole }, new() { Proposal = "y", Content = Content() }] }),
        new StartEffect { Effect = "authors/p4/1" },
        new SettleEffect { Effect = "authors/p4/1", Refused = "code" },
    ];

    private static Solo Shortlisted(MidVoteRule midVote)
    {
        var solo = new Solo(Plan() with { MidVote = midVote }).Feasible("p1").Feasible("p2").Feasible("p3", content: Content("south"));
        solo.Do(Officer(new ShortlistProposals()));
        return solo;
    }

    private static Solo Frozen(MidVoteRule midVote)
    {
        var solo = Shortlisted(midVote);
        solo.Do(Administrator(new FreezeBallot()));
        return solo;
    }

    private static ChangeBallot OfTheBallot() =>
        Administrator(new ChangeBallot { Change = new BallotChange { Removed = ["p1"], Released = ["p2"], Costs = [new("p3", Eur(1))], Budgets = [new("north", Eur(2)), new("south", Eur(3))] }, Reason = "reason/1" });

    private static CycleState Opened()
    {
        var plan = PaperTown.PlanOf(PaperTown.Plain, null);
        var state = new CycleEvent[]
        {
            new CyclePlanned { Plan = plan },
            new PlanPublished { At = PaperTown.Opens, Rules = PlanDigest.Of(plan) },
            new BallotFrozen { At = PaperTown.Opens, Ballot = new OfficialBallot { Edition = 1, Areas = plan.Voting.Areas, Projects = PaperTown.Projects } },
            new VotingOpened { At = PaperTown.Opens },
        }.Aggregate(Process.Initial, Process.Evolve);
        PaperCommand[] begun =
        [
            new OpenBatch { Batch = "b", Station = "hall", Area = "north", Declared = 7 },
            new EnterCard { Batch = "b", Number = "1", ReceivedAt = PaperTown.Day(2) },
            new OpenBatch { Batch = "lost", Station = "hall", Declared = 2 },
        ];
        return begun.Aggregate(state, (before, command) => Process.Decide(before, PaperTown.By("clara", command), PaperTown.Day(2)).State);
    }

    private static ImmutableArray<CycleCommand> OfPaper() =>
    [
        PaperTown.By("clara", new OpenBatch { Batch = "urn", Station = "hall", Area = "north", BatchKind = BatchKind.Anonymous, Declared = 7 }),
        PaperTown.By("clara", new CorrectBatch { Batch = "b", Change = -2, Reason = "miscounted" }),
        PaperTown.By("ann", new EnterCard { Batch = "b", Number = "2", ReceivedAt = PaperTown.Day(2), Warnings = ["w"] }),
        new DecideCard { Batch = "b", Number = "1", Outcome = CardStatus.Invalid, Flaws = [CardFlaw.NotSigned, CardFlaw.ReceivedLate], By = "ann" },
        PaperTown.By("clara", new VoidCard { Batch = "b", Number = "1", Reason = "torn" }),
        PaperTown.By("clara", new ReconcileBatch { Batch = "lost", Missing = 2, Reason = "fire", Ticked = 3 }),
    ];

    private static CountedCycle Sealed() => new(
        Town.Of("north:100 south:50", "A/north:60 B/north:10 C/north:25+x D/south:45+x E/south:40", "north 5*A,B", "north 4*C", "south 9*D", "south 2*E"),
        new CountPlan { Ties = ["lot"], Comparison = RuleChoice.ByVotes });

    private static CountedCycle Revealed() => Done(Sealed(), new RevealLot { Secret = CountedCycle.Secret, PublicValue = "7" });

    private static CountedCycle Overridden() => Done(Sealed().Counted(), new ProposeOverride { Area = "south", Funded = ["E"], Reason = "flood plain" });

    private static CountedCycle Certified() => Done(Sealed().Counted(), new CertifyResult { Result = Revealed().Result.Digest });

    private static CountedCycle InWork() => Done(RealisationTests.InWork(), new FollowProject { Project = "A", Person = "zoe" });

    private static ImmutableArray<CycleCommand> OfProjects() =>
    [
        Officer(new PlanProject { Project = "B", Milestones = [new() { Name = "build", Weight = 90, Planned = June }, new() { Name = "sign", Weight = 10, Planned = June.PlusDays(9) }] }),
        Officer(new StartProject { Project = "B", Phase = ProjectStatus.InStudy, On = new LocalDate(2026, 12, 10) }),
        Officer(new ReportMilestone { Project = "A", Milestone = "design", On = new LocalDate(2026, 12, 10), Evidence = "photo" }),
        Officer(new ReportSpending { Project = "A", Entry = Eur(50), Reference = "invoice" }),
        Officer(new ReportSpending { Project = "A", Total = Eur(60), Reference = "account" }),
        Officer(new ApproveIncrease { Project = "A", Amount = Eur(5), Decision = "council 13", FromLeftovers = true }),
        Officer(new ReportDelay { Project = "A", Milestone = "design", NewDate = June.PlusDays(20), Reason = "rain" }),
        Officer(new SuspendProject { Project = "A", Reason = "winter" }),
        Officer(new AbandonProject { Project = "A", Reason = "no site" }),
        Officer(new MergeProject { Project = "B", Into = "A", Reason = "same place" }),
        new UnfollowProject { Project = "A", Person = "zoe" },
    ];

    private static CountedCycle Done(CountedCycle cycle, params ImmutableArray<CycleCommand> commands)
    {
        foreach (var command in commands)
        {
            cycle.Do(command);
        }

        return cycle;
    }

    private static (CycleState State, Instant Now) At(Solo solo) => (solo.State, solo.Now);

    private static (CycleState State, Instant Now) At(CountedCycle cycle) => (cycle.State, cycle.Now);

    // One area and one stage: a plan has many places.
    private static CyclePlan Small() => Plan(new ProposalPlan(), Calendar with { Stages = [.. Calendar.Stages], Always = [] }) with
    {
        Voting = new VotingPlan
        {
            Areas = [new VotingArea { Id = "north", Budget = Eur(100_000) }],
            Design = new ApprovalDesign { Minimum = 1, Maximum = 3 },
            Voters = new VoterRule { MinimumAge = 16, MaximumAge = 120, AgeAsOf = new LocalDate(2026, 9, 7), ResidenceAsOf = new LocalDate(2026, 9, 1) },
            Access = AreaAccess.OwnAndWholeCity,
        },
    };

    private static CyclePlan Counted(RuleChoice rule) => Small() with { Count = new CountPlan { Rule = rule } };

    private static CyclePlan Voted(BallotDesign design)
    {
        var plan = Small();
        return plan with { Voting = plan.Voting with { Areas = [plan.Voting.Areas[0] with { Group = "districts", Design = design }], Design = null, CombinedMaximum = 3 } };
    }
}
