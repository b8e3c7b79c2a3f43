// The host that installs the packages as a user would: container, rule by id, election, allocation, receipt; concordance of a panel; a pledge campaign; a budget cycle.
// Exits with 1 when anything is other than expected.
using System.Text;
using System.Text.Json.Nodes;
using CivicTech;
using CivicTech.Amounts;
using CivicTech.Budgeting;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Elections;
using CivicTech.Budgeting.Formats;
using CivicTech.Budgeting.Hosting;
using CivicTech.Budgeting.Plans;
using CivicTech.Budgeting.Proposals;
using CivicTech.Budgeting.Results;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Rolls;
using CivicTech.Consensus;
using CivicTech.Consensus.Concordance;
using CivicTech.Crowdfunding;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Goals;
using CivicTech.Crowdfunding.Hosting;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Processes.Running;
using CivicTech.Receipts;
using CivicTech.TestKit.Clocks;
using CivicTech.TestKit.Gateways;
using CivicTech.Ties;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

// By votes: the park (3), the library (2; 70 is more than the 40 left), the well (1; fits).
const string File = """
    META
    key;value
    description;Three projects
    country;Nowhere
    unit;Smallville
    instance;2026
    num_projects;3
    num_votes;4
    budget;100
    vote_type;approval
    rule;greedy
    date_begin;01.03.2026
    date_end;31.03.2026
    PROJECTS
    project_id;cost
    park;60
    library;70
    well;40
    VOTES
    voter_id;vote
    1;park,library
    2;park
    3;library,park
    4;well
    """;

var services = new ServiceCollection();
var clock = new TestClock(Instant.FromUtc(2026, 5, 4, 8, 0));
services.AddSingleton<IClock>(clock);
services.AddCivicTech().AddBudgeting().UseInMemoryVoting(new VoterKeys(new byte[32])).UseCycleNotices<Silence>().AddConsensus(options => options.Permutations = 99)
    .AddCrowdfunding().UseInMemoryProcesses().UsePaymentGateway<SimulatedGateway>().UseCampaignNotices<Silence>();
using var provider = services.BuildServiceProvider();
var rules = provider.GetRequiredService<RuleRegistry>();

Election election = Pabulib.ReadElection(Encoding.UTF8.GetBytes(File));
IAllocationRule rule = rules.Create<IAllocationRule>("greedy@1", "{}");
Allocation allocation = rule.Allocate(election);

var funded = allocation.Funded.Select(project => project.Id).ToArray();
Console.WriteLine($"{allocation}: {string.Join(", ", funded)}");
foreach (var project in allocation.Projects) Console.WriteLine($"  {project}");

// Through its text, as a receipt that was published would come back.
var receipt = Receipt.Parse(allocation.Receipt.ToJson());
var verification = AllocationReceipt.Verify(receipt, election, rules);
Console.WriteLine($"{receipt}: {verification}");

// Written by code that a trimmed host must not lose; a rule that is made from nested options.
var json = JsonNode.Parse(allocation.ToJson())!;
var ordered = rules.Create<IAllocationRule>("fund-in-order@1", """{"ranking": {"rule": "ranking-by-votes@1"}, "limits": {"maxWinners": 1}}""").Allocate(election);
Console.WriteLine(ordered.ToText());

// Options checked by generated code, distributions of the statistics library, JSON, receipt.
var kendall = provider.GetRequiredService<KendallW>();
var ratings = Ratings.Of(["Ali", "Zoé", "Reza"], ["park", "well", "tram"], new double[,] { { 5, 2, 4 }, { 4, 3, 5 }, { 5, 1, 4 } });
var concordance = kendall.Measure(ratings);
Console.WriteLine(concordance);
var agreed = concordance.W.Exact == new CivicTech.Numerics.Rational(7, 9)
    && concordance.F.P.Value is > 0.01 and < 0.1
    && JsonNode.Parse(concordance.ToJson())!["w"]!["exact"]!.GetValue<string>() == "7/9"
    && ConcordanceReceipt.Verify(Receipt.Parse(concordance.Receipt.ToJson()), ratings).Holds
    && ConcordanceState.Parse(ConcordanceState.Of(ratings).ToJson()).Raters == 3;

// Commands, documents and events as JSON that generated code reads and writes.
var campaigns = provider.GetRequiredService<ICampaigns>();
var gateway = (SimulatedGateway)provider.GetRequiredService<IPaymentGateway>();
var plan = new CampaignPlan
{
    Id = "well",
    Owner = "owner",
    Description = "text",
    Currency = Currency.Of("EUR"),
    Budget = [new BudgetLine { Name = "pump", Amount = Money.Of(100, "EUR") }],
    Goal = GoalRule.AllOrNothing(Money.Of(100, "EUR"), new DaysAfterStart(30, "Asia/Tehran", endOfDay: true)),
};
foreach (var command in new CampaignCommand[]
{
    new DraftCampaign { Plan = plan },
    new SubmitForReview(),
    new ReviewCampaign { Verdict = ReviewVerdict.Approved },
    new LaunchCampaign(),
    new MakePledge { Key = "form", Pledge = "p1", Backer = "zoe", Amount = Money.Of(100, "EUR") },
})
{
    var execution = await campaigns.ExecuteAsync("well", command);
    if (!execution.IsAccepted) throw new InvalidOperationException(string.Join("; ", execution.Refusals));
}

