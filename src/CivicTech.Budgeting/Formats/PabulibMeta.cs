using System.Globalization;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Formats;

/// <summary>The section META: keys and values, and what the rest of the reading needs of them.</summary>
internal sealed class PabulibMeta(PabulibDiagnostics diagnostics)
{
    private static readonly string[] Mandatory =
    [
        "description", "country", "unit", "instance", "num_projects", "num_votes", "budget", "vote_type", "rule", "date_begin", "date_end",
    ];

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _lines = new(StringComparer.Ordinal);

    internal IReadOnlyDictionary<string, string> All => _values;

    internal Rational Budget { get; private set; }

    internal Rational DefaultScore { get; private set; }

    internal int? MaxLength { get; private set; }

    internal int? MinLength { get; private set; }

    /// <summary>One of the vote types of the format.</summary>
    internal string VoteType { get; private set; } = "";

    internal string? Get(string key) => _values.TryGetValue(key, out var value) && value.Length > 0 && value != "None" ? value : null;

    internal long LineOf(string key) => _lines.GetValueOrDefault(key);

    internal void ReadHeader(PabulibCells cells, long line)
    {
        if (cells.Count < 2 || !IsWord(cells, 0, "key") || !IsWord(cells, 1, "value"))
        {
            if (cells.Count == 2 && _values.Count == 0 && cells.Text(0) is "description" or "country" or "unit")
            {
                diagnostics.Repair("no-header", line, 1, "the header 'key;value' of META is missing", "the first row is read as one");
                ReadRow(cells, line);
                return;
            }

            PabulibDiagnostics.Refuse("header", line, 1, $"found '{PabulibElectionReader.Shorten(cells.Text(0))}'; expected the header 'key;value' of META");
        }
    }

    internal void ReadRow(PabulibCells cells, long line)
    {
        var key = cells.Text(0);
        if (key.Length == 0)
        {
            diagnostics.Repair("empty-key", line, 1, "the key is empty", "the row is skipped");
            return;
        }

        if (cells.Count < 2)
        {
            diagnostics.Repair("no-value", cells.PlaceOf(1), $"'{PabulibElectionReader.Shorten(key)}' has no value; expected key;value", "the value is taken to be empty");
        }

        var value = cells.Count < 2 ? "" : cells.Text(1);
        if (cells.Count > 2)
        {
            var rest = Enumerable.Range(2, cells.Count - 2).Select(cells.Text).ToArray();
            if (rest.Any(text => text.Length > 0))
            {
                diagnostics.Repair("extra-cell", cells.PlaceOf(2), $"the value of '{key}' holds a semicolon but is not quoted", "it is read as one value");
                value = string.Join(';', rest.Prepend(value));
            }
        }

        if (!_values.TryAdd(key, value))
        {
            diagnostics.Repair("repeated-key", line, 1, $"'{key}' stands twice in META", "the first counts");
            return;
        }

        _lines[key] = line;
    }

    /// <summary>Reads what the rest of the reading needs, and refuses what the election cannot be read without.</summary>
    internal void Check()
    {
        foreach (var key in Mandatory)
        {
            if (Get(key) is not null)
            {
                continue;
            }

            if (key is "budget" or "vote_type")
            {
                PabulibDiagnostics.Refuse("no-" + key.Replace('_', '-'), LineOf(key), 0, $"META states no {key}");
            }

            diagnostics.Repair("no-meta", LineOf(key), 0, $"META states no {key}, which is mandatory", "read without it");
        }

        var type = Get("vote_type")!;
        VoteType = type.ToLowerInvariant();
        if (VoteType is not ("approval" or "choose-1" or "ordinal" or "cumulative" or "scoring"))
        {
            PabulibDiagnostics.Refuse("vote-type", LineOf("vote_type"), 0,
                $"the vote_type is '{PabulibElectionReader.Shorten(type)}'; expected approval, choose-1, ordinal, cumulative or scoring");
        }

        if (VoteType != type)
        {
            diagnostics.Repair("vote-type", LineOf("vote_type"), 0, $"the vote_type is '{type}'; expected '{VoteType}'", "read as that");
        }

        Budget = Amount("budget") ?? 0;
        if (Budget < 0)
        {
            PabulibDiagnostics.Refuse("budget", LineOf("budget"), 0, $"the budget is {Budget}; expected zero or more");
        }

        DefaultScore = VoteType == "scoring" ? Amount("default_score") ?? 0 : 0;
        MaxLength = Whole("max_length");
        MinLength = Whole("min_length");
    }

    private Rational? Amount(string key)
    {
        if (Get(key) is not { } text)
        {
            return null;
        }

        if (PabulibNumber.TryParse(text, diagnostics, (LineOf(key), 0), out var amount))
        {
            return amount;
        }

        PabulibDiagnostics.Refuse(key.Replace('_', '-'), LineOf(key), 0, $"the {key} is '{PabulibElectionReader.Shorten(text)}'; expected an amount such as 250000 or 250000.50");
        return null;
    }

    private int? Whole(string key)
    {
        if (Get(key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        if (Rational.TryParse(text, out var amount) && amount.IsInteger && amount.TryGetInt64(out var whole) && whole is >= 0 and <= int.MaxValue)
        {
            return (int)whole;
        }

        diagnostics.Repair("meta-number", LineOf(key), 0, $"the {key} is '{PabulibElectionReader.Shorten(text)}'; expected a whole number", "ignored");
        return null;
    }

    private static bool IsWord(PabulibCells cells, int cell, string word) => cells.Text(cell).Equals(word, StringComparison.OrdinalIgnoreCase);
}
