using System.Collections.Immutable;
using System.Text.Json;
using CivicTech.Processes;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;

namespace CivicTech.Abstractions.Tests.Processes.Jars;

internal sealed class JarFormat : IProcessFormat<JarState, JarCommand, JarEvent>, IEffectFormat<JarState, JarCommand, Thanks>
{
    public string Kind => "jar";

    public ImmutableArray<string> Head => ["head"];

    public string EffectPrefix => "effect/";

    public IEnumerable<string> DocumentsOf(JarCommand command) => command switch
    {
        JarCommand.Put put => ["donor/" + put.Donor],
        JarCommand.StartThanks start => ["effect/" + start.Effect],
        JarCommand.TellThanks tell => ["effect/" + tell.Effect],
        _ => [],
    };

    public JarState Read(StoredProcess? stored, DocumentRequest request) => new()
    {
        Head = stored?.Find("head") is { } head ? JsonSerializer.Deserialize(head.Content.Span, JarJson.Default.JarHead)! : new JarHead(null, 0, null),
        Donors = StoredParts.Read("donor/", stored, request, document => JsonSerializer.Deserialize(document.Content.Span, JarJson.Default.Donor)!),
        Effects = StoredParts.Read("effect/", stored, request, document => JsonSerializer.Deserialize(document.Content.Span, JarJson.Default.PendingEffectThanks)!),
    };

    public IEnumerable<DocumentChange> Changes(JarState before, JarState after)
    {
        if (after.Head != before.Head)
        {
            yield return DocumentChange.Write(new StoredDocument("head", JsonSerializer.SerializeToUtf8Bytes(after.Head, JarJson.Default.JarHead), after.Head.Until));
        }

        foreach (var change in StoredParts.Changes(after.Donors, (name, donor) => new StoredDocument(name, JsonSerializer.SerializeToUtf8Bytes(donor, JarJson.Default.Donor), null))
            .Concat(StoredParts.Changes(after.Effects, (name, effect) => new StoredDocument(name, JsonSerializer.SerializeToUtf8Bytes(effect, JarJson.Default.PendingEffectThanks), effect.Due))))
        {
            yield return change;
        }
    }

    public byte[] WriteCommand(JarCommand command) => JsonSerializer.SerializeToUtf8Bytes(command, JarJson.Default.JarCommand);

    public byte[] WriteEvents(ImmutableArray<JarEvent> events) => JsonSerializer.SerializeToUtf8Bytes(events, JarJson.Default.ImmutableArrayJarEvent);

    public ImmutableArray<JarEvent> ReadEvents(ReadOnlyMemory<byte> json) => JsonSerializer.Deserialize(json.Span, JarJson.Default.ImmutableArrayJarEvent);

    public JarCommand Advance(ImmutableArray<string> documents) => new JarCommand.MoveOn();

    public JarCommand Start(string key) => new JarCommand.StartThanks(key);

    public PendingEffect<Thanks>? FindEffect(JarState state, string key) => state.Effects.Find(key);
}
