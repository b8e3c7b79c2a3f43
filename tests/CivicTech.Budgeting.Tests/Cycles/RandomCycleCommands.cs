using System.Collections.Immutable;
using CivicTech.Amounts;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Paper;
using CivicTech.Budgeting.Plans;
using CivicTech.Budgeting.Proposals;
using CivicTech.Budgeting.Realisation;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Ties;
using CivicTech.Time;
using NodaTime;
using static CivicTech.Budgeting.Tests.Cycles.PlayedCycle;

namespace CivicTech.Budgeting.Tests.Cycles;

/// <summary>Commands of all rooms, valid and invalid: mostly such as make sense where the cycle stands.</summary>
internal sealed class RandomCycleCommands(SplitMix64 random, CyclePlan plan)
{
    internal static readonly string[] Batches = ["cards", "urn"];

    private static readonly string[] Ids = ["p0", "p1", "p2", "p3", "p4", "p5"];
    private static readonly string[] People = ["ann", "bob", "cem"];
    private static readonly string[] Areas = ["north", "north", "south"];
    private static readonly string[] Milestones = ["m0", "m1"];

    private int _made;

    /// <summary>Ten days for everything about proposals, five for the vote, two for paper, and time to carry out what won.</summary>
    internal static CycleCalendar Calendar { get; } = new()
    {
        Stages =
        [
            Stage(
                "work",
                1,
                11,
                Allow(Activity.Submit, CycleRoles.Citizen),
                Allow(Activity.Edit, CycleRoles.Author, CycleRoles.Administrator),
                Allow(Activity.Support, CycleRoles.Citizen),
                Allow(Activity.Assess, CycleRoles.Officer),
                Allow(Activity.Value, CycleRoles.Officer),
                Allow(Activity.CoConstruct, CycleRoles.Officer),
                Allow(Activity.Group, CycleRoles.Officer),
                Allow(Activity.Shortlist, CycleRoles.Administrator)),
            Stage("publication", 4, 5),
            Stage("vote", 11, 16, Allow(Activity.Vote, CycleRoles.Citizen), Allow(Activity.EnterCards, CycleRoles.Clerk)),
            Stage("paper", 16, 18, Allow(Activity.EnterCards, CycleRoles.Clerk)),
            Stage("realise", 18, 900, Allow(Activity.Realise, CycleRoles.Officer)),
        ],
        Always =
        [
            Allow(Activity.Comment, CycleRoles.Citizen),
            Allow(Activity.Moderate, CycleRoles.Officer),
            Allow(Activity.Appeal, CycleRoles.Author),
            Allow(Activity.JudgeAppeal, CycleRoles.Officer),
        ],
    };

    private string Project => random.Pick(Ids);

    private Money Amount => Eur(random.Below(95) - (random.OneIn(12) ? 5 : 0));

    internal CycleCommand Next(CycleState state, Instant now)
    {
        var status = random.OneIn(8) ? random.Pick(Enum.GetValues<CycleStatus>()) : state.Head.Status;
        var command = status switch
        {
            CycleStatus.None => new PlanCycle { Plan = random.OneIn(3) ? plan with { Description = "" } : plan },
            CycleStatus.Draft => random.OneIn(3) ? new PlanCycle { Plan = plan } : new PublishPlan(),
            CycleStatus.Running => random.OneIn(20) ? OfTheCycle() : random.OneIn(IsListed(state) ? 4 : 40) ? Freeze(state) : OfProposals(state),
            CycleStatus.BallotFrozen or CycleStatus.Voting => random.Below(4) switch { 0 => OfTheCycle(), 1 => Change(), 2 => OfPaper(), _ => OfProposals(state) },
            CycleStatus.Sealing => random.OneIn(5) ? OfTheCycle() : OfPaper(),
            CycleStatus.Closed or CycleStatus.Counted or CycleStatus.Certified => random.OneIn(9) ? OfTheCycle() : OfResults(state),
            CycleStatus.Published => random.OneIn(9) ? OfResults(state) : OfProjects(now),
            _ => random.OneIn(2) ? OfTheCycle() : OfProposals(state),
        };
        var role = random.OneIn(15) ? random.Pick([CycleRoles.Citizen, CycleRoles.Author, CycleRoles.Officer, CycleRoles.Clerk, CycleRoles.Administrator]) : RoleOf(command.Activity);
        return command with { Role = role, By = random.OneIn(15) ? null : random.Pick(People) };
    }

    internal VotingCommand Vote() => random.Below(8) switch
    {
        0 => new WithdrawBallot { Area = random.Pick(Areas) },
        1 => new SeeNotices(),
        2 or 3 => new SaveBasket { Area = random.Pick(Areas), Lines = Lines() },
        4 or 5 => new SubmitBasket(),
        _ => new CastBallot { Area = random.Pick(Areas), Lines = Lines() },
    };

    internal ImmutableArray<BallotLine> Lines() => [.. Ids.Append("g0").Where(_ => random.OneIn(4)).Select(id => new BallotLine { Project = id })];

