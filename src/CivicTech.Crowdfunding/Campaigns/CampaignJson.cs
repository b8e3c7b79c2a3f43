using System.Text.Json;
using System.Text.Json.Serialization;
using CivicTech.Amounts;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Fees;
using CivicTech.Crowdfunding.Goals;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.Processes;
using CivicTech.Time;

namespace CivicTech.Crowdfunding.Campaigns;

/// <summary>The JSON of campaigns: plans, commands, events and the documents of the state.</summary>
/// <remarks>
/// Amounts are texts such as <c>EUR 12.50</c>, instants ISO 8601 in UTC, enumerations kebab case and never numbers; <c>kind</c> may stand anywhere in an object, as databases reorder members. A command or plan that
/// cannot be read is a <see cref="JsonException"/> that names the place or, where <c>kind</c> is missing, a <see cref="NotSupportedException"/>.
/// Hosts combine it with their own contexts in a copy of its options, since without its converters and naming it is not the same JSON:
/// <c>new JsonSerializerOptions(CampaignJson.Default.Options) { TypeInfoResolver = JsonTypeInfoResolver.Combine(CampaignJson.Default, Own.Default) }</c>.
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
        typeof(InstantJsonConverter), typeof(DurationJsonConverter), typeof(LocalDateJsonConverter), typeof(LocalDateTimeJsonConverter), typeof(WholeList<string>), typeof(WholeList<ProviderEvent>),
        typeof(WholeList<BudgetLine>), typeof(WholeList<GoalRound>), typeof(WholeList<Target>), typeof(WholeList<Fee>), typeof(WholeList<FeeTier>), typeof(WholeList<Tranche>),
        typeof(NamedOnly<CampaignCategory>), typeof(NamedOnly<CapPolicy>), typeof(NamedOnly<CollectionMode>), typeof(NamedOnly<DisputeOutcome>), typeof(NamedOnly<FeeBearer>), typeof(NamedOnly<FixedFeePer>),
        typeof(NamedOnly<FundraiserKind>), typeof(NamedOnly<LateChange>), typeof(NamedOnly<MissedTarget>), typeof(NamedOnly<MoneyRounding>), typeof(NamedOnly<OwnerKind>), typeof(NamedOnly<ProviderEventKind>),
        typeof(NamedOnly<ReportKind>), typeof(NamedOnly<ReviewVerdict>), typeof(NamedOnly<RoundClosing>), typeof(NamedOnly<Visibility>),
    ])]
[JsonSerializable(typeof(CampaignPlan))]
[JsonSerializable(typeof(CampaignCommand))]
[JsonSerializable(typeof(CampaignEvent[]))]
[JsonSerializable(typeof(CampaignHead))]
[JsonSerializable(typeof(Pledge))]
[JsonSerializable(typeof(BackerTotals))]
[JsonSerializable(typeof(Fundraiser))]
[JsonSerializable(typeof(PendingEffect<CampaignEffect>))]
public sealed partial class CampaignJson : JsonSerializerContext;
