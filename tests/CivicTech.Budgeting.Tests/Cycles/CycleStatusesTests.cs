using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;

namespace CivicTech.Budgeting.Tests.Cycles;

public sealed class CycleStatusesTests
{
    // What the scheduler asks for is taken in every status.
    private static readonly string[] Work = ["advance", "start-effect", "settle-effect"];

    [Fact]
    public void Table_KnowsEveryCommandAndNoOther()
    {
        // A command says its name whatever is in it.
        var names = typeof(CycleCommand).GetCustomAttributes<JsonDerivedTypeAttribute>()
            .Select(derived => ((CycleCommand)RuntimeHelpers.GetUninitializedObject(derived.DerivedType)).Name);

        Assert.Equal(
            names.Except(Work, StringComparer.Ordinal).Order(StringComparer.Ordinal),
            CycleStatuses.Table.Rows.Select(row => row.Trigger).Where(trigger => trigger != "time").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_OfCommands_AreTheirKindsInJson() => Assert.All(
        typeof(CycleCommand).GetCustomAttributes<JsonDerivedTypeAttribute>(),
        derived => Assert.Equal(derived.TypeDiscriminator, ((CycleCommand)RuntimeHelpers.GetUninitializedObject(derived.DerivedType)).Name));

    [Fact]
    public void EveryStatus_IsReached() =>
        Assert.Equal(Enum.GetValues<CycleStatus>().Order(), CycleStatuses.Table.Rows.SelectMany(row => new[] { row.From, row.To }).Distinct().Order());
}
