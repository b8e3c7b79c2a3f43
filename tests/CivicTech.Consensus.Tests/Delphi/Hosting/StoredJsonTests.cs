using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Hosting;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;
using CivicTech.Receipts;
using CivicTech.Tests.Consensus.Delphi.Studies;

namespace CivicTech.Tests.Consensus.Delphi.Hosting;

/// <summary>What is stored stays readable: the verified files are what version 1 wrote.</summary>
public sealed class StoredJsonTests
{
    private static readonly string[] Optional = ["mayAbstain", "inclusion", "reminders", "feedback.showReasons", "feedback.refreshEvery"];

    [Fact]
    public void Documents_OfEveryKind_AreAsVersion1WroteThem() => Golden.Verify(string.Join('\n', Documents().Select(document => $"{document.Name}: {document.Write()}")), "json.txt");

    [Fact]
    public void Events_OfEveryKind_AreAsVersion1WroteThem() =>
        Golden.Verify(string.Join('\n', StoredSamples.Events.Select(happened => Encoding.UTF8.GetString(new DelphiFormat().WriteEvents([happened])))), "json.txt");

    [Fact]
    public void Commands_OfEveryKind_AreAsVersion1WroteThem() =>
        Golden.Verify(string.Join('\n', StoredSamples.Commands.Select(command => Encoding.UTF8.GetString(new DelphiFormat().WriteCommand(command)))), "json.txt");

    [Fact]
    public void Samples_OfEveryKind_AreThere()
    {
        Assert.Equal(KindsOf<DelphiEvent>(), [.. StoredSamples.Events.Select(sample => sample.GetType())]);
        Assert.Equal(KindsOf<DelphiCommand>(), [.. StoredSamples.Commands.Select(sample => sample.GetType())]);
    }

    [Fact]
    public void Documents_WrittenAndRead_AreEqual() => Assert.All(Documents(), document =>
    {
        Assert.True(document.IsReadBackEqual(document.Write()), document.Name);
        Assert.True(document.IsReadBackEqual(Reversed(JsonNode.Parse(document.Write()))!.ToJsonString()), document.Name);
    });

    [Fact]
    public void Events_WrittenAndRead_AreEqual()
    {
        var format = new DelphiFormat();
        var written = format.WriteEvents(StoredSamples.Events);

        Assert.Equal(StoredSamples.Events.AsEnumerable(), format.ReadEvents(written));
        Assert.Equal(StoredSamples.Events.AsEnumerable(), format.ReadEvents(Encoding.UTF8.GetBytes(Reversed(JsonNode.Parse(written))!.ToJsonString())));
    }

    [Fact]
    public void Commands_WrittenAndRead_AreEqual() =>
        Assert.All(StoredSamples.Commands, command => Assert.Equal(command, JsonSerializer.Deserialize(new DelphiFormat().WriteCommand(command), DelphiJson.Default.DelphiCommand)));

    [Fact]
    public void Protocols_WrittenAndRead_AreEqualWithTheSameDigest() => Assert.All(
        [StoredSamples.Protocol, DelphiPresets.Isfahan("s", "d", Solo.A), DelphiPresets.CoreOutcomes("s", "d", Solo.A, Solo.B)],
        protocol =>
        {
            var read = Read(Write(protocol))!;
            Assert.Equal((protocol, ProtocolDigest.Of(protocol)), (read, ProtocolDigest.Of(read)));
            Assert.Equal(protocol, Read(Reversed(Write(protocol))!.AsObject()));
        });

    [Fact]
    public void Digest_OfAProtocol_ChangesWithEveryMemberAndNotWithTheirOrder()
    {
        var changed = Members(Write(StoredSamples.Protocol)).Select(path =>
        {
            var json = Write(StoredSamples.Protocol);
            var parent = Parent(json, path, out var name);
            parent.Remove(name);
            return (path, Digest: Digest.Of(CanonicalJson.ToBytes(json)));
        }).ToList();

        Assert.Equal(ProtocolDigest.Of(StoredSamples.Protocol), Digest.Of(CanonicalJson.ToBytes(Reversed(Write(StoredSamples.Protocol)))));
        Assert.DoesNotContain(changed, one => one.Digest == ProtocolDigest.Of(StoredSamples.Protocol));
        Assert.True(changed.Count > 30);
    }

    [Fact]
    public void Protocol_WithoutAMember_IsRefusedUnlessItHasADefault()
    {
        foreach (var path in Members(Write(StoredSamples.Protocol)))
        {
            var json = Write(StoredSamples.Protocol);
            Parent(json, path, out var name).Remove(name);
            if (Optional.Contains(path))
            {
                Assert.NotNull(Read(json));
            }
            else
            {
                Assert.True(Record.Exception(() => Read(json)) is JsonException or NotSupportedException, path);
            }
        }
    }

