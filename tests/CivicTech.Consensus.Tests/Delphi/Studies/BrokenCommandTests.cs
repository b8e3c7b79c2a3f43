using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CivicTech.Consensus.Coefficients;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Hosting;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Stability;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Numerics;
using CivicTech.Testing;
using CivicTech.Tests.Consensus.Delphi.Hosting;
using Plans = CivicTech.Tests.Consensus.Delphi.Criteria.Plans;

namespace CivicTech.Tests.Consensus.Delphi.Studies;

/// <summary>Commands come from clients. One that is broken in any place cannot be read, which is told by a <see cref="JsonException"/> or, without its kind, a <see cref="NotSupportedException"/>, or is refused, or is accepted; nothing else happens.</summary>
public sealed class BrokenCommandTests
{
    private static IEnumerable<ConsensusCriterion> Criteria => Plans.All.Select(criterion => criterion is EveryRole every ? every with { Roles = ["x"] } : criterion).Where(criterion => criterion is not CustomCriterion);

    private static readonly ImmutableArray<(Func<Solo> Study, ImmutableArray<DelphiCommand> Commands)> Taken =
    [
        (() => new Solo(), [new PlanStudy { Protocol = StoredSamples.Protocol, Key = "k", By = "b" }, .. Criteria.Select(criterion => new PlanStudy { Protocol = Judging(criterion) })]),
        (
            () => new Solo().Planned().Joined("e1", ("a", "x"), ("b", "x")).Invited("e2", ("a", "y")),
            [
                new RecordFunnelStage { Stage = StoredSamples.Stage },
                new RegisterItems { Items = [Solo.Item("i1", "a"), Solo.Item("joint", "a", "b")] },
                new InviteExpert { Expert = "e3", Seats = [new Seat { Panel = "a", Role = "y" }, new Seat { Panel = "b", Role = "x" }], Meets = ["practice"] },
                new AnswerInvitation { Expert = "e2", Accepts = true, Reason = "r" },
                new LeaveStudy { Expert = "e1", Reason = "r" },
                new CancelStudy { Reason = "r" },
            ]),
        (
            () => Solo.Ready(),
            [
                new ScreenItems { Stage = "law", Removed = [new ItemRemoval { Item = "i1", Reason = "r" }, new ItemRemoval { Item = "k", Reason = "r" }] },
                new ScheduleRound { Opens = Solo.On(Solo.Start + Solo.Day), Closes = Solo.On(Solo.Start + (2 * Solo.Day)) },
            ]),
        (
            () => Solo.Ready().Opened(),
            [
                new SubmitAnswers { Expert = "e1", Round = 1, Answers = [Solo.Says("i1", 4, "r"), Solo.Says("joint", 2), Solo.Says("k", 5)] },
                new MakeSuggestion { Expert = "e1", Suggestion = "s1", Text = "t", Panels = ["a", "b"] },
                new MakeSuggestion { Expert = "e1", Suggestion = "s1", Text = "t", Remove = "i1" },
                new ExtendRound { Closes = Solo.On(Solo.Start + (90 * Solo.Day)), Reason = "r" },
            ]),
        (
            () =>
            {
                var solo = Solo.Ready().Opened().Said("e1", ("i1", 5), ("i2", 5), ("joint", 5), ("k", 5)).Said("e2", ("i1", 5), ("i2", 5), ("joint", 5)).Said("e3", ("joint", 5), ("k", 5));
                solo.Do(new MakeSuggestion { Expert = "e1", Suggestion = "s1", Text = "t", Panels = ["a", "b"] });
                solo.Close();
                return solo;
            },
            [
                new AddItem { Item = Solo.Item("new", "a", "b"), Reason = "r" },
                new DropItem { Item = "i1", Reason = "r" },
                new MergeItems { From = ["i1", "i2"], Into = Solo.Item("new", "a"), Reason = "r" },
                new DecideSuggestion { Suggestion = "s1", Accept = true, Item = "new", Reason = "r" },
                new ConcludeStudy { Reason = "r" },
            ]),
        (
            () =>
            {
                var solo = Solo.Ready();
                solo.Do(new ScheduleRound { Opens = Solo.On(Solo.Start + Solo.Day), Closes = Solo.On(Solo.Start + (2 * Solo.Day)) });
                return solo;
            },
            [new UnscheduleRound { Reason = "r" }, new StartEffect { Effect = "invitation/e1/1" }, new SettleEffect { Effect = "invitation/e1/1" }, new AdvanceStudy()]),
    ];

