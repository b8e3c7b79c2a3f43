using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Studies;

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

    // A command says its name whatever is in it.
    private static string Name(Type command) => ((DelphiCommand)RuntimeHelpers.GetUninitializedObject(command)).Name;
}
