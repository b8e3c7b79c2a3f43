using System.Text.Json;
using System.Text.Json.Serialization;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Rolls;
using CivicTech.Time;

namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>The JSON of voting: plans, official ballots, commands and entries of the roll.</summary>
/// <remarks>
/// Amounts are texts such as <c>EUR 12.50</c>, days and instants ISO 8601, enumerations kebab case; <c>kind</c> may stand anywhere in an object. What a client sends is read strictly: a
/// <see cref="JsonException"/> names the place where a member is missing or not known, a value is not of its kind, an enumeration is a number, or a null stands where there must be something, also in a
/// list; a command without <c>kind</c> is a <see cref="NotSupportedException"/>.
/// Hosts combine it with their own contexts in a copy of its options, since without its converters and naming it is not the same JSON:
/// <c>new JsonSerializerOptions(VotingJson.Default.Options) { TypeInfoResolver = JsonTypeInfoResolver.Combine(VotingJson.Default, Own.Default) }</c>.
/// </remarks>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.General,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    Converters =
    [
        typeof(InstantJsonConverter), typeof(LocalDateJsonConverter),
        typeof(WholeList<string>), typeof(WholeList<BallotLine>), typeof(WholeList<BallotProject>), typeof(WholeList<EarlierAmount>), typeof(WholeList<Residence>), typeof(WholeList<VotingArea>),
        typeof(NamedOnly<AreaAccess>), typeof(NamedOnly<ChannelPrecedence>), typeof(NamedOnly<RollStatus>), typeof(NamedOnly<Submission>),
    ])]
[JsonSerializable(typeof(VotingPlan))]
[JsonSerializable(typeof(OfficialBallot))]
[JsonSerializable(typeof(VotingCommand))]
[JsonSerializable(typeof(RollEntry))]
public sealed partial class VotingJson : JsonSerializerContext;
