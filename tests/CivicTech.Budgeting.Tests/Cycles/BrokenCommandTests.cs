using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Hosting;
using NodaTime;

namespace CivicTech.Budgeting.Tests.Cycles;

/// <summary>
/// Commands come from clients. One that is broken in any place cannot be read, which is told by a <see cref="JsonException"/> or, without its kind, a <see cref="NotSupportedException"/>, or is refused, or is
/// accepted, and what happened can be stored; nothing else happens.
/// </summary>
public sealed class BrokenCommandTests
{
    private static readonly CycleFormat Format = new();

    public static IEnumerable<object[]> Commands => AcceptedCommands.All.Index().SelectMany(moment => moment.Item.Commands.Index().Select(command => new object[] { moment.Index, command.Index }));

    [Fact]
    public void Commands_ThatAreBroken_AreOfEveryKind() => Assert.Equal(
        typeof(CycleCommand).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType).ToHashSet(),
        AcceptedCommands.All.SelectMany(moment => moment.Commands).Select(command => command.GetType()).ToHashSet());

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_BrokenInAnyPlace_IsNotReadOrDecided(int moment, int command)
    {
        var (state, now) = AcceptedCommands.All[moment].At();
        var whole = AcceptedCommands.All[moment].Commands[command];
        var json = JsonSerializer.Serialize(whole, CycleJson.Default.CycleCommand);
        Assert.Equal(whole, Read(json));
        Assert.True(AcceptedCommands.Process.Decide(state, whole, now).IsAccepted, $"{json}: {string.Join("; ", AcceptedCommands.Process.Decide(state, whole, now).Refusals)}");
        Assert.All(BrokenJson.Of(json), broken => Decide(state, broken.Json, now));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_BrokenInAnyPlace_IsDecidedOnWhatIsLoadedAsOnTheWhole(int moment, int command)
    {
        var (state, now) = AcceptedCommands.All[moment].At();
        var json = JsonSerializer.Serialize(AcceptedCommands.All[moment].Commands[command], CycleJson.Default.CycleCommand);
        await BrokenCommands.AssertDecidedAlikeAsync(AcceptedCommands.Process, new CycleFormat(), state, json, Read, now);
    }

    private static void Decide(CycleState state, string json, Instant now)
    {
        CycleCommand? command;
        try
        {
            command = Read(json);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            return;
        }

        Assert.NotNull(command);
        var decision = AcceptedCommands.Process.Decide(state, command, now);
        Assert.All(decision.Refusals, refusal => Assert.NotEmpty(refusal.Message()));
        if (decision.IsAccepted && !decision.Events.IsEmpty)
        {
            Assert.Equal(decision.Events.AsEnumerable(), Format.ReadEvents(Format.WriteEvents(decision.Events)));
        }
    }

    private static CycleCommand? Read(string json) => JsonSerializer.Deserialize(json, CycleJson.Default.CycleCommand);
}
