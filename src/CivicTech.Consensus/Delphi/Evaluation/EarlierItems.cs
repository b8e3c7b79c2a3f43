using CivicTech.Consensus.Delphi.Items;

namespace CivicTech.Consensus.Delphi.Evaluation;

/// <summary>
/// Items of a panel that are asked no more and count for its consensus: those that the rule settled, with consensus or without, and those that it dropped with consensus. What was dropped without
/// is no item of the study any more.
/// </summary>
/// <param name="Items">How many.</param>
/// <param name="Consensus">On how many of them there was consensus, to include or to exclude.</param>
internal readonly record struct EarlierItems(int Items, int Consensus)
{
    /// <param name="items">All items of the study.</param>
    /// <param name="panel">Whose.</param>
    /// <param name="round">What was decided after this round or later is left out.</param>
    internal static EarlierItems Of(IEnumerable<StudyItem> items, string panel, int round)
    {
        var decided = items.Where(item => item.Fate is { ByRule: true } fate && fate.AfterRound < round && item.Panels.Contains(panel)
            && (fate.IsConsensus || item.Status is ItemStatus.Settled)).ToList();
        return new(decided.Count, decided.Count(item => item.Fate!.IsConsensus));
    }
}
