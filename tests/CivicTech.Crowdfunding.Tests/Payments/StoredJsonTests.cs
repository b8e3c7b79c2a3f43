using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CivicTech.Crowdfunding.Campaigns;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Hosting;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.Crowdfunding.Tests.Campaigns;
using CivicTech.Processes;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;
using CivicTech.Receipts;
using static CivicTech.Crowdfunding.Tests.Campaigns.Play;

namespace CivicTech.Crowdfunding.Tests.Payments;

/// <summary>What is stored stays readable: the verified files are what version 1 wrote.</summary>
public sealed class StoredJsonTests
{
    [Fact]
    public void Documents_OfEveryKind_AreAsVersion1WroteThem() => Golden.Verify(string.Join('\n', Documents().Select(document => $"{document.Name}: {document.Write()}")), "json.txt");

    [Fact]
    public void Events_OfEveryKind_AreAsVersion1WroteThem() => Golden.Verify(string.Join('\n', StoredSamples.Events.Select(happened => Written(happened))), "json.txt");

    [Fact]
    public void Commands_OfEveryKind_AreAsVersion1WroteThem() => Golden.Verify(string.Join('\n', StoredSamples.Commands.Select(Written)), "json.txt");

    [Fact]
    public void Samples_OfEveryKind_AreThere()
    {
        Assert.Equal(KindsOf<CampaignEvent>(), [.. StoredSamples.Events.Select(sample => sample.GetType())]);
        Assert.Equal(KindsOf<CampaignCommand>(), [.. StoredSamples.Commands.Select(sample => sample.GetType())]);
        Assert.Equal(KindsOf<CampaignEffect>(), [.. StoredSamples.Effects.Select(sample => sample.Effect.GetType())]);
        Assert.Equal(KindsOf<GatewayCall>(), [.. StoredSamples.Effects.Select(sample => sample.Effect).OfType<GatewayEffect>().Select(effect => effect.Call.GetType())]);
    }

    [Fact]
    public void Documents_WrittenAndRead_AreEqual() => Assert.All(Documents(), document => Assert.True(document.IsReadBackEqual(document.Write()), document.Name));

    [Fact]
    public void Documents_WithMembersInAnotherOrder_AreEqual() =>
        Assert.All(Documents(), document => Assert.True(document.IsReadBackEqual(Reversed(JsonNode.Parse(document.Write()))!.ToJsonString()), document.Name));

    [Fact]
    public void Events_WrittenAndRead_AreEqual()
    {
        var format = new CampaignFormat();
        Assert.Equal(StoredSamples.Events, format.ReadEvents(format.WriteEvents([.. StoredSamples.Events])).ToArray());
        Assert.Equal(StoredSamples.Events, format.ReadEvents(Encoding.UTF8.GetBytes(Reversed(JsonNode.Parse(format.WriteEvents([.. StoredSamples.Events])))!.ToJsonString())).ToArray());
    }

    [Fact]
    public void Commands_WrittenAndRead_AreEqual() => Assert.All(
        StoredSamples.Commands,
        command => Assert.Equal(command, JsonSerializer.Deserialize(new CampaignFormat().WriteCommand(command), CampaignJson.Default.CampaignCommand)));

    [Fact]
    public void Plan_WithEveryDefaultOverridden_SurvivesAndSoDoesThePlainOne()
    {
        var plain = SomePlan.AllOrNothing();
        var bare = plain with
        {
            Pledges = new PledgePlan { AllowsAnonymous = false, LateChange = LateChange.Free, LastHours = NodaTime.Duration.Zero },
            Collection = new CollectionPlan { GraceDays = 0, WorkingDays = new WorkingDays { Weekend = [] }, Retries = RetryPolicy.None },
            Reports = new ReportPlan { SpendingWithin = null, ImpactWithin = null },
            Payouts = new PayoutPlan { Delay = NodaTime.Duration.Zero },
        };
        foreach (var plan in new[] { plain, bare, StoredSamples.Plan })
        {
            Assert.Equal(plan, JsonSerializer.Deserialize(JsonSerializer.Serialize(plan, CampaignJson.Default.CampaignPlan), CampaignJson.Default.CampaignPlan));
            Assert.Equal(plan, new Sample<CampaignPlan>("plan", plan, StoredJson.Default.StoredCampaignPlan).ReadBack());
        }
    }

    [Fact]
    public void Plan_WrittenByHandWithoutWhatHasADefault_HasTheDefaults()
    {
        var plain = SomePlan.AllOrNothing();
        var json = JsonNode.Parse(JsonSerializer.Serialize(plain, CampaignJson.Default.CampaignPlan))!.AsObject();
        foreach (var member in new[] { "pledges", "collection", "fees", "payouts", "reports" })
        {
            Assert.True(json.Remove(member), member);
        }

        Assert.Equal(plain, JsonSerializer.Deserialize(json.ToJsonString(), CampaignJson.Default.CampaignPlan));
    }

