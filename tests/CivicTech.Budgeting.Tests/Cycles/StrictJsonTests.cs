using System.Text.Json;
using System.Text.Json.Serialization;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Budgeting.Voting.Rolls;

namespace CivicTech.Budgeting.Tests.Cycles;

/// <summary>Whatever a command holds, however deep: its lists are read without holes and its enumerations by their names. Without that a list or an enumeration that is added is read as the serializer likes.</summary>
public sealed class StrictJsonTests
{
    [Fact]
    public void Commands_OfCycles_HaveNoListWithHolesAndNoNumberedEnumeration() => AssertStrict(CycleJson.Default, typeof(CycleCommand), typeof(OfficialBallot));

    [Fact]
    public void Commands_OfVoting_HaveNoListWithHolesAndNoNumberedEnumeration() => AssertStrict(VotingJson.Default, typeof(VotingCommand), typeof(VotingPlan), typeof(OfficialBallot), typeof(RollEntry));

    [Theory]
    [InlineData("""{"kind":"start-project","project":"A","phase":2}""")]
    [InlineData("""{"kind":"start-project","project":"A","phase":"2"}""")]
    [InlineData("""{"kind":"start-project","project":"A","phase":"In-Work, finished"}""")]
    [InlineData("""{"kind":"fund-projects","decision":"d","projects":["A",null]}""")]
    public void Command_WithANumberOrAHole_IsNotReadAndThePlaceIsNamed(string json)
    {
        var exception = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, CycleJson.Default.CycleCommand));

        Assert.Contains(json.Contains("phase", StringComparison.Ordinal) ? "$.phase" : "$.projects", exception.Path, StringComparison.Ordinal);
    }

    private static void AssertStrict(JsonSerializerContext context, params Type[] roots)
    {
        var (lists, enumerations) = StrictJson.Check(context, roots);

        Assert.True(lists > 3 && enumerations > 2, $"{lists} {enumerations}");
    }
}
