using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Effects;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Processes;
using NodaTime;

namespace CivicTech.Consensus.Delphi.Studies;

/// <summary>A decision about a study in the making.</summary>
internal sealed class StudyTurn(DelphiState state, Instant now)
{
    private readonly Turn<DelphiState, DelphiEvent> _turn = new(state, StudyFold.Evolve);

    internal Instant Now => now;

    internal DelphiState State => _turn.State;

    internal StudyHead Head => _turn.State.Head;

    internal DelphiProtocol Protocol => _turn.State.Protocol;

    internal bool IsRefused => _turn.IsRefused;

    internal void Apply(DelphiEvent happened) => _turn.Apply(happened);

    internal void Refuse(Refusal refusal) => _turn.Refuse(refusal);

    internal bool Require(bool holds, Func<Refusal> refusal) => _turn.Require(holds, refusal);

    internal Decision<DelphiState, DelphiEvent> Decide() => _turn.Decide();

    /// <summary>That a reference is such a text as every store keeps.</summary>
    internal bool RequireText(string field, string? value) => Require(StudyNames.IsReference(value), () => StudyRefusals.BadReference.With(("field", field)));

    /// <summary>The same of one that may be left out.</summary>
    internal bool RequireTextOrNone(string field, string? value) => value is null || RequireText(field, value);

    /// <summary>That an id can be part of the name of a document.</summary>
    internal bool RequireId(string field, string? value) => Require(StudyNames.IsId(value), () => StudyRefusals.BadId.With(("field", field)));

    /// <summary>An expert who was invited; null, and refused, when there is no such person.</summary>
    internal Expert? RequireExpert(string id)
    {
        var expert = RequireId("expert", id) ? State.Experts.Find(id) : null;
        return expert is not null || Require(!StudyNames.IsId(id), () => StudyRefusals.NoSuchExpert.With(("expert", id))) ? expert : null;
    }

    /// <summary>Has experts told something; the key says what about, so that nobody is told twice. Where there is nobody, nothing is to be done: a notice to nobody is one to the facilitator.</summary>
    internal void Tell(NoticeKind notice, string key, ImmutableArray<string> experts, int? round = null)
    {
        if (!experts.IsEmpty)
        {
            Request(new StudyNotice { Notice = notice, Experts = experts, Round = round }, key);
        }
    }

    /// <summary>Has the facilitator told something.</summary>
    internal void TellFacilitator(NoticeKind notice, string key, int round) => Request(new StudyNotice { Notice = notice, Round = round }, key);

    /// <summary>The experts who take part and sit on one of some panels.</summary>
    internal ImmutableArray<string> TakingPart(ImmutableArray<string> panels) =>
        [.. State.Experts.All.Where(expert => expert.Value.Status == ExpertStatus.Joined && expert.Value.SitsOn(panels)).Select(expert => expert.Key)];

    private void Request(StudyNotice notice, string key) => Apply(new EffectRequested { Effect = new PendingEffect<StudyNotice> { Key = key, Effect = notice, Due = now } });
}
