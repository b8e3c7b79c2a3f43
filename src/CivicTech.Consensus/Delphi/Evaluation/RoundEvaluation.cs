using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Consensus.Delphi.Stability;

namespace CivicTech.Consensus.Delphi.Evaluation;

/// <summary>What a round found: a function of its answers, those of the round before, and the protocol; nothing else has a say.</summary>
/// <remarks>Takes time for every answer of both rounds once or a few times, and the sorting of each expert's answers for the concordance of each panel.</remarks>
internal static class RoundEvaluation
{
    /// <param name="now">The answers of the round.</param>
    /// <param name="before">Those of the round before; null in the first.</param>
    /// <param name="settled">The items that were settled in earlier rounds.</param>
    /// <param name="rules">The host's rules of consensus.</param>
    internal static RoundSummary Run(RoundAnswers now, RoundAnswers? before, IReadOnlyList<StudyItem> settled, IReadOnlyDictionary<string, IConsensusRule> rules)
    {
        ImmutableArray<ItemOutcome> items = [.. now.Form.Items.Select(item => Judge(now, before, item, rules))];
        var asked = now.Asked.ToList();
        return new RoundSummary
        {
            Round = now.Form.Round,
            Asked = asked.Count,
            Responded = asked.Count(now.HasAnswered),
            Complete = asked.Count(now.IsComplete),
            Items = items,
            Panels = PanelEvaluation.Run(now, before, items, settled),
        };
    }

    private static ItemOutcome Judge(RoundAnswers now, RoundAnswers? before, FormItem item, IReadOnlyDictionary<string, IConsensusRule> rules)
    {
        var answers = now.To(item).ToList();
        var judged = RoundAnswers.Judged(now.Protocol.Scale, answers.Where(answer => answer.Answer.Value is not null).Select(answer => (answer.Role, answer.Answer.Value!.Value)));
        var finding = now.Protocol.Criterion.Judge(judged, rules);
        var pairs = before?.Form.Find(item.Id) is null ? null : AnswerPairs.Of(now.Protocol.Scale,
        [
            .. answers.Where(answer => answer.Answer.Value is not null)
                .Select(answer => (Before: before.Of(answer.Expert.Id, item.Id)?.Value, After: answer.Answer.Value!.Value))
                .Where(pair => pair.Before is not null)
                .Select(pair => (pair.Before!.Value, pair.After)),
        ]);
        return new ItemOutcome
        {
            Item = item.Id,
            Panels = item.Panels,
            Counts = judged.All.Counts,
            ByRole = [.. judged.ByRole.Select(role => new RoleCounts { Role = role.Key, Counts = role.Value.Counts })],
            Abstained = answers.Count(answer => answer.Answer.Value is null),
            Reasons = [.. answers.Select(answer => answer.Answer.Reason).OfType<string>().Order(StringComparer.Ordinal)],
            Consensus = finding,
            Compared = pairs?.Total ?? 0,
            Stability = pairs is not null && now.Protocol.Stability is ItemsStable { Measure: var measure } ? measure.Judge(pairs) : null,
            Action = ActionOf(now.Protocol.Items, now.Form.Round, finding.Verdict),
        };
    }

    private static ItemAction ActionOf(ItemRule rule, int round, ConsensusVerdict verdict) => round < rule.FromRound ? ItemAction.AskAgain : verdict switch
    {
        ConsensusVerdict.In => rule.WhenIn,
        ConsensusVerdict.Out => rule.WhenOut,
        ConsensusVerdict.None => rule.WhenNone,
        _ => rule.WhenTooFew,
    };
}
