using System.Collections.Immutable;
using System.Reflection;
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
        var (seen, waiting) = (new HashSet<Type>(), new Queue<Type>(roots));
        var (lists, enumerations) = (0, 0);
        while (waiting.TryDequeue(out var type))
        {
            if (!seen.Add(type))
            {
                continue;
            }

            if (type.IsGenericType)
            {
                type.GetGenericArguments().ToList().ForEach(waiting.Enqueue);
                if (type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) && !type.GetGenericArguments()[0].IsValueType)
                {
                    lists++;
                    AssertReadBy("WholeList`1", type);
                }
            }
            else if (type.IsEnum && type.Assembly == typeof(CycleCommand).Assembly)
            {
                enumerations++;
                AssertReadBy("NamedOnly`1", type);
            }
            else if (type.Assembly == typeof(CycleCommand).Assembly)
            {
                type.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType).ToList().ForEach(waiting.Enqueue);
                type.GetProperties().Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null && property.CanWrite).Select(property => property.PropertyType).ToList().ForEach(waiting.Enqueue);
            }
        }

        Assert.True(lists > 3 && enumerations > 2, $"{lists} {enumerations}");

        void AssertReadBy(string converter, Type type) => Assert.True(context.GetTypeInfo(type)!.Converter.GetType().Name == converter, $"{type} is read by {context.GetTypeInfo(type)!.Converter}.");
    }
}
