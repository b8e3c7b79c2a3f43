using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Committees;

/// <summary>Generated readers and writers of options.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(NamedOnly<Overspending>)],
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(BlockVoting))]
[JsonSerializable(typeof(LimitedVoting))]
[JsonSerializable(typeof(SingleNonTransferableVote))]
[JsonSerializable(typeof(CumulativeVoting))]
[JsonSerializable(typeof(SatisfactionApproval))]
[JsonSerializable(typeof(Thiele))]
[JsonSerializable(typeof(SequentialThiele))]
[JsonSerializable(typeof(ReverseSequentialThiele))]
internal sealed partial class RuleOptionsContext : JsonSerializerContext;
