using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Effects;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Processes;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;
using NodaTime;

namespace CivicTech.Consensus.Delphi.Hosting;

/// <summary>How studies are kept: a document for the protocol, one for the head, and one for every expert, item, suggestion, round and sheet of answers.</summary>
/// <remarks>Stateless and thread-safe.</remarks>
public sealed class DelphiFormat : IProcessFormat<DelphiState, DelphiCommand, DelphiEvent>, IEffectFormat<DelphiState, DelphiCommand, StudyNotice>
{
    private const string ProtocolName = "protocol";
    private const string HeadName = "head";

    private static readonly StoredJsonText Json = new("study");

    /// <inheritdoc />
    public string Kind => "delphi-study";

    /// <inheritdoc />
    public ImmutableArray<string> Head => [ProtocolName, HeadName];

    /// <inheritdoc />
    public string EffectPrefix => DelphiState.EffectPrefix;

    /// <inheritdoc />
    public IEnumerable<string> DocumentsOf(DelphiCommand command) => command switch
    {
        SubmitAnswers submit => [DelphiState.ExpertPrefix + submit.Expert, DelphiState.FormPrefix + StudyNames.OfRound(submit.Round), DelphiState.SheetPrefix + StudyNames.OfSheet(submit.Round, submit.Expert)],
        InviteExpert invite => [DelphiState.ExpertPrefix + invite.Expert],
        AnswerInvitation answer => [DelphiState.ExpertPrefix + answer.Expert],
        LeaveStudy leave => [DelphiState.ExpertPrefix + leave.Expert],
        MakeSuggestion make => [DelphiState.ExpertPrefix + make.Expert, DelphiState.SuggestionPrefix + make.Suggestion],
        DecideSuggestion decide => [DelphiState.SuggestionPrefix + decide.Suggestion],
        StartEffect start => [DelphiState.EffectPrefix + start.Effect],
        SettleEffect settle => [DelphiState.EffectPrefix + settle.Effect],
        _ => [],
    };

    /// <inheritdoc />
    public DelphiState Read(StoredProcess? stored, DocumentRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var protocol = stored?.Find(ProtocolName);
        var head = stored?.Find(HeadName);
        return new DelphiState
        {
            ProtocolOrNull = protocol is null ? null : Json.Read(protocol, StoredStudy.Default.StoredDelphiProtocol),
            Head = head is null ? new StudyHead() : Json.Read(head, StoredStudy.Default.StoredStudyHead),
            Experts = Parts(DelphiState.ExpertPrefix, stored, request, StoredStudy.Default.StoredExpert),
            Items = Parts(DelphiState.ItemPrefix, stored, request, StoredStudy.Default.StoredStudyItem),
            Suggestions = Parts(DelphiState.SuggestionPrefix, stored, request, StoredStudy.Default.StoredSuggestion),
            Forms = Parts(DelphiState.FormPrefix, stored, request, StoredStudy.Default.StoredRoundForm),
            Sheets = Parts(DelphiState.SheetPrefix, stored, request, StoredStudy.Default.StoredAnswerSheet),
            Boards = Parts(DelphiState.BoardPrefix, stored, request, StoredStudy.Default.StoredLiveBoard),
            Summaries = Parts(DelphiState.SummaryPrefix, stored, request, StoredStudy.Default.StoredRoundSummary),
            Effects = Parts(DelphiState.EffectPrefix, stored, request, StoredStudy.Default.StoredPendingEffectStudyNotice),
        };
    }

    /// <inheritdoc />
    public IEnumerable<DocumentChange> Changes(DelphiState before, DelphiState after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (!ReferenceEquals(before.ProtocolOrNull, after.ProtocolOrNull))
        {
            yield return DocumentChange.Write(StoredJsonText.Write(ProtocolName, after.Protocol, null, StoredStudy.Default.StoredDelphiProtocol));
        }

        if (!ReferenceEquals(before.Head, after.Head))
        {
            yield return DocumentChange.Write(StoredJsonText.Write(HeadName, after.Head, RoundClock.Due(after), StoredStudy.Default.StoredStudyHead));
        }

        foreach (var change in Parts(after.Experts, StoredStudy.Default.StoredExpert)
            .Concat(Parts(after.Items, StoredStudy.Default.StoredStudyItem))
            .Concat(Parts(after.Suggestions, StoredStudy.Default.StoredSuggestion))
            .Concat(Parts(after.Forms, StoredStudy.Default.StoredRoundForm))
            .Concat(Parts(after.Sheets, StoredStudy.Default.StoredAnswerSheet))
            .Concat(Parts(after.Boards, StoredStudy.Default.StoredLiveBoard))
            .Concat(Parts(after.Summaries, StoredStudy.Default.StoredRoundSummary))
            .Concat(Parts(after.Effects, StoredStudy.Default.StoredPendingEffectStudyNotice, effect => effect.Due)))
        {
            yield return change;
        }
    }

    /// <inheritdoc />
    public byte[] WriteCommand(DelphiCommand command) => JsonSerializer.SerializeToUtf8Bytes(command, DelphiJson.Default.DelphiCommand);

    /// <inheritdoc />
    public byte[] WriteEvents(ImmutableArray<DelphiEvent> events) => StoredJsonText.Write<DelphiEvent[]>([.. events], StoredStudy.Default.StoredDelphiEventArray);

    /// <inheritdoc />
    public ImmutableArray<DelphiEvent> ReadEvents(ReadOnlyMemory<byte> json) => [.. Json.Read("events", json, StoredStudy.Default.StoredDelphiEventArray)];

    /// <inheritdoc />
    public DelphiCommand Advance(ImmutableArray<string> documents) => new AdvanceStudy();

    /// <inheritdoc />
    public DelphiCommand Start(string key) => new StartEffect { Effect = key };

    /// <inheritdoc />
    public PendingEffect<StudyNotice>? FindEffect(DelphiState state, string key)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Effects.Find(key);
    }

    private static Parts<T> Parts<T>(string prefix, StoredProcess? stored, DocumentRequest request, JsonTypeInfo<Stored<T>> type)
        where T : class => StoredParts.Read(prefix, stored, request, document => Json.Read(document, type));

    private static IEnumerable<DocumentChange> Parts<T>(Parts<T> parts, JsonTypeInfo<Stored<T>> type, Func<T, Instant?>? due = null)
        where T : class => StoredParts.Changes(parts, (name, part) => StoredJsonText.Write(name, part, due?.Invoke(part), type));
}
