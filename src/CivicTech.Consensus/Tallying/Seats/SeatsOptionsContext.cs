using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Seats;

/// <summary>Generated readers and writers of options.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(NamedOnly<DivisorSeries>), typeof(NamedOnly<SeatQuota>), typeof(NamedOnly<ExcessQuotas>)],
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(HighestAverages))]
[JsonSerializable(typeof(LargestRemainder))]
internal sealed partial class SeatsOptionsContext : JsonSerializerContext;
