using System.Text.Json;
using System.Text.Json.Nodes;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Receipts;

namespace CivicTech.Crowdfunding.Campaigns;

/// <summary>The rules that backers were shown, as a digest that anyone can recompute.</summary>
internal static class PlanJson
{
    internal static Digest DigestOf(CampaignPlan plan) =>
        Digest.Of(CanonicalJson.ToBytes(JsonNode.Parse(JsonSerializer.SerializeToUtf8Bytes(plan, CampaignJson.Default.CampaignPlan))));
}
