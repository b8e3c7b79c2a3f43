using System.Text.Json;
using System.Text.Json.Serialization;
using CivicTech.Consensus.Coefficients;
using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Effects;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Processes;
using CivicTech.Time;

namespace CivicTech.Consensus.Delphi.Studies;

/// <summary>The JSON of studies: protocols, commands, events and the documents of the state.</summary>
/// <remarks>
/// Fractions are texts such as <c>3/4</c>, instants ISO 8601 in UTC, enumerations kebab case and never numbers; <c>kind</c> may stand anywhere in an object, as databases reorder members. What cannot be read is a
/// <see cref="JsonException"/> that names the place or, where <c>kind</c> is missing, a <see cref="NotSupportedException"/>.
/// Hosts combine it with their own contexts in a copy of its options, since without its converters and naming it is not the same JSON:
/// <c>new JsonSerializerOptions(DelphiJson.Default.Options) { TypeInfoResolver = JsonTypeInfoResolver.Combine(DelphiJson.Default, Own.Default) }</c>.
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
        typeof(InstantJsonConverter), typeof(DurationJsonConverter), typeof(WholeList<string>), typeof(WholeList<Answer>), typeof(WholeList<FunnelRemoval>), typeof(WholeList<ItemRemoval>), typeof(WholeList<NewItem>),
        typeof(WholeList<Seat>), typeof(WholeList<PanelPlan>), typeof(WholeList<RoleQuota>), typeof(WholeList<ConsensusCriterion>),
        typeof(NamedOnly<AtNeutral>), typeof(NamedOnly<FeedbackGroup>), typeof(NamedOnly<ItemAction>), typeof(NamedOnly<KappaWeights>), typeof(NamedOnly<MissingAnswers>),
        typeof(NamedOnly<QuantileRule>), typeof(NamedOnly<RoundMode>), typeof(NamedOnly<StopScope>), typeof(NamedOnly<StopWhen>),
    ])]
[JsonSerializable(typeof(DelphiProtocol))]
[JsonSerializable(typeof(DelphiCommand))]
[JsonSerializable(typeof(DelphiEvent[]))]
[JsonSerializable(typeof(StudyHead))]
[JsonSerializable(typeof(Expert))]
[JsonSerializable(typeof(StudyItem))]
[JsonSerializable(typeof(Suggestion))]
[JsonSerializable(typeof(RoundForm))]
[JsonSerializable(typeof(AnswerSheet))]
[JsonSerializable(typeof(LiveBoard))]
[JsonSerializable(typeof(RoundSummary))]
[JsonSerializable(typeof(PendingEffect<StudyNotice>))]
public sealed partial class DelphiJson : JsonSerializerContext;
