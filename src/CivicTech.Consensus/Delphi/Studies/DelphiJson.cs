using System.Text.Json;
using System.Text.Json.Serialization;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Effects;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Processes;
using CivicTech.Time;

namespace CivicTech.Consensus.Delphi.Studies;

/// <summary>The JSON of studies: protocols, commands, events and the documents of the state. Hosts may combine it with their own contexts.</summary>
/// <remarks>Fractions are texts such as <c>3/4</c>, instants ISO 8601 in UTC, enumerations kebab case; <c>kind</c> may stand anywhere in an object, as databases reorder members.</remarks>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.General,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    Converters = [typeof(InstantJsonConverter), typeof(DurationJsonConverter)])]
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
