using System.Text.Json;
using System.Text.Json.Serialization;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Paper;
using CivicTech.Budgeting.Plans;
using CivicTech.Budgeting.Proposals;
using CivicTech.Budgeting.Realisation;
using CivicTech.Budgeting.Results;
using CivicTech.Budgeting.Voting;
using CivicTech.Processes;
using CivicTech.Processes.Running;
using CivicTech.Time;

namespace CivicTech.Budgeting.Hosting;

/// <summary>What a store keeps of a cycle, as JSON.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.General,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    Converters = [typeof(InstantJsonConverter), typeof(DurationJsonConverter), typeof(LocalDateJsonConverter), typeof(LocalDateTimeJsonConverter)])]
[JsonSerializable(typeof(Stored<CyclePlan>))]
[JsonSerializable(typeof(Stored<CycleHead>))]
[JsonSerializable(typeof(Stored<Proposal>))]
[JsonSerializable(typeof(Stored<ProposalSupport>))]
[JsonSerializable(typeof(Stored<ProposalComment>))]
[JsonSerializable(typeof(Stored<Proposer>))]
[JsonSerializable(typeof(Stored<OfficialBallot>))]
[JsonSerializable(typeof(Stored<PaperBatch>))]
[JsonSerializable(typeof(Stored<PaperCard>))]
[JsonSerializable(typeof(Stored<AreaRecord>))]
[JsonSerializable(typeof(Stored<FundedProject>))]
[JsonSerializable(typeof(Stored<Follower>))]
[JsonSerializable(typeof(Stored<PendingEffect<CycleEffect>>))]
[JsonSerializable(typeof(Stored<CycleEvent[]>))]
internal sealed partial class StoredCycle : JsonSerializerContext;
