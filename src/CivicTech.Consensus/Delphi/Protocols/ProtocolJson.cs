using System.Text.Json;
using System.Text.Json.Serialization;
using CivicTech.Consensus.Coefficients;
using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Time;

namespace CivicTech.Consensus.Delphi.Protocols;

/// <summary>The JSON of protocols.</summary>
/// <remarks>
/// Fractions are texts such as <c>3/4</c>, durations ISO 8601, enumerations kebab case and never numbers; an unknown member is refused. What cannot be read is a
/// <see cref="JsonException"/> that names the place or, where <c>kind</c> is missing, a <see cref="NotSupportedException"/>.
/// Hosts combine it with their own contexts in a copy of its options, since without its converters and naming it is not the same JSON:
/// <c>new JsonSerializerOptions(ProtocolJson.Default.Options) { TypeInfoResolver = JsonTypeInfoResolver.Combine(ProtocolJson.Default, Own.Default) }</c>.
/// </remarks>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.General,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    Converters =
    [
        typeof(DurationJsonConverter), typeof(WholeList<string>), typeof(WholeList<PanelPlan>), typeof(WholeList<RoleQuota>), typeof(WholeList<ConsensusCriterion>),
        typeof(NamedOnly<AtNeutral>), typeof(NamedOnly<FeedbackGroup>), typeof(NamedOnly<ItemAction>), typeof(NamedOnly<KappaWeights>), typeof(NamedOnly<MissingAnswers>),
        typeof(NamedOnly<QuantileRule>), typeof(NamedOnly<RoundMode>), typeof(NamedOnly<StopScope>), typeof(NamedOnly<StopWhen>),
    ])]
[JsonSerializable(typeof(DelphiProtocol))]
public sealed partial class ProtocolJson : JsonSerializerContext;