    [Fact]
    public void Protocol_WithAMemberThatIsUnknownOrNull_IsRefused()
    {
        foreach (var path in Members(Write(StoredSamples.Protocol)))
        {
            var json = Write(StoredSamples.Protocol);
            Parent(json, path, out _)["threshold"] = 1;
            Assert.True(Record.Exception(() => Read(json)) is JsonException, path);
            if (path != "feedback.refreshEvery")
            {
                json = Write(StoredSamples.Protocol);
                Parent(json, path, out var name)[name] = null;
                Assert.True(Record.Exception(() => Read(json)) is JsonException or NotSupportedException, $"{path}: null");
            }
        }
    }

    [Fact]
    public void Command_WithAMemberThatIsUnknown_IsRefused() => Assert.All(StoredSamples.Commands, command =>
    {
        var json = JsonNode.Parse(new DelphiFormat().WriteCommand(command))!.AsObject();
        json["more"] = 1;
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, DelphiJson.Default.DelphiCommand));
    });

    [Theory]
    [InlineData("""{"v":2,"value":{}}""")]
    [InlineData("""{"value":{}}""")]
    [InlineData("""{"v":1}""")]
    [InlineData("""{"v":1,"value":null}""")]
    [InlineData("""{"v":1,"value":[]}""")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("")]
    public void Read_ADocumentThatIsNone_NamesIt(string json)
    {
        foreach (var name in new[] { "protocol", "head", "expert/e1", "item/i1", "suggestion/s1", "form/1", "sheet/1/e1", "board/1", "summary/1", "effect/e1" })
        {
            Assert.Contains($"'{name}'", Assert.Throws<FormatException>(() => ReadDocument(name, json)).Message, StringComparison.Ordinal);
        }

        Assert.Contains("'events'", Assert.Throws<FormatException>(() => new DelphiFormat().ReadEvents(Encoding.UTF8.GetBytes(json == """{"v":1,"value":[]}""" ? "{" : json))).Message, StringComparison.Ordinal);
    }

    private static DelphiState ReadDocument(string name, string json)
    {
        var last = JournalEntry.Next(0, default, Solo.Start, null, Digest.Of("command"u8), null, Encoding.UTF8.GetBytes("{}"));
        var request = new DocumentRequest([name], [], ImmutableSortedSet<string>.Empty);
        return new DelphiFormat().Read(new StoredProcess(last, [new StoredDocument(name, Encoding.UTF8.GetBytes(json), null)], []), request);
    }

    private static ISample[] Documents() =>
    [
        new Sample<DelphiProtocol>("protocol", StoredSamples.Protocol, StoredStudy.Default.StoredDelphiProtocol),
        new Sample<StudyHead>("head", StoredSamples.Head, StoredStudy.Default.StoredStudyHead),
        new Sample<CivicTech.Consensus.Delphi.Panels.Expert>("expert", StoredSamples.Expert, StoredStudy.Default.StoredExpert),
        new Sample<CivicTech.Consensus.Delphi.Items.StudyItem>("item", StoredSamples.Item, StoredStudy.Default.StoredStudyItem),
        new Sample<CivicTech.Consensus.Delphi.Items.Suggestion>("suggestion", StoredSamples.Suggestion, StoredStudy.Default.StoredSuggestion),
        new Sample<CivicTech.Consensus.Delphi.Rounds.RoundForm>("form", StoredSamples.Form, StoredStudy.Default.StoredRoundForm),
        new Sample<CivicTech.Consensus.Delphi.Rounds.AnswerSheet>("sheet", StoredSamples.Sheet, StoredStudy.Default.StoredAnswerSheet),
        new Sample<CivicTech.Consensus.Delphi.Rounds.LiveBoard>("board", StoredSamples.Board, StoredStudy.Default.StoredLiveBoard),
        new Sample<CivicTech.Consensus.Delphi.Rounds.RoundSummary>("summary", StoredSamples.Summary, StoredStudy.Default.StoredRoundSummary),
        new Sample<CivicTech.Processes.PendingEffect<CivicTech.Consensus.Delphi.Effects.StudyNotice>>("effect", StoredSamples.Effect, StoredStudy.Default.StoredPendingEffectStudyNotice),
    ];

    private static JsonObject Write(DelphiProtocol protocol) => JsonNode.Parse(JsonSerializer.SerializeToUtf8Bytes(protocol, ProtocolJson.Default.DelphiProtocol))!.AsObject();

    private static DelphiProtocol? Read(JsonObject json) => JsonSerializer.Deserialize(json, ProtocolJson.Default.DelphiProtocol);

    // Every member at any depth, as a path of names and places.
    private static IEnumerable<string> Members(JsonNode? node, string path = "") => node switch
    {
        JsonObject members => members.SelectMany(member => Members(member.Value, $"{path}{member.Key}.").Prepend(path + member.Key)),
        JsonArray list => list.SelectMany((one, place) => Members(one, $"{path}{place}.")),
        _ => [],
    };

    private static JsonObject Parent(JsonNode json, string path, out string name)
    {
        var steps = path.Split('.');
        name = steps[^1];
        return steps[..^1].Aggregate(json, (node, step) => node is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!).AsObject();
    }

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
    }
}
