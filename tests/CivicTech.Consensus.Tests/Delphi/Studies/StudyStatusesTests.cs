using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Tests.Consensus.Delphi.Hosting;

namespace CivicTech.Tests.Consensus.Delphi.Studies;

public sealed class StudyStatusesTests
{
    // What the scheduler asks for is taken in every status.
    private static readonly string[] Work = ["advance", "start-effect", "settle-effect"];

    private static IEnumerable<JsonDerivedTypeAttribute> Kinds => typeof(DelphiCommand).GetCustomAttributes<JsonDerivedTypeAttribute>();

    [Fact]
    public void Table_KnowsEveryCommandAndNoOther() => Assert.Equal(
        Kinds.Select(kind => Name(kind.DerivedType)).Except(Work, StringComparer.Ordinal).Order(StringComparer.Ordinal),
        StudyStatuses.Table.Rows.Select(row => row.Trigger).Where(trigger => trigger != "time").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public void Names_OfCommands_AreTheirKindsInJson() => Assert.All(Kinds, kind => Assert.Equal(kind.TypeDiscriminator, Name(kind.DerivedType)));

    [Fact]
    public void EveryStatus_IsReached() =>
        Assert.Equal(Enum.GetValues<StudyStatus>().Order(), StudyStatuses.Table.Rows.SelectMany(row => new[] { row.From, row.To }).Distinct().Order());

    [Fact]
    public void EveryStatusThatIsNotTheEnd_TakesCancel() => Assert.Equal(
        [StudyStatus.Preparing, StudyStatus.Scheduled, StudyStatus.Asking, StudyStatus.Evaluating, StudyStatus.Between],
        Enum.GetValues<StudyStatus>().Where(status => StudyStatuses.Table.Allows(status, "cancel")));

    [Fact]
    public void EveryCommand_InEveryStatus_IsTakenByTheTableOrRefusedByTheStatus()
    {
        foreach (var solo in InEveryStatus())
        {
            // Time may have moved it on since it was last asked anything.
            var status = solo.Ask(new StartEffect { Effect = "none" }).State.Head.Status;
            foreach (var command in StoredSamples.Commands)
            {
                var decision = solo.Ask(command);
                var codes = decision.Refusals.Select(refusal => refusal.Code).ToList();
                if (Work.Contains(command.Name))
                {
                    Assert.True(decision.IsAccepted, $"{status}, {command.Name}: {string.Join(' ', codes)}");
                }
                else if (StudyStatuses.Table.Allows(status, command.Name))
                {
                    Assert.DoesNotContain("wrong-status", codes);
                }
                else if (command is SubmitAnswers)
                {
                    Assert.Contains(Assert.Single(codes), new[] { "no-such-round", "round-not-open", "round-over", "wrong-status" });
                }
                else
                {
                    Assert.Equal(("wrong-status", EnumNames.Of(status), command.Name), Assert.Single(decision.Refusals) is var refusal ? (refusal.Code, refusal.Data["status"], refusal.Data["command"]) : default);
                }
            }
        }
    }

    [Fact]
    public void Statuses_ThatAreTried_AreAll() =>
        Assert.Equal(Enum.GetValues<StudyStatus>(), InEveryStatus().Select(solo => solo.Ask(new StartEffect { Effect = "none" }).State.Head.Status));

    private static IEnumerable<Solo> InEveryStatus()
    {
        yield return new Solo();
        yield return Solo.Ready();
        var scheduled = Solo.Ready();
        scheduled.Do(new ScheduleRound { Opens = Solo.On(Solo.Start + Solo.Day), Closes = Solo.On(Solo.Start + (2 * Solo.Day)) });
        yield return scheduled;
        yield return Solo.Ready().Opened();
        var evaluating = Solo.Ready().Opened();
        yield return evaluating.At(evaluating.Closes);
        foreach (var end in new DelphiCommand?[] { null, new ConcludeStudy { Reason = "r" }, new CancelStudy { Reason = "r" } })
        {
            var over = Solo.Ready().Opened().Said("e1", ("i1", 5), ("k", 5));
            over.Close();
            if (end is not null)
            {
                over.Do(end);
            }

            yield return over;
        }
    }

    // A command says its name whatever is in it.
    private static string Name(Type command) => ((DelphiCommand)RuntimeHelpers.GetUninitializedObject(command)).Name;
}
