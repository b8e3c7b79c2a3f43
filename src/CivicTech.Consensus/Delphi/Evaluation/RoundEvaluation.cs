using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
    /// <param name="all">All items of the study, with what earlier rounds decided of them.</param>
    /// <param name="rules">The host's rules of consensus.</param>
    internal static RoundSummary Run(RoundAnswers now, RoundAnswers? before, IReadOnlyList<StudyItem> all, IReadOnlyDictionary<string, IConsensusRule> rules)
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
            Panels = PanelEvaluation.Run(now, before, items, all),
        };
    }

    private static ItemOutcome Judge(RoundAnswers now, RoundAnswers? before, FormItem item, IReadOnlyDictionary<string, IConsensusRule> rules)
    {
        var scale = now.Protocol.Scale;
        var (tally, reasons, abstained) = (new AnswerTally(scale, now.RolesOf(item)), new List<string>(), 0);
        var pairs = before?.Form.Find(item.Id) is null ? null : new List<(int Before, int After)>();
        foreach (var (expert, role, answer) in now.To(item))
        {
            if (answer.Reason is { } reason)
            {
                reasons.Add(reason);
            }

            if (answer.Value is not { } value)
            {
                abstained++;
                continue;
            }

            tally.Add(role, value);
            if (pairs is not null && before!.Of(expert.Id, item.Id)?.Value is { } earlier)
            {
                pairs.Add((earlier, value));
            }
        }

        var judged = tally.ToAnswers();
        var finding = now.Protocol.Criterion.Judge(judged, rules);
        return new ItemOutcome
        {
            Item = item.Id,
            Panels = item.Panels,
            Counts = judged.All.Counts,
            ByRole = [.. judged.ByRole.Where(role => role.Value.Total > 0).Select(role => new RoleCounts { Role = role.Key, Counts = role.Value.Counts })],
            Abstained = abstained,
            Reasons = [.. reasons.Order(StringComparer.Ordinal)],
            Consensus = finding,
            Compared = pairs?.Count ?? 0,
            Stability = pairs is not null && now.Protocol.Stability is ItemsStable { Measure: var measure }
                ? measure.Judge(AnswerPairs.Of(scale, CollectionsMarshal.AsSpan(pairs)))
                : null,
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
