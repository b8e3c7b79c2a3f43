using System.Text.Json.Serialization;
using CivicTech.Crowdfunding.Fees;

namespace CivicTech.Crowdfunding.Tests.Fees;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FeeSchedule))]
[JsonSerializable(typeof(FeeAssessment))]
internal sealed partial class FeesTestContext : JsonSerializerContext;
