using System.Collections.Immutable;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Proposals;
using CivicTech.Budgeting.Results;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Numerics;
using NodaTime;
using static CivicTech.Budgeting.Calendars.Activity;
using static CivicTech.Budgeting.Calendars.CycleRoles;
using static CivicTech.Budgeting.Plans.YearCalendar;

namespace CivicTech.Budgeting.Plans;

/// <summary>Plans as cities and platforms know them. Each is a whole plan; what a city does otherwise is changed by <c>with</c>.</summary>
/// <remarks>Figures are those that are published; where nothing is, the defaults of the plan hold. Each plan is checked when its cycle is planned.</remarks>
public static class CyclePresets
{
    private const string Districts = "districts";
    private const int AppealDays = 14;

    /// <summary>
    /// Paris from 2014: everybody proposes in January and February; officials study every proposal by four criteria until May while citizens comment; from June to September proposals are
    /// worked on together and grouped; in September everybody votes, online or on paper, once, for one project of one area; the council funds in December, and works begin in January.
    /// </summary>
    /// <param name="basics">What the city is; areas have budgets.</param>
    /// <param name="minimumVotes">The votes that a project needs to be carried out.</param>
    /// <remarks>The vote overlaps with the work on proposals: freeze the ballot before September begins.</remarks>
    public static CyclePlan Paris(CycleBasics basics, long minimumVotes = 1)
    {
        ArgumentNullException.ThrowIfNull(basics);
        return Plan(
            basics,
            ParisYear(basics),
            new ProposalPlan { Criteria = AdmissibilityCriterion.Paris, Appeals = new AppealRule { Days = AppealDays, Zone = basics.Zone } },
            new VotingPlan { Areas = basics.Areas, Design = new ApprovalDesign { Minimum = 1, Maximum = 1 }, Access = AreaAccess.OneArea, Submission = Submission.Basket },
            new CountPlan { MinimumVotes = minimumVotes, Ties = ["lot"] });
    }

    /// <summary>
    /// Paris since 2021: the year as before, but everybody gives each project of the city and of one district one of four grades, and majority judgment takes a fixed number of winners from
    /// each area in place of a money limit.
    /// </summary>
    /// <param name="basics">What the city is; budgets of areas are not needed.</param>
    /// <param name="districtWinners">How many projects of each district win.</param>
    /// <param name="cityWinners">How many projects of the whole city win.</param>
    /// <remarks>
    /// The rule is <c>majority-judgment@1</c>, which the host brings with <c>CivicTech.Consensus</c>: <c>AddConsensus()</c>. A district without a limit of money funds its winners whatever they
    /// cost.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">A number of winners is negative.</exception>
    public static CyclePlan ParisByMajorityJudgment(CycleBasics basics, int districtWinners, int cityWinners)
    {
        ArgumentNullException.ThrowIfNull(basics);
        const string Judgment = "majority-judgment@1";
        return Plan(
            basics,
            ParisYear(basics),
            new ProposalPlan { Criteria = AdmissibilityCriterion.Paris, Appeals = new AppealRule { Days = AppealDays, Zone = basics.Zone } },
            new VotingPlan
            {
                Areas = OneDistrictEach(basics.Areas),
                Design = new GradesDesign { Minimum = 1, Scale = ["not-convinced", "why-not", "like", "love"] },
                Access = AreaAccess.OnePerGroup,
                Submission = Submission.Basket,
            },
            new CountPlan
            {
                Rule = RuleChoice.FixedWinners(Judgment, districtWinners),
                Areas = [.. basics.Areas.Where(area => area.IsWholeCity).Select(area => new AreaRules { Area = area.Id, Rule = RuleChoice.FixedWinners(Judgment, cityWinners) })],
                MinimumVotes = 1,
                Ties = ["lot"],
            });
    }

