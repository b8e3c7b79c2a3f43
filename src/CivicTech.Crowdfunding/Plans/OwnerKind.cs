using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Plans;

/// <summary>What the owner of a campaign is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OwnerKind>))]
public enum OwnerKind
{
    /// <summary>A person.</summary>
    [JsonStringEnumMemberName("person")]
    Person,

    /// <summary>An association, a company, a lawyer's office.</summary>
    [JsonStringEnumMemberName("organisation")]
    Organisation,

    /// <summary>A municipality or another public body.</summary>
    [JsonStringEnumMemberName("public-body")]
    PublicBody,
}
