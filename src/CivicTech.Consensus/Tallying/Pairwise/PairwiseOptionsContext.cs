using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Pairwise;

/// <summary>Generated readers and writers of options.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(NamedOnly<PairStrength>), typeof(NamedOnly<MinimaxScore>), typeof(NamedOnly<TiedPairs>), typeof(NamedOnly<RiverPairs>)],
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Copeland))]
[JsonSerializable(typeof(Minimax))]
[JsonSerializable(typeof(Schulze))]
[JsonSerializable(typeof(RankedPairs))]
[JsonSerializable(typeof(River))]
[JsonSerializable(typeof(SplitCycle))]
[JsonSerializable(typeof(Kemeny))]
internal sealed partial class PairwiseOptionsContext : JsonSerializerContext;
