using System.Text.Json;
using System.Text.Json.Serialization;
using CivicTech.Budgeting.Voting.Rolls;
using CivicTech.Time;

namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>The JSON of voting: plans, official ballots, commands and entries of the roll. Hosts may combine it with their own contexts.</summary>
/// <remarks>Amounts are texts such as <c>EUR 12.50</c>, days and instants ISO 8601, enumerations kebab case; <c>kind</c> may stand anywhere in an object.</remarks>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.General,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    Converters = [typeof(InstantJsonConverter), typeof(LocalDateJsonConverter)])]
[JsonSerializable(typeof(VotingPlan))]
[JsonSerializable(typeof(OfficialBallot))]
[JsonSerializable(typeof(VotingCommand))]
[JsonSerializable(typeof(RollEntry))]
public sealed partial class VotingJson : JsonSerializerContext;
