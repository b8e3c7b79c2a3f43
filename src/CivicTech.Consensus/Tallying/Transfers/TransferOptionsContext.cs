using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>Generated readers and writers of options.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(NamedOnly<OvervoteRule>), typeof(NamedOnly<RepeatedCandidateRule>), typeof(NamedOnly<RctabTieMode>), typeof(NamedOnly<Quota>),
        typeof(NamedOnly<TransferRounding>), typeof(NamedOnly<SurplusMethod>), typeof(NamedOnly<SurplusOrder>), typeof(NamedOnly<RunoffEnd>), typeof(NamedOnly<HopelessRule>)],
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(InstantRunoff))]
[JsonSerializable(typeof(BottomsUp))]
[JsonSerializable(typeof(MultiPassInstantRunoff))]
[JsonSerializable(typeof(SingleTransferableVote))]
internal sealed partial class TransferOptionsContext : JsonSerializerContext;
