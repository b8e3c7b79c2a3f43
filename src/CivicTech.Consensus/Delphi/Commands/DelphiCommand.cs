using System.Text.Json.Serialization;
using CivicTech.Processes;

namespace CivicTech.Consensus.Delphi.Commands;

/// <summary>What can be asked of a study. Who may ask what is the host's to say: experts answer and suggest, all else is the facilitator's.</summary>
/// <remarks>Immutable. As JSON, <c>kind</c> says which command it is.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
// The study
[JsonDerivedType(typeof(PlanStudy), "plan")]
[JsonDerivedType(typeof(ConcludeStudy), "conclude")]
[JsonDerivedType(typeof(CancelStudy), "cancel")]
// Panels
[JsonDerivedType(typeof(InviteExpert), "invite-expert")]
[JsonDerivedType(typeof(AnswerInvitation), "answer-invitation")]
[JsonDerivedType(typeof(LeaveStudy), "leave-study")]
// Items
[JsonDerivedType(typeof(RecordFunnelStage), "record-funnel-stage")]
[JsonDerivedType(typeof(RegisterItems), "register-items")]
[JsonDerivedType(typeof(ScreenItems), "screen-items")]
[JsonDerivedType(typeof(AddItem), "add-item")]
[JsonDerivedType(typeof(DropItem), "drop-item")]
[JsonDerivedType(typeof(MergeItems), "merge-items")]
[JsonDerivedType(typeof(MakeSuggestion), "make-suggestion")]
[JsonDerivedType(typeof(DecideSuggestion), "decide-suggestion")]
// Rounds
[JsonDerivedType(typeof(ScheduleRound), "schedule-round")]
[JsonDerivedType(typeof(UnscheduleRound), "unschedule-round")]
[JsonDerivedType(typeof(ExtendRound), "extend-round")]
[JsonDerivedType(typeof(SubmitAnswers), "submit-answers")]
// Work
[JsonDerivedType(typeof(AdvanceStudy), "advance")]
[JsonDerivedType(typeof(StartEffect), "start-effect")]
[JsonDerivedType(typeof(SettleEffect), "settle-effect")]
public abstract record DelphiCommand : IProcessCommand
{
    private protected DelphiCommand()
    {
    }

    /// <inheritdoc />
    public string? Key { get; init; }

    /// <inheritdoc />
    public string? By { get; init; }

    /// <summary>Its name in the table of statuses and in refusals.</summary>
    [JsonIgnore]
    public abstract string Name { get; }
}
