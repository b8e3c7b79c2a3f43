using System.Collections.Immutable;
using System.Globalization;
using CivicTech.Ballots;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Formats;

/// <summary>The section PROJECTS.</summary>
internal sealed class PabulibProjects(PabulibDiagnostics diagnostics, PabulibMeta meta)
{
    private readonly List<Project> _all = [];
    private readonly List<long> _lines = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private PabulibColumns _columns = PabulibColumns.None;

    internal IReadOnlyList<Project> All => _all;

    internal int Count => _all.Count;

    internal CandidateList Candidates => field ??= new CandidateList(_all.Select(project => project.Id));

    internal void ReadHeader(PabulibCells cells, long line)
    {
        meta.Check();
        _columns = PabulibColumns.Read(cells, line, diagnostics, "PROJECTS", "project_id", "cost");
    }

    internal void ReadRow(PabulibCells cells, long line)
    {
        _columns.CheckWidth(cells, line, diagnostics);
        var id = _columns.Text(cells, "project_id");
        if (id.Length == 0)
        {
            diagnostics.Repair("empty-project-id", _columns.PlaceOf(cells, "project_id"), "the project_id is empty", "the row is skipped");
            return;
        }

        if (id.Contains('\uFFFD', StringComparison.Ordinal))
        {
            // Two of them would look alike.
            PabulibDiagnostics.Refuse("encoding", _columns.PlaceOf(cells, "project_id"), "the project_id is not UTF-8");
        }

        if (!_ids.Add(id))
        {
            diagnostics.Repair("repeated-project", _columns.PlaceOf(cells, "project_id"), $"project '{id}' stands twice", "the first counts");
            return;
        }

        var costText = _columns.Text(cells, "cost");
        var place = _columns.PlaceOf(cells, "cost");
        if (!PabulibNumber.TryParse(costText, diagnostics, place, out var cost) || cost < 0)
        {
            PabulibDiagnostics.Refuse("cost", place,
                $"the cost of project '{id}' is '{PabulibElectionReader.Shorten(costText)}'; expected an amount of zero or more such as 12000 or 12000.50");
        }

        _all.Add(new Project(id, cost)
        {
            Name = _columns.Text(cells, "name"),
            Categories = SplitList(_columns.Text(cells, "category"), meta.Get("categories")),
            Attributes = _columns.Others(cells, "project_id", "cost", "name", "category", "votes", "score", "selected")
                .ToDictionary(StringComparer.Ordinal),
            DeclaredVotes = Declared(cells, "votes"),
            DeclaredScore = Declared(cells, "score"),
            Selected = Selected(cells),
            IsWithdrawn = Pabulib.IsWithdrawn(cost, meta.Budget),
        });
        _lines.Add(line);
    }

    internal void Check()
    {
        if (!_columns.IsRead)
        {
            PabulibDiagnostics.Refuse("header", 0, 0, "section PROJECTS has no header; expected at least project_id;cost");
        }
    }

    /// <summary>What the file states of votes and points must be what its ballots give.</summary>
    internal void CompareDeclared(Election election)
    {
        var votes = election.CountVotes();
        var points = _all.Exists(project => project.DeclaredScore is not null) ? election.CountPoints() : null;
        for (var i = 0; i < _all.Count; i++)
        {
            Compare(i, "votes", _all[i].DeclaredVotes, votes[i]);
            Compare(i, "score", _all[i].DeclaredScore, points?[i] ?? votes[i]);
        }
    }

    private void Compare(int project, string what, Rational? declared, Rational counted)
    {
        if (declared is { } stated && stated != counted)
        {
            diagnostics.Repair("declared-" + what, _lines[project], 0,
                $"project '{_all[project].Id}' states {what} {stated}, its ballots give {counted}", "both are kept");
        }
    }

    private Rational? Declared(PabulibCells cells, string name)
    {
        var text = _columns.Text(cells, name);
        if (text.Length == 0 || text is "None" or "-")
        {
            return null;
        }

        var place = _columns.PlaceOf(cells, name);
        if (PabulibNumber.TryParse(text, diagnostics, place, out var number))
        {
            return number;
        }

        diagnostics.Repair("declared-" + name, place, $"{name} is '{PabulibElectionReader.Shorten(text)}'; expected a number", "ignored");
        return null;
    }

    private int? Selected(PabulibCells cells)
    {
        var text = _columns.Text(cells, "selected");
        if (text.Length == 0 || text == "None")
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var selected))
        {
            return selected;
        }

        diagnostics.Repair("selected", _columns.PlaceOf(cells, "selected"), $"selected is '{PabulibElectionReader.Shorten(text)}'; expected 0, 1, 2 or 3", "ignored");
        return null;
    }

    /// <summary>
    /// Parts between commas. Names with a comma in them are not split where META lists them, nor where a blank follows the comma
    /// ("Streets, Sidewalks &amp; Transit").
    /// </summary>
    private static ImmutableArray<string> SplitList(string text, string? known)
    {
        if (text.Length == 0 || text == "None")
        {
            return [];
        }

        if (known is not null && $",{known},".Contains($",{text},", StringComparison.Ordinal) && SplitAtTightCommas(known).Contains(text))
        {
            return [text];
        }

        return [.. SplitAtTightCommas(text).Where(part => part.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Parts between commas that no blank follows.</summary>
    internal static List<string> SplitAtTightCommas(string text)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ',' && !(i + 1 < text.Length && text[i + 1] == ' '))
            {
                parts.Add(text[start..i].Trim());
                start = i + 1;
            }
        }

        parts.Add(text[start..].Trim());
        return parts;
    }
}
