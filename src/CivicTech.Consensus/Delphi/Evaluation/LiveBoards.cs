using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;

namespace CivicTech.Consensus.Delphi.Evaluation;

/// <summary>What is shown of answers in real time. Who watches an item change from one showing to the next must not read one person out of it.</summary>
internal static class LiveBoards
{
    private const int Never = -1;

    /// <summary>
    /// The next showing: an item moves on when at least as many people gave a new value as the smallest cell has, also such as then went back to the old one; the others stay as they were. Where
    /// each role is shown its own answers, the same holds of every role by itself.
    /// </summary>
    internal static LiveBoard Next(LiveBoard? before, RoundAnswers answers, int shown) => new()
    {
        Round = answers.Form.Round,
        Items = [.. answers.Form.Items.Select(item => Next(before is null ? null : Ordered.Find(before.Items, earlier => earlier.Item, item.Id), answers, item, shown))],
    };

    private static LiveItem Next(LiveItem? before, RoundAnswers answers, FormItem item, int shown)
    {
        var given = answers.To(item).ToList();
        var smallest = answers.Protocol.Feedback.SmallestCell;
        if (answers.Protocol.Feedback.Group is FeedbackGroup.AllRaters)
        {
            return Moves(given, before?.Shown ?? Never, smallest) ? Whole(answers, item, given, shown) : before ?? Whole(answers, item, [], Never);
        }

        // Roles are shown each to its own: each moves on when enough of it have moved, whatever the others do.
        ImmutableArray<RoleCounts> roles =
        [
            .. given.GroupBy(answer => answer.Role, StringComparer.Ordinal).OrderBy(role => role.Key, StringComparer.Ordinal)
                .Select(role => before?.ByRole.FirstOrDefault(earlier => earlier.Role == role.Key) is var earlier && Moves([.. role], earlier?.Shown ?? Never, smallest)
                    ? Whole(answers, item, [.. role], shown).ByRole[0] with { Shown = shown }
                    : earlier)
                .OfType<RoleCounts>(),
        ];
        return new LiveItem
        {
            Item = item.Id,
            Counts = [.. Enumerable.Range(0, answers.Protocol.Scale.Steps).Select(step => roles.Sum(role => role.Counts[step]))],
            ByRole = roles,
            Shown = roles.Select(role => role.Shown ?? Never).DefaultIfEmpty(Never).Max(),
        };
    }

    // Who says that he or she cannot judge the item adds nothing to what is shown: among such, one new value would stand alone.
    private static bool Moves(IReadOnlyList<(Expert Expert, string Role, SheetAnswer Answer)> given, int seen, int smallest) =>
        given.Count(answer => answer.Answer.Since > seen && answer.Answer.Value is not null) >= smallest;

    private static LiveItem Whole(RoundAnswers answers, FormItem item, IReadOnlyList<(Expert Expert, string Role, SheetAnswer Answer)> given, int shown)
    {
        var tally = new AnswerTally(answers.Protocol.Scale);
        foreach (var (_, role, answer) in given)
        {
            if (answer.Value is { } value)
            {
                tally.Add(role, value);
            }
        }

        var judged = tally.ToAnswers();
        return new LiveItem
        {
            Item = item.Id,
            Counts = judged.All.Counts,
            ByRole = [.. judged.ByRole.Select(role => new RoleCounts { Role = role.Key, Counts = role.Value.Counts })],
            Shown = shown,
        };
    }
}
