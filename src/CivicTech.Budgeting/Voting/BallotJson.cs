using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Receipts;
using CivicTech.Time;

namespace CivicTech.Budgeting.Voting;

/// <summary>The JSON of plans and ballots, for digests.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.General,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    Converters = [typeof(InstantJsonConverter), typeof(LocalDateJsonConverter)])]
[JsonSerializable(typeof(OfficialBallot))]
internal sealed partial class BallotJson : JsonSerializerContext
{
    internal static Digest DigestOf(OfficialBallot ballot) => Digest.Of(CanonicalJson.ToBytes(JsonNode.Parse(JsonSerializer.SerializeToUtf8Bytes(ballot, Default.OfficialBallot))));
}
