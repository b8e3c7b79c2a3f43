using System.Text.Json;
using System.Text.Json.Nodes;
using CivicTech.Crowdfunding.Campaigns;
using CivicTech.Crowdfunding.Hosting;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Tests.Payments;

namespace CivicTech.Crowdfunding.Tests.Plans;

/// <summary>A plan need not state everything: what it leaves out is as documented.</summary>
public sealed class PlanJsonTests
{
    // By the documentation of each member; null for what is written as nothing.
    private static readonly Dictionary<string, string?> Defaults = new(StringComparer.Ordinal)
    {
        ["ownerKind"] = "\"person\"",
        ["payee"] = null,
        ["category"] = "\"other\"",
        ["visibility"] = "\"public\"",
        ["pledges.lateChange"] = "\"not-below-goal\"",
        ["pledges.lastHours"] = "\"24:00:00\"",
        ["pledges.maximumPerBacker"] = null,
        ["pledges.allowsAnonymous"] = "true",
        ["pledges.feedbackWithin"] = "\"48:00:00\"",
        ["collection.mode"] = "\"invite-to-pay\"",
        ["collection.retries"] = """{"delays":[],"finalAttemptAfter":"168:00:00","notices":{"remindAfter":["48:00:00","96:00:00","144:00:00"],"dropAfter":"168:00:00"}}""",
        ["collection.reminders"] = """{"remindAfter":["72:00:00","168:00:00"],"dropAfter":"336:00:00"}""",
        ["collection.graceDays"] = "4",
        ["collection.workingDays"] = """{"weekend":["saturday","sunday"],"holidays":[],"zone":"UTC"}""",
        ["collection.workingDays.weekend"] = """["saturday","sunday"]""",
        ["collection.workingDays.holidays"] = "[]",
        ["collection.workingDays.zone"] = "\"UTC\"",
        ["collection.authorisationWindow"] = "\"168:00:00\"",
        ["collection.retries.delays"] = "[]",
        ["fees"] = """{"fees":[]}""",
        ["fees.fees"] = "[]",
        ["payouts.delay"] = "\"336:00:00\"",
        ["payouts.tranches"] = """[{"name":"all","weight":1}]""",
        ["payouts.reserve"] = "\"0\"",
        ["payouts.reserveFor"] = "\"2160:00:00\"",
        ["reports.spendingWithin"] = "\"2160:00:00\"",
        ["reports.impactWithin"] = "\"8760:00:00\"",
        ["goal.capPolicy"] = "\"refuse-excess\"",
        ["pledges"] = """{"lateChange":"not-below-goal","lastHours":"24:00:00","allowsAnonymous":true,"feedbackWithin":"48:00:00"}""",
        ["collection"] = """{"mode":"invite-to-pay","retries":{"delays":[],"finalAttemptAfter":"168:00:00","notices":{"remindAfter":["48:00:00","96:00:00","144:00:00"],"dropAfter":"168:00:00"}},"reminders":{"remindAfter":["72:00:00","168:00:00"],"dropAfter":"336:00:00"},"graceDays":4,"workingDays":{"weekend":["saturday","sunday"],"holidays":[],"zone":"UTC"},"authorisationWindow":"168:00:00"}""",
        ["payouts"] = """{"delay":"336:00:00","tranches":[{"name":"all","weight":1}],"reserve":"0","reserveFor":"2160:00:00"}""",
        ["reports"] = """{"spendingWithin":"2160:00:00","impactWithin":"8760:00:00"}""",
    };

    private static readonly HashSet<string> Required = ["id", "owner", "description", "currency", "budget", "goal", "goal.rounds", "collection.reminders.remindAfter", "collection.reminders.dropAfter"];

    public static TheoryData<string> Members { get; } = [.. Defaults.Keys];

