using System.Text.Json;
using System.Text.Json.Serialization;
using CivicTech.Budgeting.Calendars;
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

/// <summary>The JSON of cycles: plans, commands, events and the documents of the state.</summary>
/// <remarks>
/// Amounts are texts such as <c>EUR 12.50</c>, instants ISO 8601 in UTC, enumerations kebab case; <c>kind</c> may stand anywhere in an object, as databases reorder members. What a client sends is read
/// strictly: a <see cref="JsonException"/> names the place where a member is missing or not known, a value is not of its kind, an enumeration is a number, or a null stands where there must be something,
/// also in a list; a command without <c>kind</c> is a <see cref="NotSupportedException"/>.
/// Hosts combine it with their own contexts in a copy of its options, since without its converters and naming it is not the same JSON:
/// <c>new JsonSerializerOptions(CycleJson.Default.Options) { TypeInfoResolver = JsonTypeInfoResolver.Combine(CycleJson.Default, Own.Default) }</c>.
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
        typeof(InstantJsonConverter), typeof(DurationJsonConverter), typeof(LocalDateJsonConverter), typeof(LocalDateTimeJsonConverter),
        typeof(WholeList<string>), typeof(WholeList<AdmissibilityCriterion>), typeof(WholeList<AreaCount>), typeof(WholeList<AreaResult>), typeof(WholeList<AreaRules>), typeof(WholeList<BallotProject>),
        typeof(WholeList<CycleStage>), typeof(WholeList<EarlierAmount>), typeof(WholeList<EligibilityVerdict>), typeof(WholeList<MilestonePlan>), typeof(WholeList<NewPart>), typeof(WholeList<Permit>),
        typeof(WholeList<ProjectOutcome>), typeof(WholeList<TieAccount>), typeof(WholeList<VotingArea>),
        typeof(NamedOnly<Activity>), typeof(NamedOnly<AreaAccess>), typeof(NamedOnly<AreaOutcome>), typeof(NamedOnly<BatchKind>), typeof(NamedOnly<CardFlaw>), typeof(NamedOnly<CardStatus>),
        typeof(NamedOnly<ChannelPrecedence>), typeof(NamedOnly<CountOrder>), typeof(NamedOnly<Finding>), typeof(NamedOnly<LeftoverUse>), typeof(NamedOnly<MidVoteRule>), typeof(NamedOnly<ModerationMode>),
        typeof(NamedOnly<ProjectStatus>), typeof(NamedOnly<ShortlistKind>), typeof(NamedOnly<ShortlistTies>), typeof(NamedOnly<StageLayout>), typeof(NamedOnly<Submission>), typeof(NamedOnly<SubmitterKind>),
    ])]
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
