using CivicTech.Consensus.Delphi.Effects;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Processes;

namespace CivicTech.Consensus.Delphi.Studies;

/// <summary>A study: its protocol, its head, and its many like things as far as they are loaded.</summary>
/// <remarks>Immutable. The parts of a state from a store are those that were asked for: see <see cref="Parts{T}"/>.</remarks>
public sealed record DelphiState
{
    internal const string ExpertPrefix = "expert/";
    internal const string ItemPrefix = "item/";
    internal const string SuggestionPrefix = "suggestion/";
    internal const string FormPrefix = "form/";
    internal const string SheetPrefix = "sheet/";
    internal const string BoardPrefix = "board/";
    internal const string SummaryPrefix = "summary/";
    internal const string EffectPrefix = "effect/";

    internal DelphiState()
    {
    }

    /// <summary>By which rules it is run.</summary>
    /// <exception cref="InvalidOperationException">There is no study yet.</exception>
    public DelphiProtocol Protocol => ProtocolOrNull ?? throw new InvalidOperationException("There is no study yet: plan it first.");

    /// <summary>Where it stands.</summary>
    public StudyHead Head { get; internal init; } = new();

    /// <summary>Everybody who was ever invited, by id.</summary>
    public Parts<Expert> Experts { get; internal init; } = Parts.Whole<Expert>(ExpertPrefix);

    /// <summary>The items by id.</summary>
    public Parts<StudyItem> Items { get; internal init; } = Parts.Whole<StudyItem>(ItemPrefix);

    /// <summary>The suggestions of experts by id.</summary>
    public Parts<Suggestion> Suggestions { get; internal init; } = Parts.Whole<Suggestion>(SuggestionPrefix);

    /// <summary>What was asked in each round, by its number.</summary>
    public Parts<RoundForm> Forms { get; internal init; } = Parts.Whole<RoundForm>(FormPrefix);

    /// <summary>The answers: by number of the round, a slash, and id of the expert.</summary>
    public Parts<AnswerSheet> Sheets { get; internal init; } = Parts.Whole<AnswerSheet>(SheetPrefix);

    /// <summary>What was shown of the answers in real time, by number of the round.</summary>
    public Parts<LiveBoard> Boards { get; internal init; } = Parts.Whole<LiveBoard>(BoardPrefix);

    /// <summary>What each round found, by its number.</summary>
    public Parts<RoundSummary> Summaries { get; internal init; } = Parts.Whole<RoundSummary>(SummaryPrefix);

    /// <summary>What is to be done outside, by key.</summary>
    public Parts<PendingEffect<StudyNotice>> Effects { get; internal init; } = Parts.Whole<PendingEffect<StudyNotice>>(EffectPrefix);

    internal DelphiProtocol? ProtocolOrNull { get; init; }
}