    /// <summary>
    /// The ten phases of CONSUL: drafting, informing, accepting, reviewing, selecting by supports, valuating, publishing prices, balloting (a knapsack in one district and the city, changed
    /// until the end), reviewing ballots, finished.
    /// </summary>
    /// <param name="basics">What the city is; areas have budgets.</param>
    /// <param name="supports">How many supports bring a proposal to the vote.</param>
    /// <remarks>What becomes known of the valuation becomes known at once, when prices are published. CONSUL breaks ties for the newest; here a lot does.</remarks>
    public static CyclePlan Consul(CycleBasics basics, int supports)
    {
        ArgumentNullException.ThrowIfNull(basics);
        var calendar = new YearCalendar(basics.Zone, basics.Year)
            .Stage("drafting", (1, 1), (1, 14))
            .Stage("informing", (1, 15), (1, 31))
            .Stage("accepting", (2, 1), (2, 29), Allow(Submit, Citizen, Administrator), Allow(Edit, Author), Allow(Comment, Citizen))
            .Stage("reviewing", (3, 1), (3, 31), Allow(Assess, Officer), Allow(Comment, Citizen))
            .Stage("selecting", (4, 1), (4, 30), Allow(Support, Citizen), Allow(Comment, Citizen), Allow(Group, Officer))
            .Stage("valuating", (5, 1), (6, 15), Allow(Value, Officer), Allow(Comment, Citizen), Allow(Shortlist, Administrator))
            .Stage("publishing-prices", (6, 16), (6, 30), Allow(Comment, Citizen), Allow(Appeal, Author), Allow(JudgeAppeal, Officer), Allow(Value, Officer), Allow(Shortlist, Administrator))
            .Stage("balloting", (7, 1), (7, 31), Allow(Vote, Citizen), Allow(EnterCards, Clerk))
            .Stage("reviewing-ballots", (8, 1), (8, 31), Allow(EnterCards, Clerk))
            .Stage("finished", (9, 1), (36, 31), Allow(Realise, Officer))
            .With(Allow(Moderate, Officer)) with
        { Layout = StageLayout.Contiguous };
        return Plan(
            basics,
            calendar,
            new ProposalPlan
            {
                Criteria = [new AdmissibilityCriterion { Id = "accepted", IsRequired = true }],
                TakesSupports = true,
                Shortlist = ShortlistRule.Threshold(supports),
                Appeals = new AppealRule { Days = AppealDays, Zone = basics.Zone },
                PublishesTogether = "publishing-prices",
            },
            new VotingPlan { Areas = OneDistrictEach(basics.Areas), Design = new KnapsackDesign(), Access = AreaAccess.OnePerGroup, Submission = Submission.ReviseUntilClose },
            new CountPlan { MinimumVotes = 1, Ties = ["highest-votes", "lot"] });
    }

    /// <summary>
    /// Decidim's steps: proposals are collected and supported, evaluated, voted on by ballots that spend at least seven tenths of the budget of the one area that a voter chooses, and followed
    /// until they are carried out.
    /// </summary>
    /// <param name="basics">What the city is; areas have budgets.</param>
    /// <param name="winnersOfArea">How many of the most supported proposals of each area come to the vote.</param>
    /// <remarks>Winners are chosen by hand there; here they are funded by votes, and another choice is an override by two people.</remarks>
    public static CyclePlan Decidim(CycleBasics basics, int winnersOfArea)
    {
        ArgumentNullException.ThrowIfNull(basics);
        var calendar = new YearCalendar(basics.Zone, basics.Year)
            .Stage("proposals", (2, 1), (3, 15), Allow(Submit, Citizen), Allow(Edit, Author), Allow(Comment, Citizen))
            .Stage("supports", (3, 16), (4, 15), Allow(Support, Citizen), Allow(Comment, Citizen))
            .Stage("evaluation", (4, 16), (6, 15), Allow(Value, Officer), Allow(Group, Officer), Allow(CoConstruct, Officer, Author), Allow(Shortlist, Administrator))
            .Stage("voting", (6, 16), (6, 30), Allow(Vote, Citizen), Allow(EnterCards, Clerk))
            .Stage("results", (7, 1), (7, 31), Allow(EnterCards, Clerk))
            .Stage("accountability", (8, 1), (36, 31), Allow(Realise, Officer))
            .With(Allow(Moderate, Officer));
        return Plan(
            basics,
            calendar,
            new ProposalPlan { TakesSupports = true, Shortlist = ShortlistRule.TopOfArea(winnersOfArea) },
            new VotingPlan { Areas = basics.Areas, Design = new SpendDesign { Share = new Rational(7, 10) }, Access = AreaAccess.OneArea, Submission = Submission.Basket },
            new CountPlan { MinimumVotes = 1, Ties = ["highest-votes", "lot"] });
    }

