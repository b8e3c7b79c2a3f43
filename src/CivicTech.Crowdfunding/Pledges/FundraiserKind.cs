using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Pledges;

/// <summary>Who asks for pledges in the name of a campaign.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FundraiserKind>))]
public enum FundraiserKind
{
    /// <summary>A person.</summary>
    [JsonStringEnumMemberName("person")]
    Person,

    /// <summary>A team of persons.</summary>
    [JsonStringEnumMemberName("team")]
    Team,

    /// <summary>An organisation with teams.</summary>
    [JsonStringEnumMemberName("organisation")]
    Organisation,
}
