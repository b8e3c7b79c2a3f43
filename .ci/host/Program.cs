// The host that installs the packages as a user would: container, rule by id, election, allocation, receipt; concordance of a panel; a pledge campaign; a budget cycle; a Delphi study.
// Exits with 1 when anything is other than expected.
using System.Text;
using System.Text.Json;
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
using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Hosting;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Reading;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Consensus.Delphi.Studies;
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
using CivicTech.Time;
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
services.AddCivicTech().AddBudgeting().UseInMemoryVoting(new VoterKeys(new byte[32])).UseCycleNotices<Silence>().AddConsensus(options => options.Permutations = 99).UseStudyNotices<Silence>()
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

// A Delphi study: its protocol and commands through JSON, two rounds, what an expert sees, report and receipt.
clock.Set(Instant.FromUtc(2028, 3, 1, 7, 0));
var studies = provider.GetRequiredService<IDelphiStudies>();
var isfahan = DelphiPresets.Isfahan("handover", "text", new PanelPlan { Id = "green", Roles = [new RoleQuota { Role = "owner", Seats = 6 }] });
await PlayAsync(new PlanStudy
{
    Protocol = isfahan with
    {
        Criterion = new AnswersAtLeast { Fewest = 5, Criterion = new PercentAgreement { Lowest = 4, Highest = 5, AtLeast = new(2, 3), Out = new AnswerRange { Lowest = 1, Highest = 2 } } },
        Reminders = [Duration.FromDays(1)],
    },
});
string[] experts = ["x1", "x2", "x3", "x4", "x5", "x6"];
await PlayAsync(new RegisterItems { Items = [new NewItem { Id = "benches", Text = "text", Panels = ["green"] }, new NewItem { Id = "bins", Text = "text", Panels = ["green"] }, new NewItem { Id = "lawns", Text = "text", Panels = ["green"] }] });
foreach (var expert in experts)
{
    await PlayAsync(new InviteExpert { Expert = expert, Seats = [new Seat { Panel = "green", Role = "owner" }] });
    await PlayAsync(new AnswerInvitation { Expert = expert, Accepts = true });
}

var seen = 0;
for (var round = 1; round <= 2; round++)
{
    var day = new LocalDateTime(2028, 3, round * 7, 9, 0);
    await PlayAsync(new ScheduleRound { Opens = new Deadline(day, "Asia/Tehran"), Closes = new Deadline(day.PlusDays(3), "Asia/Tehran") });
    clock.Set(Instant.FromUtc(2028, 3, round * 7, 12, 0));
    await studies.AdvanceDueAsync();
    foreach (var (number, expert) in experts.Index())
    {
        seen += (await studies.ViewAsync("handover", expert))!.Items.Count(item => item.Group?.People == 6);
        Answer[] answers = [new() { Item = "benches", Value = 4 + number % 2 }, new() { Item = "bins", Value = 2 + number % 3 }, new() { Item = "lawns", Value = 3 }];
        await PlayAsync(new SubmitAnswers { Expert = expert, Round = round, Answers = [.. answers] });
    }

    clock.Set(Instant.FromUtc(2028, 3, round * 7 + 3, 12, 0));
    await studies.AdvanceDueAsync();
}

var report = (await studies.ReportAsync("handover"))!;
Console.WriteLine(report.ToText());
var process = new DelphiProcess();
var study = process.Initial;
await foreach (var happening in studies.JournalAsync("handover"))
{
    study = happening.Events.Aggregate(study, process.Evolve);
}

var studied = report.End == StudyEnd.ByRule && seen == 18 && report.Items is [{ Rounds: [.., { Verdict: ConsensusVerdict.In }] }, ..]
    && JsonNode.Parse(report.ToJson())!["protocol"]!["criterion"]!["kind"]!.GetValue<string>() == "answers-at-least"
    && report.ToItemsCsv().Split("\r\n").Length == 8 && report.ToPanelsCsv().Contains("green,2,6,3", StringComparison.Ordinal)
    && StudyReceipt.Verify(Receipt.Parse(report.CommittedReceipt(new string('k', 32)).ToJson()), study, [], new string('k', 32)).Holds;

async Task PlayAsync(DelphiCommand command)
{
    var sent = JsonSerializer.Deserialize(JsonSerializer.Serialize(command, DelphiJson.Default.DelphiCommand), DelphiJson.Default.DelphiCommand)!;
    var execution = await studies.ExecuteAsync("handover", sent);
    if (!execution.IsAccepted) throw new InvalidOperationException(string.Join("; ", execution.Refusals));
}

async Task DoAsync(string role, CycleCommand command)
{
    var execution = await cycles.ExecuteAsync("city", command with { Role = role });
    if (!execution.IsAccepted) throw new InvalidOperationException(string.Join("; ", execution.Refusals));
}

return studied && counted && raised && agreed && funded is ["park", "well"] && verification.Holds && json["cost"]!.GetValue<string>() == "100" && ordered.Funded.Length == 1 ? 0 : 1;

internal sealed class Silence : ICampaignNotices, ICycleNotices, IStudyNotices
{
    public ValueTask TellAsync(StudyMessage message, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask TellAsync(CycleNotice notice, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask InviteToPayAsync(PayInvitation invitation, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask TellAsync(CampaignNotice notice, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