    public static IEnumerable<object[]> Commands => Taken.Index().SelectMany(study => study.Item.Commands.Index().Select(command => new object[] { study.Index, command.Index }));

    [Fact]
    public void Commands_ThatAreBroken_AreOfEveryKind() => Assert.Empty(StoredSamples.Commands.Select(command => command.Name).Except(Taken.SelectMany(study => study.Commands).Select(command => command.Name)));

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_BrokenInAnyPlace_IsNotReadOrDecided(int study, int command)
    {
        var solo = Taken[study].Study();
        var whole = Taken[study].Commands[command];
        var json = JsonSerializer.Serialize(whole, DelphiJson.Default.DelphiCommand);
        Assert.True(solo.Ask(whole).IsAccepted, $"{json}: {string.Join("; ", solo.Ask(whole).Refusals)}");
        Assert.All(BrokenJson.Of(json), broken => Decide(solo, broken.Json));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_BrokenInAnyPlace_IsDecidedOnWhatIsLoadedAsOnTheWhole(int study, int command)
    {
        var solo = Taken[study].Study();
        var json = JsonSerializer.Serialize(Taken[study].Commands[command], DelphiJson.Default.DelphiCommand);
        await BrokenCommands.AssertDecidedAlikeAsync(new DelphiProcess(), new DelphiFormat(), solo.State, json, broken => JsonSerializer.Deserialize(broken, DelphiJson.Default.DelphiCommand), solo.Now);
    }

    [Fact]
    public void Command_ReadByOptionsOfAHost_IsReadAsStrictly()
    {
        var host = new JsonSerializerOptions(DelphiJson.Default.Options) { TypeInfoResolver = JsonTypeInfoResolver.Combine(DelphiJson.Default, new DefaultJsonTypeInfoResolver()) };
        DelphiCommand whole = Solo.Submit("e1", 1, ("i1", 4));
        var json = JsonSerializer.Serialize(whole, host);

        Assert.Equal(JsonSerializer.Serialize(whole, DelphiJson.Default.DelphiCommand), json);
        Assert.Equal(whole, JsonSerializer.Deserialize<DelphiCommand>(json, host));
        Assert.Equal("$.answers", Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<DelphiCommand>(json.Replace("\"answers\":[", "\"answers\":[null,", StringComparison.Ordinal), host)).Path);
    }

    [Fact]
    public void Protocol_BrokenInAnyPlace_IsNotReadOrChecked() => Assert.All(
        BrokenJson.Of(JsonSerializer.Serialize(StoredSamples.Protocol, ProtocolJson.Default.DelphiProtocol)),
        broken =>
        {
            try
            {
                Assert.All(ProtocolCheck.Problems(JsonSerializer.Deserialize(broken.Json, ProtocolJson.Default.DelphiProtocol)!, new Dictionary<string, IConsensusRule>()), problem => Assert.NotEmpty(problem.Field));
            }
            catch (Exception exception) when (exception is JsonException or NotSupportedException)
            {
            }
        });

    private static void Decide(Solo solo, string json)
    {
        DelphiCommand? command;
        try
        {
            command = JsonSerializer.Deserialize(json, DelphiJson.Default.DelphiCommand);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            return;
        }

        Assert.NotNull(command);
        var decision = solo.Ask(command);
        Assert.All(decision.Refusals, refusal => Assert.NotEmpty(refusal.Message()));
    }

    private static DelphiProtocol Judging(ConsensusCriterion criterion) => StoredSamples.Protocol with
    {
        Scale = Plans.Nine,
        Criterion = criterion,
        Stability = new ItemsStable { Measure = new KappaAtLeast { Weights = KappaWeights.Quadratic, AtLeast = new Rational(3, 5) }, AtLeast = new Rational(4, 5) },
    };
}
