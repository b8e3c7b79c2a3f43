using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Allocation;

/// <summary>Generated readers and writers of options.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(NamedOnly<GreedyOrder>), typeof(NamedOnly<Utility>), typeof(NamedOnly<CountSource>), typeof(NamedOnly<Misfit>), typeof(NamedOnly<AddOneStart>), typeof(NamedOnly<Overshoot>),
        typeof(NamedOnly<Completion>), typeof(NamedOnly<GreedyComparison>), typeof(NamedOnly<Endowments>), typeof(NamedOnly<InitialLoads>)],
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Greedy))]
[JsonSerializable(typeof(FundInOrderOptions))]
[JsonSerializable(typeof(MaximinSupport))]
[JsonSerializable(typeof(Phragmen))]
[JsonSerializable(typeof(EqualShares))]
[JsonSerializable(typeof(EqualSharesOptions))]
[JsonSerializable(typeof(RankingByVotes))]
internal sealed partial class RuleOptionsContext : JsonSerializerContext;
