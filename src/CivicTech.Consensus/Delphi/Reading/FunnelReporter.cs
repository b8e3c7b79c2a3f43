using System.Collections.Immutable;
using System.Globalization;
using CivicTech.Consensus.Delphi.Items;

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>The funnel from first to last: the stages that were recorded, then what rounds and people made of the items.</summary>
internal static class FunnelReporter
{
    /// <param name="recorded">The stages up to the first round.</param>
    /// <param name="items">All items that were ever taken in.</param>
    /// <param name="rounds">How many rounds opened.</param>
    internal static ItemFunnel Of(ItemFunnel recorded, IReadOnlyCollection<StudyItem> items, int rounds)
    {
        var stages = recorded.Stages.ToBuilder();
        var asked = items.Where(item => item.Status is not ItemStatus.ScreenedOut).ToList();
        var kept = asked.Count(item => item.AddedAfter == 0);
        if (stages.Count == 0 && items.Count > 0)
        {
            stages.Add(new FunnelStage { Name = "registered", In = kept, Kept = kept });
        }

        // What came in after the last round is in a stage of its own.
        for (var stage = 1; rounds > 0 && stage <= rounds + 1; stage++)
        {
            var added = stage == 1 ? 0 : asked.Count(item => item.AddedAfter == stage - 1);
            var removed = asked.Where(item => item.Status is ItemStatus.Dropped or ItemStatus.Merged && Math.Max(item.Fate!.AfterRound, item.AddedAfter + 1) == stage).ToList();
            if (stage > rounds && added == 0 && removed.Count == 0)
            {
                continue;
            }

            stages.Add(new FunnelStage
            {
                Name = NameOf(stage, rounds, stages),
                Added = added,
                In = kept + added,
                Kept = kept + added - removed.Count,
                Removed =
                [
                    .. removed.CountBy(ReasonOf, StringComparer.Ordinal).OrderBy(reason => reason.Key, StringComparer.Ordinal)
                        .Select(reason => new FunnelRemoval { Reason = reason.Key, Count = reason.Value }),
                ],
            });
            kept = stages[^1].Kept;
        }

        return new ItemFunnel { Stages = stages.ToImmutable() };
    }

    private static string ReasonOf(StudyItem item) => item.Status is ItemStatus.Merged ? $"merged: {item.Fate!.Reason}"
        : item.Fate!.ByRule ? $"by rule: {item.Fate.Reason}"
        : $"by hand: {item.Fate.Reason}";

    // A recorded stage may have the name already.
    private static string NameOf(int stage, int rounds, IEnumerable<FunnelStage> before)
    {
        var name = stage > rounds ? string.Create(CultureInfo.InvariantCulture, $"after round {rounds}") : string.Create(CultureInfo.InvariantCulture, $"round {stage}");
        while (before.Any(earlier => earlier.Name == name))
        {
            name = $"{name} of the study";
        }

        return name;
    }
}
