using System.Collections.Frozen;
using System.Globalization;
using System.Text.Unicode;
using CivicTech.Budgeting.Elections;

namespace CivicTech.Budgeting.Formats;

/// <summary>Reads the sections of a file in turn and puts the election together.</summary>
internal sealed class PabulibElectionReader
{
    private readonly PabulibRecords _records;
    private readonly PabulibDiagnostics _diagnostics;
    private readonly PabulibCells _cells = new();
    private readonly PabulibMeta _meta;
    private readonly PabulibProjects _projects;
    private PabulibVotes? _votes;
    private long _line;

    internal PabulibElectionReader(PabulibRecords records, PabulibReadOptions options)
    {
        _records = records;
        _diagnostics = new PabulibDiagnostics(options.IsStrict);
        _meta = new PabulibMeta(_diagnostics);
        _projects = new PabulibProjects(_diagnostics, _meta);
    }

    internal PabulibReading Read()
    {
        var section = PabulibSection.None;
        var expectHeader = false;
        while (true)
        {
            if (section == PabulibSection.Votes && !expectHeader)
            {
                _votes!.TakePlainLines(_records);
            }

            if (!TakeRecord())
            {
                break;
            }

            if (_cells.IsBlank())
            {
                _diagnostics.Repair("blank-line", _line, 0, "the line is blank", "skipped");
            }
            else if (PabulibTitle.Of(_cells) is not PabulibSection.None and var title)
            {
                Enter(title, section);
                section = title;
                expectHeader = true;
            }
            else if (section == PabulibSection.None)
            {
                PabulibDiagnostics.Refuse("no-section", _line, 1, $"found '{Shorten(_cells.Text(0))}' before any section; expected META");
            }
            else if (expectHeader)
            {
                ReadHeader(section);
                expectHeader = false;
            }
            else
            {
                ReadRow(section);
            }
        }

        if (expectHeader)
        {
            PabulibDiagnostics.Refuse("header", _line, 0, $"section {Name(section)} has no header");
        }

        return Conclude();
    }

    internal static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private bool TakeRecord()
    {
        _line = _records.Line;
        if (!_records.TryTake(out var record))
        {
            return false;
        }

        if (!Utf8.IsValid(record))
        {
            _diagnostics.Repair("encoding", _line, 0, "the line is not UTF-8", "what is not is read as U+FFFD");
        }

        _cells.Split(record, _line);
        _records.Line += _cells.Newlines + 1;
        return true;
    }

    private void Enter(PabulibSection title, PabulibSection current)
    {
        if (title <= current)
        {
            PabulibDiagnostics.Refuse("section-order", _line, 1, $"section {Name(title)} stands behind {Name(current)}; expected META, PROJECTS, VOTES, each once");
        }

        if (title == PabulibSection.Projects && current != PabulibSection.Meta)
        {
            PabulibDiagnostics.Refuse("no-section", _line, 1, "section PROJECTS stands without META before it");
        }

        if (title == PabulibSection.Votes)
        {
            if (current != PabulibSection.Projects)
            {
                PabulibDiagnostics.Refuse("no-section", _line, 1, "section VOTES stands without PROJECTS before it");
            }

            _projects.Check();
            _votes = new PabulibVotes(_diagnostics, _meta, _projects);
        }
    }

    private void ReadHeader(PabulibSection section)
    {
        switch (section)
        {
            case PabulibSection.Meta:
                _meta.ReadHeader(_cells, _line);
                break;
            case PabulibSection.Projects:
                _projects.ReadHeader(_cells, _line);
                break;
            default:
                _votes!.ReadHeader(_cells, _line);
                break;
        }
    }

    private void ReadRow(PabulibSection section)
    {
        switch (section)
        {
            case PabulibSection.Meta:
                _meta.ReadRow(_cells, _line);
                break;
            case PabulibSection.Projects:
                _projects.ReadRow(_cells, _line);
                break;
            default:
                _votes!.ReadRow(_cells, _line);
                break;
        }
    }

    private PabulibReading Conclude()
    {
        if (_votes is null)
        {
            PabulibDiagnostics.Refuse("no-section", 0, 0, "the file ends without a section VOTES");
        }

        var profile = _votes.Build();
        var election = new Election(_meta.Budget, _projects.All, profile)
        {
            MaxBallotLength = _meta.MaxLength,
            DefaultScore = _meta.DefaultScore,
            Meta = _meta.All.ToFrozenDictionary(StringComparer.Ordinal),
        };
        Compare("num_votes", _votes.Rows, "votes");
        Compare("num_projects", _projects.Count, "projects");
        _projects.CompareDeclared(election);
        return new PabulibReading(election, _diagnostics.Repairs, _diagnostics.Count);
    }

    private void Compare(string key, long counted, string what)
    {
        if (_meta.Get(key) is { } stated && stated != counted.ToString(CultureInfo.InvariantCulture))
        {
            _diagnostics.Repair(key.Replace('_', '-'), _meta.LineOf(key), 0, $"{key} states '{Shorten(stated)}', the file holds {counted} {what}", "what the file holds counts");
        }
    }

    private static string Name(PabulibSection section) => section.ToString().ToUpperInvariant();
}
