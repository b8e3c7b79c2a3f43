using CivicTech.Consensus.Delphi.Evaluation;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Consensus.Delphi.Studies;

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>A round that was evaluated, with all that a report is made of; nothing of it is shown as it is.</summary>
internal sealed class ReportRound
{
    private readonly Dictionary<string, ItemOutcome> _outcomes;
    private readonly Dictionary<string, LiveItem> _board;

    internal ReportRound(DelphiState state, RoundSummary summary)
    {
        Summary = summary;
        Answers = RoundWork.Load(state, summary.Round);
        _outcomes = summary.Items.ToDictionary(outcome => outcome.Item, StringComparer.Ordinal);
        _board = (state.Boards.Find(StudyNames.OfRound(summary.Round))?.Items ?? []).ToDictionary(item => item.Item, StringComparer.Ordinal);
    }

    internal int Number => Summary.Round;

    internal RoundSummary Summary { get; }

    internal RoundAnswers Answers { get; }

    internal ItemOutcome? OutcomeOf(string item) => _outcomes.GetValueOrDefault(item);

    /// <summary>What was last shown of an item while the round was open; null when answers are shown after the round only.</summary>
    internal LiveItem? ShownOf(string item) => _board.GetValueOrDefault(item);
}
