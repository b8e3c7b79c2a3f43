using System.Text.Json;
using System.Text.Json.Serialization;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Paper;
using CivicTech.Budgeting.Plans;
using CivicTech.Budgeting.Proposals;
using CivicTech.Budgeting.Realisation;
using CivicTech.Budgeting.Results;
using CivicTech.Budgeting.Voting;
using CivicTech.Processes;
using CivicTech.Time;

namespace CivicTech.Budgeting.Cycles;

/// <summary>The JSON of cycles: plans, commands, events and the documents of the state. Hosts may combine it with their own contexts.</summary>
/// <remarks>Amounts are texts such as <c>EUR 12.50</c>, instants ISO 8601 in UTC, enumerations kebab case; <c>kind</c> may stand anywhere in an object, as databases reorder members.</remarks>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.General,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    Converters = [typeof(InstantJsonConverter), typeof(DurationJsonConverter), typeof(LocalDateJsonConverter), typeof(LocalDateTimeJsonConverter)])]
[JsonSerializable(typeof(CyclePlan))]
[JsonSerializable(typeof(CycleCommand))]
[JsonSerializable(typeof(CycleEvent[]))]
[JsonSerializable(typeof(CycleHead))]
[JsonSerializable(typeof(Proposal))]
[JsonSerializable(typeof(ProposalSupport))]
[JsonSerializable(typeof(ProposalComment))]
[JsonSerializable(typeof(Proposer))]
[JsonSerializable(typeof(OfficialBallot))]
[JsonSerializable(typeof(PaperBatch))]
[JsonSerializable(typeof(PaperCard))]
[JsonSerializable(typeof(AreaRecord))]
[JsonSerializable(typeof(FundedProject))]
[JsonSerializable(typeof(Follower))]
[JsonSerializable(typeof(PendingEffect<CycleEffect>))]
public sealed partial class CycleJson : JsonSerializerContext;
