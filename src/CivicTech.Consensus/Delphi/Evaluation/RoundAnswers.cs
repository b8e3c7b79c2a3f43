using System.Collections.Immutable;
using CivicTech.Consensus.Concordance;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;
using NodaTime;

namespace CivicTech.Consensus.Delphi.Evaluation;

/// <summary>All answers of a round, laid out once as a table of experts and items, and the views that evaluation takes of it.</summary>
internal sealed class RoundAnswers
{
    private readonly Instant _closes;
    private readonly ImmutableArray<Expert> _experts;
    private readonly Dictionary<string, int> _rowOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _columnOf = new(StringComparer.Ordinal);

    // By expert and item; no row for an expert without a sheet.
    private readonly SheetAnswer?[]?[] _answers;

    // Many items have the same panels: the role by which an expert rates them is looked up once for all of these.
    private readonly int[] _groupOf;
    private readonly string?[][] _roles;

    internal RoundAnswers(DelphiProtocol protocol, RoundForm form, Instant closes, ImmutableArray<Expert> experts, IReadOnlyDictionary<string, AnswerSheet> sheets)
    {
        (Protocol, Form, _closes, _experts, Sheets) = (protocol, form, closes, experts, sheets);
        var groups = form.Items.Select(item => item.Panels).DistinctBy(KeyOf).ToList();
        var groupOf = groups.Index().ToDictionary(group => KeyOf(group.Item), group => group.Index, StringComparer.Ordinal);
        _groupOf = [.. form.Items.Select(item => groupOf[KeyOf(item.Panels)])];
        foreach (var (column, item) in form.Items.Index())
        {
            _columnOf.Add(item.Id, column);
        }

        _answers = new SheetAnswer?[]?[experts.Length];
        _roles = new string?[experts.Length][];
        for (var row = 0; row < experts.Length; row++)
        {
            var expert = experts[row];
            _rowOf.Add(expert.Id, row);
            _roles[row] = [.. groups.Select(panels => expert.RoleOn(panels))];
            _answers[row] = sheets.TryGetValue(expert.Id, out var sheet) ? Row(sheet, _roles[row]) : null;
        }
    }

    internal DelphiProtocol Protocol { get; }

    internal RoundForm Form { get; }

    internal IReadOnlyDictionary<string, AnswerSheet> Sheets { get; }

    /// <summary>
    /// Those who were to answer: who had joined and not left when the round closed, whenever it is looked at, and who answered before leaving. While it is open, who has joined and not left.
    /// </summary>
    internal IEnumerable<Expert> Asked => _experts.Where((expert, row) => _roles[row].Any(role => role is not null) && (expert.TakesPart(_closes) || HasAnswered(expert)));

    /// <summary>Whether somebody answered anything that he or she was asked in this round.</summary>
    internal bool HasAnswered(Expert expert) => _answers[_rowOf[expert.Id]] is { } answers && Array.Exists(answers, answer => answer is not null);

    internal bool IsComplete(Expert expert)
    {
        var row = _rowOf[expert.Id];
        return _answers[row] is { } answers && answers.Index().All(answer => answer.Item is not null || _roles[row][_groupOf[answer.Index]] is null);
    }

    /// <summary>The answers to an item, with who gave them and in which role, in the ordinal order of the experts.</summary>
    internal IEnumerable<(Expert Expert, string Role, SheetAnswer Answer)> To(FormItem item)
    {
        var column = _columnOf[item.Id];
        for (var row = 0; row < _answers.Length; row++)
        {
            if (_answers[row]?[column] is { } answer && _roles[row][_groupOf[column]] is { } role)
            {
                yield return (_experts[row], role, answer);
            }
        }
    }

    /// <summary>What an expert answered to an item; null for nothing, and for who or what is not known in this round.</summary>
    internal SheetAnswer? Of(string expert, string item) =>
        _rowOf.TryGetValue(expert, out var row) && _columnOf.TryGetValue(item, out var column) ? _answers[row]?[column] : null;

    /// <summary>The roles of the panels that rate an item, whether anybody has them or not. A journal that somebody changed may name a panel that there is not: whoever verifies it is to be told, and finds no roles.</summary>
    internal IEnumerable<string> RolesOf(FormItem item) => item.Panels.Select(Protocol.FindPanel).OfType<PanelPlan>().SelectMany(panel => panel.Roles).Select(quota => quota.Role);

    /// <summary>The table of a panel: one row an expert who judged anything, one column an item of it, NaN where there is no value. Null when nobody judged anything.</summary>
    internal Ratings? TableOf(string panel)
    {
        int[] columns = [.. Form.Items.Index().Where(item => item.Item.Panels.Contains(panel)).Select(item => item.Index)];
        int[] rows = [.. Enumerable.Range(0, _experts.Length).Where(row => _answers[row] is { } answers && _experts[row].SitsOn([panel]) && columns.Any(column => answers[column]?.Value is not null))];
        if (rows.Length == 0)
        {
            return null;
        }

        var values = new double[rows.Length, columns.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < columns.Length; j++)
            {
                values[i, j] = _answers[rows[i]]![columns[j]]?.Value ?? double.NaN;
            }
        }

        return Ratings.Of(rows.Select(row => _experts[row].Id), columns.Select(column => Form.Items[column].Id), values);
    }

    private static string KeyOf(ImmutableArray<string> panels) => string.Join('/', panels);

    // Both lists are in the order of their items. In real time answers stand that a person gave as a member of a panel which has stopped since: they are not asked for any more.
    private SheetAnswer?[] Row(AnswerSheet sheet, string?[] roles)
    {
        var row = new SheetAnswer?[Form.Items.Length];
        var column = 0;
        foreach (var answer in sheet.Answers)
        {
            var order = -1;
            while (column < row.Length && (order = string.CompareOrdinal(Form.Items[column].Id, answer.Item)) < 0)
            {
                column++;
            }

            if (order == 0 && roles[_groupOf[column]] is not null)
            {
                row[column] = answer;
            }
        }

        return row;
    }
}
