using System.Text.Json;
using System.Text.Json.Serialization;
using CivicTech.Crowdfunding.Campaigns;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.Processes;
using CivicTech.Processes.Running;
using CivicTech.Time;

namespace CivicTech.Crowdfunding.Hosting;

/// <summary>What a store keeps, as JSON.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.General,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    Converters = [typeof(InstantJsonConverter), typeof(DurationJsonConverter), typeof(LocalDateJsonConverter), typeof(LocalDateTimeJsonConverter)])]
[JsonSerializable(typeof(Stored<CampaignPlan>))]
[JsonSerializable(typeof(Stored<CampaignHead>))]
[JsonSerializable(typeof(Stored<Pledge>))]
[JsonSerializable(typeof(Stored<BackerTotals>))]
[JsonSerializable(typeof(Stored<Fundraiser>))]
[JsonSerializable(typeof(Stored<PendingEffect<CampaignEffect>>))]
[JsonSerializable(typeof(Stored<CampaignEvent[]>))]
internal sealed partial class StoredJson : JsonSerializerContext;
