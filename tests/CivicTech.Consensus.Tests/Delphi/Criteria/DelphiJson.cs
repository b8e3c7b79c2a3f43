using System.Text.Json.Serialization;
using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Stability;

namespace CivicTech.Tests.Consensus.Delphi.Criteria;

/// <summary>As a host stores: nothing where there is null, and members in any order.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(RatingScale))]
[JsonSerializable(typeof(ConsensusCriterion))]
[JsonSerializable(typeof(CriterionFinding))]
[JsonSerializable(typeof(StabilityMeasure))]
[JsonSerializable(typeof(ConcordanceStability))]
[JsonSerializable(typeof(StabilityFinding))]
internal sealed partial class DelphiJson : JsonSerializerContext;
