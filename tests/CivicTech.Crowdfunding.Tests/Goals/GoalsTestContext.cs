using System.Text.Json.Serialization;
using CivicTech.Crowdfunding.Goals;

namespace CivicTech.Crowdfunding.Tests.Goals;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(GoalRule))]
[JsonSerializable(typeof(GoalTotals))]
[JsonSerializable(typeof(RoundVerdict))]
internal sealed partial class GoalsTestContext : JsonSerializerContext;
