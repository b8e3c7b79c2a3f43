using System.Text.Json;
using System.Text.Json.Nodes;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Realisation;
using CivicTech.Budgeting.Results;
using CivicTech.Tests.Budgeting.Results;
using NodaTime;
using static CivicTech.Tests.Budgeting.Results.Town;

namespace CivicTech.Tests.Budgeting.Realisation;

/// <summary>What is stored of results and projects stays readable: the verified files are what version 1 wrote.</summary>
public sealed class StoredResultTests
{
    private static readonly LocalDate Day = new(2026, 10, 1);

    private static readonly (CycleCommand Command, string By)[] Story =
    [
        (new RevealLot { Secret = CountedCycle.Secret, PublicValue = "7 11" }, "ann"),
        (new RecordCount { Result = Revealed().Result }, "ann"),
        (new ProposeOverride { Area = "south", Funded = ["E"], Reason = "flood plain" }, "ann"),
        (new ConfirmOverride { Area = "south", Number = 1 }, "bob"),
        (new CertifyResult { Result = default }, "mayor"),
        (new PublishResult(), "mayor"),
        (new FundProjects { Projects = ["A", "B", "C", "E"], Decision = "council 12" }, "ann"),
        (new FollowProject { Project = "A", Person = "zoe" }, "zoe"),
        (new UnfollowProject { Project = "A", Person = "zoe" }, "zoe"),
        (new FollowProject { Project = "A", Person = "max" }, "max"),
        (new PlanProject { Project = "A", Milestones = [new() { Name = "build", Weight = 90, Planned = Day }, new() { Name = "sign", Weight = 10, Planned = Day.PlusDays(9) }] }, "ann"),
        (new StartProject { Project = "A", Phase = ProjectStatus.InWork, On = Day.PlusDays(-1) }, "ann"),
        (new ReportDelay { Project = "A", Milestone = "sign", NewDate = Day.PlusDays(20), Reason = "rain" }, "ann"),
        (new ReportMilestone { Project = "A", Milestone = "build", On = Day, Evidence = "photo" }, "ann"),
        (new ReportSpending { Project = "A", Entry = Eur(50), Reference = "invoice" }, "ann"),
        (new ReportSpending { Project = "A", Total = Eur(60), Reference = "account" }, "ann"),
        (new ApproveIncrease { Project = "A", Amount = Eur(5), Decision = "council 13", FromLeftovers = true }, "ann"),
        (new SuspendProject { Project = "A", Reason = "winter" }, "ann"),
        (new ResumeProject { Project = "A" }, "ann"),
        (new MergeProject { Project = "B", Into = "A", Reason = "same place" }, "ann"),
        (new AbandonProject { Project = "E", Reason = "no site" }, "ann"),
        (new ReportMilestone { Project = "A", Milestone = "sign" }, "ann"),
        (new FinishProject { Project = "A", Spent = Eur(70), Report = "report" }, "ann"),
        (new PlanProject { Project = "C", Milestones = [new() { Name = "all", Weight = 100, Planned = Day.PlusDays(-2) }] }, "ann"),
        (new AdvanceCycle { Documents = ["project/C"] }, "ann"),
    ];

    [Fact]
    public void Events_OfEveryKind_AreAsVersion1WroteThem()
    {
        var events = Told().Happened.Where(happened => happened is not EffectRequested).ToArray();

        Golden.Verify(Masked.Digests(string.Join('\n', events.Select(happened => JsonSerializer.Serialize(happened, CycleJson.Default.CycleEvent)))), "json.txt");
        Assert.Equal(events, JsonSerializer.Deserialize(Reversed(JsonNode.Parse(JsonSerializer.Serialize(events, CycleJson.Default.CycleEventArray)))!.ToJsonString(), CycleJson.Default.CycleEventArray));
        Assert.Equal(KindsIn(typeof(LotRevealed).Assembly, typeof(ProjectEvent), nameof(LotRevealed), nameof(CountRecorded), nameof(ResultCertified), nameof(ResultPublished), nameof(OverrideProposed), nameof(OverrideConfirmed)), events.Select(happened => happened.GetType().Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Commands_OfEveryKind_AreAsVersion1WroteThem()
    {
        var commands = Story.Select(step => step.Command).Where(command => command is not AdvanceCycle).ToArray();

        Golden.Verify(Masked.Digests(string.Join('\n', commands.Select(command => JsonSerializer.Serialize(command, CycleJson.Default.CycleCommand)))), "json.txt");
        Assert.All(commands, command => Assert.Equal(command, JsonSerializer.Deserialize(Reversed(JsonNode.Parse(JsonSerializer.Serialize(command, CycleJson.Default.CycleCommand)))!.ToJsonString(), CycleJson.Default.CycleCommand)));
    }

    [Fact]
    public void Documents_OfEveryKind_AreAsVersion1WroteThem()
    {
        var state = Told().State;

        Golden.Verify(
            Masked.Digests(string.Join('\n',
            [
                .. state.Results.All.Select(record => JsonSerializer.Serialize(record.Value, CycleJson.Default.AreaRecord)),
                .. state.Projects.All.Select(project => JsonSerializer.Serialize(project.Value, CycleJson.Default.FundedProject)),
                .. state.Followers.All.Select(follower => JsonSerializer.Serialize(follower.Value, CycleJson.Default.Follower)),
                JsonSerializer.Serialize(state.Head.Results, CycleJson.Default.ResultHead),
                JsonSerializer.Serialize(state.Head.Realisation, CycleJson.Default.RealisationHead),
            ])),
            "json.txt");
    }

    private static CountedCycle Sealed() => new(
        Of("north:100 south:50", "A/north:60 B/north:10 C/north:25+x D/south:45+x E/south:40", "north 5*A,B", "north 4*C", "south 9*D", "south 2*E"),
        new CountPlan { Ties = ["lot"], Comparison = RuleChoice.ByVotes });

    private static CountedCycle Revealed()
    {
        var cycle = Sealed();
        cycle.Do(new RevealLot { Secret = CountedCycle.Secret, PublicValue = "7 11" });
        return cycle;
    }

    private static CountedCycle Told()
    {
        var cycle = Sealed();
        foreach (var (command, by) in Story)
        {
            cycle.Do(command is CertifyResult certify ? certify with { Result = cycle.Head.Results.Result!.Value } : command, by);
        }

        return cycle;
    }

    private static IEnumerable<string> KindsIn(System.Reflection.Assembly assembly, Type family, params string[] others) =>
        assembly.GetTypes().Where(type => type.BaseType == family).Select(type => type.Name).Concat(others).Order(StringComparer.Ordinal);

    private static JsonNode? Reversed(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Reverse().Select(member => KeyValuePair.Create(member.Key, Reversed(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Reversed)]),
        _ => node?.DeepClone(),
    };
}
