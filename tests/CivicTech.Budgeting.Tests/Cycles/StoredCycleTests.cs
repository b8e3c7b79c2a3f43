using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Hosting;
using CivicTech.Budgeting.Plans;
using CivicTech.Budgeting.Voting;
using CivicTech.Processes;
using CivicTech.Ties;
using CivicTech.Time;
using NodaTime;
using static CivicTech.Budgeting.Tests.Cycles.PlayedCycle;

namespace CivicTech.Budgeting.Tests.Cycles;

/// <summary>What is stored stays readable: the verified files are what version 1 wrote. Those of proposals, paper, results and projects stand with them.</summary>
public sealed class StoredCycleTests
{
    private static readonly Instant At = Instant.FromUtc(2027, 9, 1, 0, 0);
    private static readonly CyclePlan Paris = CyclePresets.Paris(Basics);

    private static readonly OfficialBallot Ballot = new()
    {
        Edition = 1,
        Areas = [new VotingArea { Id = "north", Budget = Eur(100) }],
        Projects = [new BallotProject { Id = "bench", Area = "north", Cost = Eur(60), ExclusionGroups = ["place:square"] }, new BallotProject { Id = "tree", Area = "north", Cost = Eur(30) }],
    };

    private static readonly BoxContent Content = new()
    {
        Voters = 2,
        Areas = [new AreaCount { Area = "north", Cast = 4, Counted = 2, Voided = 1, Replaced = 1, Withdrawn = 0 }],
        Ballots = LotSeed.Commit("sixteen characters"),
        Trackers = LotSeed.Commit("seventeen characters"),
    };

    private static readonly ImmutableArray<CycleEvent> Events =
    [
        new CyclePlanned { Plan = Paris },
        new PlanPublished { At = At, Rules = LotSeed.Commit("sixteen characters") },
        new StageExtended { Stage = 3, Ends = Deadline.EndOf(new LocalDate(2027, 10, 5), Zone), Reason = "reasons/1" },
        new BallotFrozen { At = At, Ballot = Ballot, Commitment = LotSeed.Commit("sixteen characters"), PublicValue = "lottery" },
        new BallotChanged { Ballot = Ballot.Next(new BallotChange { Removed = ["tree"], Costs = [new("bench", Eur(70))], Budgets = [new("north", Eur(90))] }), Reason = "reasons/2" },
        new VotingOpened { At = At },
        new VotingClosed { At = At },
        new SealAsked(),
        new BoxSealed { Content = Content },
        new CycleCancelled { At = At, Reason = "reasons/3" },
        new CycleCompleted { At = At },
        new EffectRequested { Effect = new PendingEffect<CycleEffect> { Key = "open-box", Effect = new OpenBox(), Due = At } },
        new EffectRequested { Effect = new PendingEffect<CycleEffect> { Key = "amend-box/2", Effect = new AmendBox { Edition = 2, Released = ["tree"] }, Due = At } },
        new EffectRequested { Effect = new PendingEffect<CycleEffect> { Key = "seal-box", Effect = new SealBox(), Due = At } },
        new EffectRequested
        {
            Effect = new PendingEffect<CycleEffect> { Key = "voters/x", Effect = new NoticeEffect { Notice = NoticeKind.LinesReleased, Audience = Audience.Voters, Subject = "tree", Detail = "reasons/2" }, Due = At },
        },
        new EffectStarted { Effect = "open-box", At = At },
        new EffectSettled { Effect = "open-box", Refused = "code" },
    ];

    private static readonly ImmutableArray<CycleCommand> Commands =
    [
        new PlanCycle { Plan = Paris, Key = "k", By = "b", Role = CycleRoles.Administrator },
        new PublishPlan(),
        new ExtendStage { Stage = "vote", Area = "north", Ends = Deadline.EndOf(new LocalDate(2027, 10, 5), Zone), Reason = "reasons/1" },
        new CancelCycle { Reason = "reasons/1" },
        new CompleteCycle(),
        new FreezeBallot { OrderSeed = "4 8 15", Exclusions = [["a", "b"], ["c", "d"]], Commitment = LotSeed.Commit("sixteen characters"), PublicValue = "lottery" },
        new ChangeBallot { Change = new BallotChange { Removed = ["a"], Released = ["b"], Costs = [new("c", Eur(1))], Budgets = [new("north", Eur(2))] }, Reason = "reasons/1" },
        new RecordSeal { Content = Content },
        new AdvanceCycle { Documents = ["head", "project/a"] },
        new StartEffect { Effect = "seal-box" },
        new SettleEffect { Effect = "seal-box", Refused = "code" },
    ];

    [Fact]
    public void Events_OfTheCycle_AreAsVersion1WroteThem() =>
        Golden.Verify(string.Join('\n', Events.Select(happened => Encoding.UTF8.GetString(new CycleFormat().WriteEvents([happened])))), "json.txt");

    [Fact]
    public void Commands_OfTheCycle_AreAsVersion1WroteThem() => Golden.Verify(string.Join('\n', Commands.Select(command => Encoding.UTF8.GetString(new CycleFormat().WriteCommand(command)))), "json.txt");

    [Fact]
    public void Events_WrittenAndRead_AreEqual()
    {
        var format = new CycleFormat();
        Assert.Equal(Events.AsEnumerable(), format.ReadEvents(format.WriteEvents(Events)));
    }

    [Fact]
    public void Commands_WrittenAndRead_AreEqual() =>
        Assert.All(Commands, command => Assert.Equal(command, JsonSerializer.Deserialize(new CycleFormat().WriteCommand(command), CycleJson.Default.CycleCommand)));

    [Fact]
    public void Plans_OfAllPresets_AreReadBackEqual()
    {
        foreach (var plan in new[]
        {
            Paris, CyclePresets.ParisByMajorityJudgment(Basics, 3, 2), CyclePresets.Consul(Basics, 10), CyclePresets.Decidim(Basics, 10), CyclePresets.Warsaw(Basics, 100, 30),
            Paris with { MidVote = MidVoteRule.Restart, Calendar = Paris.Calendar.PlusYears(1, CalendarSystem.PersianAstronomical) },
        })
        {
            var read = JsonSerializer.Deserialize(JsonSerializer.Serialize(plan, CycleJson.Default.CyclePlan), CycleJson.Default.CyclePlan)!;
            Assert.Equal(plan, read);
            Assert.Equal(PlanDigest.Of(plan), PlanDigest.Of(read));
        }
    }

    [Fact]
    public void Plan_WithoutWhatHasADefault_HasTheDefaults()
    {
        var plain = Paris with { Proposals = new(), Count = new() };
        foreach (var section in new[] { "proposals", "realisation", "midVote", "paper" })
        {
            var json = JsonNode.Parse(JsonSerializer.Serialize(plain, CycleJson.Default.CyclePlan))!.AsObject();
            json.Remove(section);
            Assert.Equal(plain, JsonSerializer.Deserialize(json.ToJsonString(), CycleJson.Default.CyclePlan));
        }
    }

    [Fact]
    public void Document_OfALaterVersionOrBroken_IsRefusedByName()
    {
        var format = new CycleFormat();

        Assert.Contains("'events'", Assert.Throws<FormatException>(() => format.ReadEvents("{\"v\":2,\"value\":[]}"u8.ToArray())).Message, StringComparison.Ordinal);
        Assert.Contains("'events'", Assert.Throws<FormatException>(() => format.ReadEvents("{\"v\":1,\"value\":[{\"kind\":\"nothing\"}]}"u8.ToArray())).Message, StringComparison.Ordinal);
    }
}