clock.Advance(Duration.FromDays(31));
await campaigns.AdvanceDueAsync();
gateway.PayLink("well/p1/1");
await campaigns.ReceiveAsync(gateway.TakeEvents());
await campaigns.AdvanceDueAsync();
var statement = await campaigns.StatementAsync("well");
Console.WriteLine(statement.ToText());
var raised = await campaigns.ProgressAsync("well") is { Outcome: CampaignOutcome.Succeeded } progress
    && progress.Collected == Money.Of(100, "EUR") && statement.Closing.IsBalanced && statement.Closing.Equals(progress.Ledger);

// A budget cycle: its plan and proposals through JSON, a vote, the box sealed, the count by the registry.
clock.Set(Instant.FromUtc(2026, 12, 1, 8, 0));
var cycles = provider.GetRequiredService<IBudgetCycles>();
var city = CyclePresets.Paris(new CycleBasics
{
    Id = "city", Description = "text", Currency = Currency.Of("EUR"), Zone = "Asia/Tehran", Year = 2027,
    Areas = [new VotingArea { Id = "all", Budget = Money.Of(100, "EUR") }],
});
await DoAsync(CycleRoles.Administrator, new PlanCycle { Plan = city });
await DoAsync(CycleRoles.Administrator, new PublishPlan());
clock.Set(Instant.FromUtc(2027, 1, 11, 8, 0));
await DoAsync(CycleRoles.Citizen, new SubmitProposal { Proposal = "well", Author = "zoe", Content = new ProposalContent { Area = "all", Text = "text" } });
clock.Set(Instant.FromUtc(2027, 3, 8, 8, 0));
foreach (var criterion in city.Proposals.Criteria)
{
    await DoAsync(CycleRoles.Officer, new AssessProposal { Proposal = "well", Reviewer = "officer", Criterion = criterion.Id, Finding = Finding.Met });
}

await DoAsync(CycleRoles.Officer, new DecideFeasibility { Proposal = "well", IsFeasible = true });
await DoAsync(CycleRoles.Officer, new SetPrice { Proposal = "well", Price = Money.Of(60, "EUR"), Explanation = "text" });
clock.Set(Instant.FromUtc(2027, 8, 30, 8, 0));
await DoAsync(CycleRoles.Administrator, new ShortlistProposals());
await DoAsync(CycleRoles.Administrator, new FreezeBallot { Commitment = LotSeed.Commit("a sealed envelope"), PublicValue = "lottery" });
await cycles.AdvanceDueAsync();
clock.Set(Instant.FromUtc(2027, 9, 3, 8, 0));
provider.GetRequiredService<InMemoryElectoralRoll>().Enter("city", provider.GetRequiredService<VoterKeys>().KeyOf("city", "zoe"), new RollEntry());
await cycles.VoteAsync("city", "zoe", new SaveBasket { Area = "all", Lines = [new BallotLine { Project = "well" }] });
var vote = await cycles.VoteAsync("city", "zoe", new SubmitBasket());
clock.Set(Instant.FromUtc(2027, 10, 9, 8, 0));
await cycles.AdvanceDueAsync();
await DoAsync(CycleRoles.Administrator, new RevealLot { Secret = "a sealed envelope", PublicValue = "4 8 15" });
await cycles.CountAsync("city");
var outcome = (await cycles.OutcomeAsync("city"))!;
Console.WriteLine(outcome.Counted.ToText());
var counted = vote.IsAccepted && outcome.Areas is [{ Winners: ["well"] }]
    && CycleReceipt.Verify(Receipt.Parse(outcome.Receipt.ToJson()), (await cycles.CountInputAsync("city"))!, rules).Holds;

async Task DoAsync(string role, CycleCommand command)
{
    var execution = await cycles.ExecuteAsync("city", command with { Role = role });
    if (!execution.IsAccepted) throw new InvalidOperationException(string.Join("; ", execution.Refusals));
}

return counted && raised && agreed && funded is ["park", "well"] && verification.Holds && json["cost"]!.GetValue<string>() == "100" && ordered.Funded.Length == 1 ? 0 : 1;

internal sealed class Silence : ICampaignNotices, ICycleNotices
{
    public ValueTask TellAsync(CycleNotice notice, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask InviteToPayAsync(PayInvitation invitation, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask TellAsync(CampaignNotice notice, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
