// The host that installs the packages as a user would: container, rule by id, election, allocation, receipt; concordance of a panel.
// Exits with 1 when anything is other than expected.
using System.Text;
using System.Text.Json.Nodes;
using CivicTech;
using CivicTech.Budgeting;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Budgeting.Formats;
using CivicTech.Consensus;
using CivicTech.Consensus.Concordance;
using CivicTech.Receipts;
using Microsoft.Extensions.DependencyInjection;

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
services.AddCivicTech().AddBudgeting().AddConsensus(options => options.Permutations = 99);
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

return agreed && funded is ["park", "well"] && verification.Holds && json["cost"]!.GetValue<string>() == "100" && ordered.Funded.Length == 1 ? 0 : 1;