    private static string RoleOf(Activity? activity) => activity switch
    {
        Activity.Administer or Activity.Shortlist => CycleRoles.Administrator,
        Activity.Moderate or Activity.Assess or Activity.Value or Activity.JudgeAppeal or Activity.CoConstruct or Activity.Group or Activity.Realise => CycleRoles.Officer,
        Activity.EnterCards => CycleRoles.Clerk,
        _ => CycleRoles.Citizen,
    };

    private static CycleStage Stage(string name, int from, int to, params ImmutableArray<Permit> permits) => new() { Name = name, Starts = Day(from), Ends = Day(to), Permits = permits };

    private static Deadline Day(int day) => new(new LocalDate(2027, 3, 20).PlusDays(day).AtMidnight(), Zone);

    private static Permit Allow(Activity activity, params ImmutableArray<string> roles) => new() { Activity = activity, Roles = roles };

    private CycleCommand OfTheCycle() => random.Below(8) switch
    {
        0 => new CancelCycle { Reason = random.OneIn(4) ? "reasons/1" : "" },
        1 => new CompleteCycle(),
        2 => new PublishPlan(),
        3 => new PlanCycle { Plan = plan },
        4 => new FreezeBallot(),
        _ => new ExtendStage { Stage = random.Pick(["work", "vote", "paper", "realise", "summer"]), Ends = Day(random.Between(9, 22)).PlusDays(random.OneIn(3) ? 80 : 0), Reason = "reasons/2" },
    };

    private FreezeBallot Freeze(CycleState state)
    {
        var listed = state.Proposals.All.Where(proposal => proposal.Value.Status == ProposalStatus.Shortlisted).Select(proposal => proposal.Key).ToList();
        return new FreezeBallot
        {
            OrderSeed = random.OneIn(2) ? "7 9 16" : null,
            Exclusions = listed.Count > 1 && random.OneIn(2) ? [[listed[0], listed[1]]] : random.OneIn(9) ? [[Project]] : [],
            Commitment = random.OneIn(9) ? null : LotSeed.Commit(Secret),
            PublicValue = "the lottery of Sunday",
        };
    }

    private ChangeBallot Change() => new()
    {
        Change = random.Below(5) switch
        {
            0 => new BallotChange { Removed = [Project] },
            1 => new BallotChange { Released = [Project] },
            2 => new BallotChange { Costs = [new(Project, Amount)] },
            3 => new BallotChange { Budgets = [new(random.Pick(Areas), Amount)] },
            _ => new BallotChange { Removed = [Project, Project], Costs = [new(Project, Amount), new("g0", Amount)] },
        },
        Reason = "reasons/3",
    };

    private ProposalContent Content() => new()
    {
        Area = random.Pick(Areas),
        Text = $"texts/{random.Below(3)}",
        Place = random.OneIn(3) ? new ProposalPlace { Reference = random.Pick(["park", "square"]) } : null,
    };

    private static bool IsListed(CycleState state) => state.Proposals.All.Any(proposal => proposal.Value.Status == ProposalStatus.Shortlisted);

    // Mostly one that stands so, those without a price first.
    private string In(CycleState state, ProposalStatus status, string otherwise)
    {
        var there = state.Proposals.All.Where(proposal => proposal.Value.Status == status).OrderBy(proposal => proposal.Value.Price is not null).Select(proposal => proposal.Key).ToList();
        return there.Count == 0 || random.OneIn(5) ? otherwise : random.OneIn(2) ? there[0] : random.Pick(there);
    }

