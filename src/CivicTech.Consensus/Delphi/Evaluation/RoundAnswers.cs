using System.Collections.Immutable;
using CivicTech.Consensus.Concordance;
using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;
using NodaTime;

namespace CivicTech.Consensus.Delphi.Evaluation;

/// <summary>All answers of a round, and the views that evaluation takes of them.</summary>
internal sealed class RoundAnswers(DelphiProtocol protocol, RoundForm form, Instant closes, ImmutableArray<Expert> experts, IReadOnlyDictionary<string, AnswerSheet> sheets)
{
    internal DelphiProtocol Protocol => protocol;

    internal RoundForm Form => form;

    internal IReadOnlyDictionary<string, AnswerSheet> Sheets => sheets;

    /// <summary>
    /// Those who were to answer: who had joined and not left when the round closed, whenever it is looked at, and who answered before leaving. While it is open, who has joined and not left.
    /// </summary>
    internal IEnumerable<Expert> Asked => experts.Where(expert => expert.SitsOn(form.Panels) && (expert.TakesPart(closes) || HasAnswered(expert)));

    internal bool HasAnswered(Expert expert) => sheets.TryGetValue(expert.Id, out var sheet) && !sheet.Answers.IsEmpty;

    internal bool IsComplete(Expert expert) => sheets.TryGetValue(expert.Id, out var sheet) && form.For(expert).All(item => sheet.Find(item.Id) is not null);

    /// <summary>The answers to an item, with who gave them and in which role, in the ordinal order of the experts.</summary>
    internal IEnumerable<(Expert Expert, string Role, SheetAnswer Answer)> To(FormItem item)
    {
        foreach (var expert in experts)
        {
            if (sheets.TryGetValue(expert.Id, out var sheet) && sheet.Find(item.Id) is { } answer && expert.RoleOn(item.Panels) is { } role)
            {
                yield return (expert, role, answer);
            }
        }
    }

    /// <summary>The experts of a panel who judged at least one of its items.</summary>
    internal ImmutableArray<Expert> RatersOf(string panel)
    {
        ImmutableArray<FormItem> items = [.. form.Items.Where(item => item.Panels.Contains(panel))];
        return [.. experts.Where(expert => expert.SitsOn([panel]) && sheets.TryGetValue(expert.Id, out var sheet) && items.Any(item => sheet.Find(item.Id)?.Value is not null))];
    }

    /// <summary>The table of a panel: one row an expert who judged anything, one column an item of it, NaN where there is no value. Null when nobody judged anything.</summary>
    internal Ratings? TableOf(string panel)
    {
        var raters = RatersOf(panel);
        ImmutableArray<string> items = [.. form.Items.Where(item => item.Panels.Contains(panel)).Select(item => item.Id)];
        if (raters.IsEmpty || items.IsEmpty)
        {
            return null;
        }

        var values = new double[raters.Length, items.Length];
        for (var i = 0; i < raters.Length; i++)
        {
            var sheet = sheets[raters[i].Id];
            for (var j = 0; j < items.Length; j++)
            {
                values[i, j] = sheet.Find(items[j])?.Value ?? double.NaN;
            }
        }

        return Ratings.Of(raters.Select(rater => rater.Id), items, values);
    }

    /// <summary>The distribution of answers as a criterion takes it.</summary>
    internal static ItemAnswers Judged(RatingScale scale, IEnumerable<(string Role, int Value)> answers)
    {
        var all = new int[scale.Steps];
        var roles = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var (role, value) in answers)
        {
            all[value - scale.Lowest]++;
            if (!roles.TryGetValue(role, out var own))
            {
                roles.Add(role, own = new int[scale.Steps]);
            }

            own[value - scale.Lowest]++;
        }

        return new ItemAnswers(AnswerCounts.FromCounts(scale, [.. all]), roles.Select(role => KeyValuePair.Create(role.Key, AnswerCounts.FromCounts(scale, [.. role.Value]))));
    }
}
