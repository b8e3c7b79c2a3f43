using System.Text.Json.Serialization;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Time;

namespace CivicTech.Crowdfunding.Tests.Collection;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    Converters = [typeof(InstantJsonConverter), typeof(DurationJsonConverter)])]
[JsonSerializable(typeof(PaymentAttempt))]
[JsonSerializable(typeof(PayoutAttempt))]
[JsonSerializable(typeof(ProviderEvent))]
[JsonSerializable(typeof(RetryPolicy))]
[JsonSerializable(typeof(GatewayCall))]
[JsonSerializable(typeof(GatewayCapabilities))]
internal sealed partial class CollectionTestContext : JsonSerializerContext;