    private CycleCommand OfProposals(CycleState state)
    {
        var id = random.OneIn(6) && state.Proposals.All.Any() ? random.Pick(state.Proposals.All.Select(proposal => proposal.Key).ToList()) : Project;
        return random.Below(40) switch
        {
            < 7 => new SubmitProposal { Proposal = id, Author = random.Pick(People), Content = Content() },
            7 => new EditProposal { Proposal = id, Content = Content() },
            8 => random.OneIn(3) ? new WithdrawProposal { Proposal = id } : new AddAuthor { Proposal = id, Author = random.Pick(People) },
            9 => new ConfirmAuthor { Proposal = id },
            10 or 11 => new SupportProposal { Proposal = id, Person = random.Pick(People) },
            12 => new WithdrawSupport { Proposal = id, Person = random.Pick(People) },
            13 => new CommentOnProposal { Proposal = id, Comment = $"c{random.Below(2)}", Author = random.Pick(People), Text = "texts/c" },
            14 => random.OneIn(2) ? new HideProposal { Proposal = id, Reason = "r" } : new ShowProposal { Proposal = id, Reason = "r" },
            15 => random.OneIn(2) ? new HideComment { Proposal = id, Comment = "c0", Reason = "r" } : new ShowComment { Proposal = id, Comment = "c0", Reason = "r" },
            < 22 => new AssessProposal { Proposal = In(state, ProposalStatus.Submitted, id), Reviewer = random.Pick(People), Criterion = "useful", Finding = random.OneIn(5) ? Finding.NotMet : Finding.Met, Reason = random.OneIn(2) ? "r" : null },
            < 27 => new DecideFeasibility { Proposal = In(state, ProposalStatus.Admissible, id), IsFeasible = !random.OneIn(5), Reason = random.OneIn(2) ? "r" : null },
            < 33 => new SetPrice { Proposal = In(state, ProposalStatus.Feasible, id), Price = Amount, Explanation = "e" },
            33 => new FileAppeal { Proposal = In(state, ProposalStatus.Infeasible, id), Grounds = "g" },
            34 => new DecideAppeal { Proposal = In(state, ProposalStatus.Appealed, id), IsUpheld = random.OneIn(2), Reason = "r" },
            35 => new RewordProposal { Proposal = id, Text = "texts/w", Meeting = "m", Participants = random.Below(9) - 1 },
            36 => new GroupProposals { Proposal = $"g{_made++}", Parts = [id, Project], Content = Content() },
            37 => random.OneIn(2)
                ? new SplitProposal { Proposal = id, Parts = [new NewPart { Proposal = $"s{_made++}", Content = Content() }, new NewPart { Proposal = $"s{_made++}", Content = Content() }] }
                : new GroupProposals { Proposal = $"g{_made++}", Parts = ["p0", "p1"], Content = Content() },
            _ => plan.Proposals.Shortlist.Kind == ShortlistKind.ByHand || random.OneIn(9)
                ? new ShortlistByHand { Chosen = [.. state.Proposals.All.Where(proposal => proposal.Value is { Price: not null, HiddenFor: null, Status: ProposalStatus.Feasible or ProposalStatus.Shortlisted }).Select(proposal => proposal.Key)], Reason = "r" }
                : new ShortlistProposals { Area = random.OneIn(3) ? random.Pick(Areas) : null },
        };
    }

    private CycleCommand OfPaper()
    {
        var batch = random.Pick(Batches);
        return random.Below(4) switch
        {
            0 or 1 => new OpenBatch { Batch = batch, Station = "hall", Area = batch == "urn" ? null : "north", BatchKind = batch == "urn" ? BatchKind.Anonymous : BatchKind.Identified, Declared = 3 },
            2 => new CorrectBatch { Batch = batch, Change = random.Between(-2, 1), Reason = "miscounted" },
            _ => new ReconcileBatch { Batch = batch, Missing = random.Below(4), Reason = "lost" },
        };
    }

    private CycleCommand OfResults(CycleState state) => random.Below(7) switch
    {
        0 => new RevealLot { Secret = random.OneIn(3) ? "another secret of characters" : Secret, PublicValue = "4 8 15" },
        1 or 2 => new CertifyResult { Result = random.OneIn(4) ? default : state.Head.Results.Result ?? default },
        3 => new PublishResult(),
        4 => new ProposeOverride { Area = random.Pick(Areas), Funded = [.. Ids.Where(_ => random.OneIn(4))], Reason = "r" },
        5 => new ConfirmOverride { Area = random.Pick(Areas), Number = 1 + random.Below(2) },
        _ => new PublishResult(),
    };

    private CycleCommand OfProjects(Instant now)
    {
        var (project, today) = (Project, now.InUtc().Date);
        return random.Below(20) switch
        {
            < 4 => new FundProjects { Projects = [project], Decision = "d" },
            4 or 5 => new PlanProject { Project = project, Milestones = [new MilestonePlan { Name = "m0", Weight = 60, Planned = today.PlusDays(random.Below(20)) }, new MilestonePlan { Name = "m1", Weight = 40, Planned = today.PlusDays(9) }] },
            6 or 7 => new StartProject { Project = project, Phase = random.OneIn(2) ? ProjectStatus.InStudy : ProjectStatus.InWork },
            8 or 9 => new ReportMilestone { Project = project, Milestone = random.Pick(Milestones) },
            10 => new ReportSpending { Project = project, Entry = Amount, Reference = "r" },
            11 => new ApproveIncrease { Project = project, Amount = Amount, Decision = "d", FromLeftovers = random.OneIn(2) },
            12 => new ReportDelay { Project = project, Milestone = "m0", NewDate = today.PlusDays(random.Below(30)), Reason = "r" },
            13 => random.OneIn(2) ? new SuspendProject { Project = project, Reason = "r" } : new ResumeProject { Project = project },
            14 => new FinishProject { Project = project, Spent = Amount, Report = "r" },
            15 => random.OneIn(2) ? new AbandonProject { Project = project, Reason = "r" } : new MergeProject { Project = project, Into = Project, Reason = "r" },
            16 => new FollowProject { Project = project, Person = random.Pick(People) },
            17 => new UnfollowProject { Project = project, Person = random.Pick(People) },
            18 => new CompleteCycle(),
            _ => new ResumeProject { Project = project },
        };
    }
}
