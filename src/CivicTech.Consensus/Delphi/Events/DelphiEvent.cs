using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Delphi.Events;

/// <summary>What can happen in a study.</summary>
/// <remarks>Immutable. As JSON, <c>kind</c> says which event it is. Answers stand under the opaque ids of experts: a journal is for the study's own use.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
// The study
[JsonDerivedType(typeof(StudyPlanned), "study-planned")]
[JsonDerivedType(typeof(StudyConcluded), "study-concluded")]
[JsonDerivedType(typeof(StudyCancelled), "study-cancelled")]
// Panels
[JsonDerivedType(typeof(ExpertInvited), "expert-invited")]
[JsonDerivedType(typeof(InvitationAnswered), "invitation-answered")]
[JsonDerivedType(typeof(ExpertLeft), "expert-left")]
// Items
[JsonDerivedType(typeof(FunnelStageRecorded), "funnel-stage-recorded")]
[JsonDerivedType(typeof(ItemsRegistered), "items-registered")]
[JsonDerivedType(typeof(ItemsScreened), "items-screened")]
[JsonDerivedType(typeof(ItemAdded), "item-added")]
[JsonDerivedType(typeof(ItemDropped), "item-dropped")]
[JsonDerivedType(typeof(ItemsMerged), "items-merged")]
[JsonDerivedType(typeof(SuggestionMade), "suggestion-made")]
[JsonDerivedType(typeof(SuggestionDecided), "suggestion-decided")]
// Rounds
[JsonDerivedType(typeof(RoundScheduled), "round-scheduled")]
[JsonDerivedType(typeof(RoundUnscheduled), "round-unscheduled")]
[JsonDerivedType(typeof(RoundExtended), "round-extended")]
[JsonDerivedType(typeof(RoundOpened), "round-opened")]
[JsonDerivedType(typeof(AnswersGiven), "answers-given")]
[JsonDerivedType(typeof(ExpertsReminded), "experts-reminded")]
[JsonDerivedType(typeof(AnswersShown), "answers-shown")]
[JsonDerivedType(typeof(RoundClosed), "round-closed")]
[JsonDerivedType(typeof(AnswersCarried), "answers-carried")]
[JsonDerivedType(typeof(RoundEvaluated), "round-evaluated")]
// Work
[JsonDerivedType(typeof(EffectRequested), "effect-requested")]
[JsonDerivedType(typeof(EffectStarted), "effect-started")]
[JsonDerivedType(typeof(EffectSettled), "effect-settled")]
public abstract record DelphiEvent
{
    private protected DelphiEvent()
    {
    }
}
