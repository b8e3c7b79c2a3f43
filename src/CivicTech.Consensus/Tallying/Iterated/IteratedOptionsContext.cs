using System.Text.Json.Serialization;
using CivicTech.Consensus.Tallying.Transfers;

namespace CivicTech.Consensus.Tallying.Iterated;

/// <summary>Generated readers and writers of options.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(NamedOnly<OvervoteRule>), typeof(NamedOnly<RepeatedCandidateRule>), typeof(NamedOnly<EqualRanks>), typeof(NamedOnly<SureLosers>),
        typeof(NamedOnly<KeptRounding>), typeof(NamedOnly<IterationEnd>)],
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(MeekStv))]
[JsonSerializable(typeof(WarrenStv))]
internal sealed partial class IteratedOptionsContext : JsonSerializerContext;
