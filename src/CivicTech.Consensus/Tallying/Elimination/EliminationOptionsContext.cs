using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Elimination;

/// <summary>Generated readers and writers of options.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(NamedOnly<CoombsStop>), typeof(NamedOnly<NansonCut>)],
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Coombs))]
[JsonSerializable(typeof(Baldwin))]
[JsonSerializable(typeof(Nanson))]
[JsonSerializable(typeof(Benham))]
[JsonSerializable(typeof(BottomTwoRunoff))]
[JsonSerializable(typeof(SmithIrv))]
internal sealed partial class EliminationOptionsContext : JsonSerializerContext;
