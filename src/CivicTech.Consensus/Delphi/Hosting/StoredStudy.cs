using System.Text.Json;
using System.Text.Json.Serialization;
using CivicTech.Consensus.Delphi.Effects;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Processes;
using CivicTech.Processes.Running;
using CivicTech.Time;

namespace CivicTech.Consensus.Delphi.Hosting;

/// <summary>What a store keeps of a study, as JSON.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.General,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    Converters = [typeof(InstantJsonConverter), typeof(DurationJsonConverter)])]
[JsonSerializable(typeof(Stored<DelphiProtocol>))]
[JsonSerializable(typeof(Stored<StudyHead>))]
[JsonSerializable(typeof(Stored<Expert>))]
[JsonSerializable(typeof(Stored<StudyItem>))]
[JsonSerializable(typeof(Stored<Suggestion>))]
[JsonSerializable(typeof(Stored<RoundForm>))]
[JsonSerializable(typeof(Stored<AnswerSheet>))]
[JsonSerializable(typeof(Stored<LiveBoard>))]
[JsonSerializable(typeof(Stored<RoundSummary>))]
[JsonSerializable(typeof(Stored<PendingEffect<StudyNotice>>))]
[JsonSerializable(typeof(Stored<DelphiEvent[]>))]
internal sealed partial class StoredStudy : JsonSerializerContext;
