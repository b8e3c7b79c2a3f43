using System.Text.Json;
using CivicTech.Crowdfunding.Campaigns;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Plans;

namespace CivicTech.Crowdfunding.Tests.Campaigns;

/// <summary>Whatever a command holds, however deep, is read strictly.</summary>
public sealed class StrictJsonTests
{
    [Fact]
    public void Commands_OfCampaigns_HaveNoListWithHolesAndNoNumberedEnumeration()
    {
        var (lists, enumerations) = StrictJson.Check(CampaignJson.Default, typeof(CampaignCommand), typeof(CampaignPlan));

        Assert.True(lists > 3 && enumerations > 2, $"{lists} {enumerations}");
    }

    [Theory]
    [InlineData("$.verdict", """{"kind":"review","verdict":1,"reason":"r"}""")]
    [InlineData("$.verdict", """{"kind":"review","verdict":"1","reason":"r"}""")]
    [InlineData("$.verdict", """{"kind":"review","verdict":"Approved, Returned","reason":"r"}""")]
    [InlineData("$.deadline", """{"kind":"extend-deadline","deadline":{"local":"2026-06-30T23:59:00","zone":"Europe/Paris","skippedHour":1},"reason":"r"}""")]
    public void Command_WithANumberForAName_IsNotReadAndThePlaceAndTheNamesAreTold(string place, string json)
    {
        var exception = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, CampaignJson.Default.CampaignCommand));

        Assert.Equal(place, exception.Path);
        Assert.Contains("one of ", exception.Message, StringComparison.Ordinal);
    }
}