    /// <summary>
    /// Warsaw: proposals of residents are evaluated formally and on their merits, with an appeal; everybody chooses up to 10 projects of the city and up to 15 of one district, online or on an
    /// equal paper card; projects need a least number of votes; districts are counted before the city, of projects that exclude each other one wins, ties are broken by lot and put on record.
    /// </summary>
    /// <param name="basics">What the city is; areas have budgets.</param>
    /// <param name="cityMinimum">The votes that a project of the whole city needs.</param>
    /// <param name="districtMinimum">The votes that a project of a district needs.</param>
    public static CyclePlan Warsaw(CycleBasics basics, long cityMinimum, long districtMinimum)
    {
        ArgumentNullException.ThrowIfNull(basics);
        var calendar = new YearCalendar(basics.Zone, basics.Year)
            .Stage("submitting", (12, 1), (13, 25), Allow(Submit, Citizen), Allow(Edit, Author), Allow(Comment, Citizen))
            .Stage("rating", (13, 26), (17, 4), Allow(Assess, Officer), Allow(Value, Officer), Allow(CoConstruct, Author, Officer), Allow(Comment, Citizen))
            .Stage("appeals", (17, 5), (18, 10), Allow(Appeal, Author), Allow(JudgeAppeal, Officer), Allow(Value, Officer), Allow(Shortlist, Administrator))
            .Stage("voting", (18, 15), (18, 30), Allow(Vote, Citizen), Allow(EnterCards, Clerk))
            .Stage("counting", (19, 1), (19, 12), Allow(EnterCards, Clerk))
            .Stage("realisation", (21, 1), (48, 31), Allow(Realise, Officer))
            .With(Allow(Moderate, Officer));
        return Plan(
            basics,
            calendar,
            new ProposalPlan
            {
                Criteria = [new AdmissibilityCriterion { Id = "formal", IsRequired = true }],
                Appeals = new AppealRule { Days = AppealDays, Zone = basics.Zone },
            },
            new VotingPlan
            {
                Areas = [.. OneDistrictEach(basics.Areas).Select(area => area with { Design = new ApprovalDesign { Minimum = 1, Maximum = area.IsWholeCity ? 10 : 15 } })],
                Access = AreaAccess.OnePerGroup,
                Submission = Submission.OneShot,
                Precedence = ChannelPrecedence.FirstCounts,
            },
            new CountPlan
            {
                MinimumVotes = districtMinimum,
                Areas = [.. basics.Areas.Where(area => area.IsWholeCity).Select(area => new AreaRules { Area = area.Id, MinimumVotes = cityMinimum })],
                Order = CountOrder.SmallestBudgetFirst,
                Ties = ["lot"],
            });
    }

    private static CycleCalendar ParisYear(CycleBasics basics) => new YearCalendar(basics.Zone, basics.Year)
        .Stage("submission", (1, 1), (2, 29), Allow(Submit, Citizen), Allow(Edit, Author))
        .Stage("review", (3, 1), (5, 31), Allow(Comment, Citizen), Allow(Assess, Officer), Allow(Value, Officer), Allow(Appeal, Author), Allow(JudgeAppeal, Officer))
        .Stage("co-construction", (6, 1), (9, 30), Allow(CoConstruct, Author, Officer), Allow(Group, Officer), Allow(Value, Officer), Allow(Appeal, Author), Allow(JudgeAppeal, Officer), Allow(Shortlist, Administrator))
        .Stage("vote", (9, 1), (9, 30), Allow(Vote, Citizen), Allow(EnterCards, Clerk))
        .Stage("paper", (10, 1), (10, 7), Allow(EnterCards, Clerk))
        .Stage("funding", (12, 1), (12, 31), Allow(Realise, Officer))
        .Stage("realisation", (13, 1), (48, 31), Allow(Realise, Officer))
        .With(Allow(Moderate, Officer));

    // The districts are one group, of which a voter chooses one; the whole city stands alone.
    private static ImmutableArray<VotingArea> OneDistrictEach(ImmutableArray<VotingArea> areas) => [.. areas.Select(area => area.IsWholeCity ? area : area with { Group = Districts })];

    private static CyclePlan Plan(CycleBasics basics, CycleCalendar calendar, ProposalPlan proposals, VotingPlan voting, CountPlan count) => new()
    {
        Id = basics.Id,
        Description = basics.Description,
        Currency = basics.Currency,
        Calendar = calendar,
        Proposals = proposals,
        Voting = voting,
        Count = count,
    };
}
