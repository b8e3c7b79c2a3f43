using System.Text.Json;
using System.Text.Json.Serialization;
using CivicTech.Time;

namespace CivicTech.Consensus.Delphi.Protocols;

/// <summary>The JSON of protocols. Hosts may combine it with their own contexts.</summary>
/// <remarks>Fractions are texts such as <c>3/4</c>, durations ISO 8601, enumerations kebab case; an unknown member is refused.</remarks>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.General,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    Converters = [typeof(DurationJsonConverter)])]
[JsonSerializable(typeof(DelphiProtocol))]
public sealed partial class ProtocolJson : JsonSerializerContext;