    [Theory]
    [MemberData(nameof(Members))]
    public void Read_WithoutAMember_HasItsDefaultAndNothingElseChanges(string member)
    {
        var (stated, expected) = (Full(), Full());
        var (parent, name) = Place(stated, member);
        Assert.True(parent.Remove(name), member);
        var (same, _) = Place(expected, member);
        same.Remove(name);
        if (Defaults[member] is { } value)
        {
            same[name] = JsonNode.Parse(value);
        }

        var read = JsonSerializer.Deserialize(stated.ToJsonString(), CampaignJson.Default.CampaignPlan);
        var stored = JsonSerializer.Deserialize($$"""{"v":1,"value":{{stated.ToJsonString()}}}""", StoredJson.Default.StoredCampaignPlan)!.Value;

        Assert.True(JsonNode.DeepEquals(expected, Written(read!)), $"{member}: {Written(read!).ToJsonString()}");
        Assert.Equal(read, stored);
    }

    [Fact]
    public void Read_EveryMemberOfAPlan_IsRequiredOrHasADefaultHere() =>
        Assert.DoesNotContain(MembersOf(Full(), ""), member => !Required.Contains(member) && !Defaults.ContainsKey(member));

    [Theory]
    [InlineData("spendingWithin")]
    [InlineData("impactWithin")]
    public void Read_NoneStated_IsNone(string report)
    {
        var plan = Full();
        plan["reports"]![report] = null;

        var reports = JsonSerializer.Deserialize(plan.ToJsonString(), CampaignJson.Default.CampaignPlan)!.Reports;

        Assert.Null(report == "spendingWithin" ? reports.SpendingWithin : reports.ImpactWithin);
    }

    [Theory]
    [InlineData("collection", "graceDays", "\"four\"", "graceDays: ")]
    [InlineData("collection", "graceDay", "4", "graceDay")]
    [InlineData("payouts", "delay", "\"soon\"", "delay: ")]
    [InlineData("collection", "workingDays", """{"weekend":["restday"]}""", "workingDays: weekend: 'restday' is no day")]
    [InlineData("collection", "reminders", """{"remindAfter":[],"dropAfter":"00:00:00"}""", "ascending times")]
    [InlineData("payouts", "tranches", "[null]", "Element 0 of the list is null")]
    [InlineData("goal", "rounds", "[]", "at least one round")]
    [InlineData("goal", "minimumPledge", "\"EUR 0.00\"", "above zero")]
    [InlineData("goal", "cap", "\"ten\"", "cap: This is not an amount")]
    [InlineData("fees", "fees", """[{"name":""}]""", "it has no name")]
    public void Read_WrongMember_NamesThePlace(string section, string member, string value, string expected)
    {
        var plan = Full();
        plan[section]![member] = JsonNode.Parse(value);

        var exception = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(plan.ToJsonString(), CampaignJson.Default.CampaignPlan));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.Equal($"$.{section}", exception.Path);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    public void Read_SectionThatIsNoObject_IsRefused(string value)
    {
        var plan = Full();
        plan["payouts"] = JsonNode.Parse(value);

        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(plan.ToJsonString(), CampaignJson.Default.CampaignPlan));
    }

    // With something else than the default in every place.
    private static JsonObject Full() => Written(StoredSamples.Plan with { Reports = new ReportPlan { SpendingWithin = NodaTime.Duration.FromDays(3), ImpactWithin = NodaTime.Duration.FromDays(7) } });

    private static JsonObject Written(CampaignPlan plan) => (JsonObject)JsonSerializer.SerializeToNode(plan, CampaignJson.Default.CampaignPlan)!;

    private static (JsonObject Parent, string Name) Place(JsonObject plan, string member)
    {
        var path = member.Split('.');
        return (path[..^1].Aggregate(plan, (parent, name) => (JsonObject)parent[name]!), path[^1]);
    }

    private static IEnumerable<string> MembersOf(JsonObject node, string prefix) =>
        node.SelectMany(member => member.Value is JsonObject inner ? MembersOf(inner, $"{prefix}{member.Key}.").Prepend(prefix + member.Key) : [prefix + member.Key]);
}
