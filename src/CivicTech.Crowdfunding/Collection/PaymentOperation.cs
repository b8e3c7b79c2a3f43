using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Collection;

/// <summary>What an attempt to collect asks of the gateway.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PaymentOperation>))]
public enum PaymentOperation
{
    /// <summary>A link by which the backer pays: <see cref="GatewayCall.CreatePayLink"/>.</summary>
    [JsonStringEnumMemberName("pay-link")]
    PayLink,

    /// <summary>A charge of a saved method: <see cref="GatewayCall.Charge"/>.</summary>
    [JsonStringEnumMemberName("charge")]
    Charge,

    /// <summary>A direct debit on a mandate: <see cref="GatewayCall.Debit"/>.</summary>
    [JsonStringEnumMemberName("debit")]
    Debit,

    /// <summary>A hold to be captured later: <see cref="GatewayCall.Authorise"/>.</summary>
    [JsonStringEnumMemberName("authorise")]
    Authorise,

    /// <summary>No call: the payment is recorded from evidence.</summary>
    [JsonStringEnumMemberName("offline")]
    Offline,
}