    [Theory]
    [InlineData("""{"v":2,"value":{}}""")]
    [InlineData("""{"v":0,"value":{}}""")]
    [InlineData("""{"value":{}}""")]
    [InlineData("""{"v":1}""")]
    [InlineData("""{"v":1,"value":null}""")]
    [InlineData("""{"v":1,"value":{}}""")]
    [InlineData("""{"v":1,"value":[]}""")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("")]
    public void Read_ADocumentThatIsNone_NamesIt(string json)
    {
        foreach (var name in new[] { "plan", "head", "pledge/p1", "backer/b1", "fundraiser/f1", "effect/e1" })
        {
            Assert.Contains($"'{name}'", Assert.Throws<FormatException>(() => Read(name, json)).Message, StringComparison.Ordinal);
        }

        Assert.Contains("'events'", Assert.Throws<FormatException>(() => new CampaignFormat().ReadEvents(Encoding.UTF8.GetBytes(json == """{"v":1,"value":[]}""" ? "{" : json))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnotherVersion_SaysWhichItReads()
    {
        var json = new Sample<Pledge>("pledge/p1", StoredSamples.Pledge, StoredJson.Default.StoredPledge).Write().Replace("\"v\":1", "\"v\":7", StringComparison.Ordinal);

        Assert.Contains("version 7", Assert.Throws<FormatException>(() => Read("pledge/p1", json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_PledgeWithEveryByteBroken_ReadsOrSaysSo()
    {
        var json = Encoding.UTF8.GetBytes(new Sample<Pledge>("pledge/p1", StoredSamples.Pledge, StoredJson.Default.StoredPledge).Write());
        for (var i = 0; i < json.Length; i += 5)
        {
            foreach (var wrong in "0{}[]\",x-"u8)
            {
                byte[] broken = [.. json];
                broken[i] = wrong;
                Assert.Null(Record.Exception(() =>
                {
                    try
                    {
                        Read("pledge/p1", broken);
                    }
                    catch (FormatException)
                    {
                        // That is the answer.
                    }
                }));
            }
        }
    }

    private static CampaignState Read(string name, string json) => Read(name, Encoding.UTF8.GetBytes(json));

    private static CampaignState Read(string name, byte[] json)
    {
        var last = JournalEntry.Next(0, default, Start, null, Digest.Of("command"u8), null, Encoding.UTF8.GetBytes("{}"));
        var request = new DocumentRequest([name], [], ImmutableSortedSet<string>.Empty);
        return new CampaignFormat().Read(new StoredProcess(last, [new StoredDocument(name, json, null)], []), request);
    }

    private static ISample[] Documents() =>
    [
        new Sample<CampaignPlan>("plan", StoredSamples.Plan, StoredJson.Default.StoredCampaignPlan),
        new Sample<CampaignHead>("head", StoredSamples.Head, StoredJson.Default.StoredCampaignHead),
        new Sample<Pledge>("pledge", StoredSamples.Pledge, StoredJson.Default.StoredPledge),
        new Sample<BackerTotals>("backer", StoredSamples.Backer, StoredJson.Default.StoredBackerTotals),
        new Sample<Fundraiser>("fundraiser", StoredSamples.Fundraiser, StoredJson.Default.StoredFundraiser),
        .. StoredSamples.Effects.Select((effect, i) => new Sample<PendingEffect<CampaignEffect>>($"effect {i + 1}", effect, StoredJson.Default.StoredPendingEffectCampaignEffect)),
    ];

    private static string Written(CampaignEvent happened) => Encoding.UTF8.GetString(new CampaignFormat().WriteEvents([happened]));

    private static string Written(CampaignCommand command) => Encoding.UTF8.GetString(new CampaignFormat().WriteCommand(command));

    private static HashSet<Type> KindsOf<T>() => [.. typeof(T).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType)];

    private static JsonNode? Reversed(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Reverse().Select(member => KeyValuePair.Create(member.Key, Reversed(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Reversed)]),
        _ => node?.DeepClone(),
    };

    private interface ISample
    {
        string Name { get; }

        string Write();

        bool IsReadBackEqual(string json);
    }

    private sealed record Sample<T>(string Name, T Value, JsonTypeInfo<Stored<T>> Type) : ISample
    {
        public string Write() => JsonSerializer.Serialize(new Stored<T> { Value = Value }, Type);

        public bool IsReadBackEqual(string json) => Value!.Equals(JsonSerializer.Deserialize(json, Type)!.Value);

        internal T ReadBack() => JsonSerializer.Deserialize(Write(), Type)!.Value;
    }
}
