using System.Text.Json;
using System.Text.Json.Serialization;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.Processes;
using CivicTech.Time;

namespace CivicTech.Crowdfunding.Campaigns;

/// <summary>The JSON of campaigns: plans, commands, events and the documents of the state. Hosts may combine it with their own contexts.</summary>
/// <remarks>Amounts are texts such as <c>EUR 12.50</c>, instants ISO 8601 in UTC, enumerations kebab case; <c>kind</c> may stand anywhere in an object, as databases reorder members.</remarks>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.General,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    Converters = [typeof(InstantJsonConverter), typeof(DurationJsonConverter), typeof(LocalDateJsonConverter), typeof(LocalDateTimeJsonConverter)])]
[JsonSerializable(typeof(CampaignPlan))]
[JsonSerializable(typeof(CampaignCommand))]
[JsonSerializable(typeof(CampaignEvent[]))]
[JsonSerializable(typeof(CampaignHead))]
[JsonSerializable(typeof(Pledge))]
[JsonSerializable(typeof(BackerTotals))]
[JsonSerializable(typeof(Fundraiser))]
[JsonSerializable(typeof(PendingEffect<CampaignEffect>))]
public sealed partial class CampaignJson : JsonSerializerContext;
