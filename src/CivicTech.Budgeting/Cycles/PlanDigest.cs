using System.Text.Json;
using System.Text.Json.Nodes;
using CivicTech.Budgeting.Plans;
using CivicTech.Receipts;

namespace CivicTech.Budgeting.Cycles;

/// <summary>The rules that people were shown, as a digest that anyone can recompute.</summary>
internal static class PlanDigest
{
    internal static Digest Of(CyclePlan plan) =>
        Digest.Of(CanonicalJson.ToBytes(JsonNode.Parse(JsonSerializer.SerializeToUtf8Bytes(plan, CycleJson.Default.CyclePlan))));
}
