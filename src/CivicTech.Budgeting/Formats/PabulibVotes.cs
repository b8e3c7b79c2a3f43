using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using CivicTech.Ballots;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Formats;

/// <summary>The section VOTES: folds ballots as they come. Lines without surprises go a fast way, see the other part of this class.</summary>
internal sealed partial class PabulibVotes
{
    private readonly PabulibDiagnostics _diagnostics;
    private readonly PabulibMeta _meta;
    private readonly CandidateList _candidates;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _byId;
    private readonly Rational[] _costs;
    private readonly ApprovalProfileBuilder? _approvals;
    private readonly OrdinalProfileBuilder? _rankings;
    private readonly CardinalProfileBuilder? _scores;
    private readonly HashSet<UInt128> _voters = [];
    private readonly PabulibVoteLimits _limits;
    private PabulibColumns _columns = PabulibColumns.None;
    private bool _mayBeTitles;

    internal PabulibVotes(PabulibDiagnostics diagnostics, PabulibMeta meta, PabulibProjects projects)
    {
        _diagnostics = diagnostics;
        _meta = meta;
        _candidates = projects.Candidates;
        _byId = _candidates.Select(KeyValuePair.Create).ToDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _costs = [.. projects.All.Select(project => project.Cost)];
        _limits = new PabulibVoteLimits(meta, diagnostics);
        switch (meta.VoteType)
        {
            case "ordinal":
                _rankings = new OrdinalProfileBuilder(_candidates);
                break;
            case "cumulative" or "scoring":
                _scores = new CardinalProfileBuilder(_candidates);
                break;
            default:
                _approvals = new ApprovalProfileBuilder(_candidates);
                break;
        }

        _table = new PabulibIdTable(_candidates);
        _named = new int[Math.Max(16, _candidates.Count)];
        _points = new long[_named.Length];
    }

    /// <summary>How many vote rows there were.</summary>
    internal long Rows { get; private set; }

    internal void ReadHeader(PabulibCells cells, long line)
    {
        _columns = _scores is null
            ? PabulibColumns.Read(cells, line, _diagnostics, "VOTES", "voter_id", "vote")
            : PabulibColumns.Read(cells, line, _diagnostics, "VOTES", "voter_id", "vote", "points");
        _voteColumn = _columns.IndexOf("vote");
        _pointsColumn = _columns.IndexOf("points");

        // A vote for a project called META, in the first column, looks like the title of a section.
        _mayBeTitles = _voteColumn == 0 && _candidates.Any(PabulibTitle.IsTitle);
    }

    /// <summary>Reads one row with all checks.</summary>
    internal void ReadRow(PabulibCells cells, long line)
    {
        Rows++;
        _columns.CheckWidth(cells, line, _diagnostics);
        if (cells.Count <= _voteColumn)
        {
            _diagnostics.Repair("no-vote", line, 0, "the row has no cell for the vote", "the ballot is left out");
            return;
        }

        CheckVoter(cells);
        var count = Name(cells, out var places);
        if (_scores is not null)
        {
            Score(cells, line, count, places);
            return;
        }

        _limits.CheckLength(count, line);
        _limits.CheckCost(_named.AsSpan(0, count), _costs, line);
        if (_approvals is not null)
        {
            _ = _approvals.TryAdd(_named.AsSpan(0, count), 1);
        }
        else
        {
            _rankings!.Add(_named.AsSpan(0, count), 1);
        }
    }

    internal Profile Build() => (Profile?)_approvals?.Build() ?? (Profile?)_rankings?.Build() ?? _scores!.Build();

    // Fills _named with the known projects of the vote cell, each once; places[i] is the position of the i-th among all that are written.
    private int Name(PabulibCells cells, out List<int> places)
    {
        places = [];
        var text = cells.Text(_voteColumn);
        if (IsEmpty(text))
        {
            return 0;
        }

        var cell = cells.PlaceOf(_voteColumn);
        var count = 0;
        var position = -1;
        var seen = new HashSet<int>();
        foreach (var range in text.AsSpan().Split(','))
        {
            position++;
            var id = text.AsSpan(range).Trim();
            var place = (cell.Line, cell.Column + range.Start.Value + (cells.IsQuoted(_voteColumn) ? 1 : 0));
            if (id.Length == 0)
            {
                _diagnostics.Repair("empty-project", place, "an empty project stands between commas", "skipped");
            }
            else if (!_byId.TryGetValue(id, out var project))
            {
                _diagnostics.Repair("unknown-project", place, $"the vote names project '{PabulibElectionReader.Shorten(id.ToString())}', which is not in PROJECTS", "left out of the ballot");
            }
            else if (!seen.Add(project))
            {
                _diagnostics.Repair("repeated-in-vote", place, $"the vote names project '{id}' twice", "the first counts");
            }
            else
            {
                if (id.Length != text[range].Length)
                {
                    _diagnostics.Repair("blanks", place, $"blanks stand around project '{id}'", "taken off");
                }

                _named[count++] = project;
                places.Add(position);
            }
        }

        return count;
    }

    // Some files write None for nothing; a project may be called that.
    private bool IsEmpty(string vote) => vote.Length == 0 || (vote == "None" && !_byId.ContainsKey(vote));

    private void Score(PabulibCells cells, long line, int count, List<int> places)
    {
        if (cells.Count <= _pointsColumn)
        {
            _diagnostics.Repair("no-points", line, 0, "the row has no cell for the points", "the ballot is left out");
            return;
        }

        var text = cells.Text(_pointsColumn);
        var place = cells.PlaceOf(_pointsColumn);
        var written = text.Length == 0 || text == "None" ? [] : text.Split(',');
        var vote = cells.Text(_voteColumn);
        var projects = IsEmpty(vote) ? 0 : vote.AsSpan().Count(',') + 1;
        if (written.Length != projects)
        {
            _diagnostics.Repair("points", place, $"the vote names {projects} projects but has points for {written.Length}", "the ballot is left out");
            return;
        }

        var points = new Rational[count];
        for (var i = 0; i < count; i++)
        {
            if (!PabulibNumber.TryParse(written[places[i]].Trim(), _diagnostics, place, out points[i]))
            {
                _diagnostics.Repair("points", place, $"the points are '{PabulibElectionReader.Shorten(written[places[i]])}'; expected a number", "the ballot is left out");
                return;
            }
        }

        _limits.CheckLength(count, line);
        _limits.CheckPoints(points, line);
        if (!TryScale(points))
        {
            PabulibDiagnostics.Refuse("points", place, "points have more digits than 18");
        }

        _scores!.Add(_named.AsSpan(0, count), _points.AsSpan(0, count), 1);
    }

    // Points as whole numbers in the builder's unit, which gets finer when they need it.
    private bool TryScale(Rational[] points)
    {
        for (var i = 0; i < points.Length; i++)
        {
            while (!(points[i] * CardinalScale.PowerOfTen(_scores!.Decimals)).IsInteger)
            {
                if (_scores.Decimals == CardinalScale.MaxDecimals)
                {
                    return false;
                }

                try
                {
                    _scores.UseDecimals(_scores.Decimals + 1);
                }
                catch (OverflowException)
                {
                    return false;
                }
            }
        }

        for (var i = 0; i < points.Length; i++)
        {
            if (!(points[i] * CardinalScale.PowerOfTen(_scores!.Decimals)).TryGetInt64(out _points[i]))
            {
                return false;
            }
        }

        return true;
    }

    private void CheckVoter(PabulibCells cells)
    {
        var index = _columns.IndexOf("voter_id");
        if (!_diagnostics.IsStrict || index >= cells.Count)
        {
            return;
        }

        var id = cells.Bytes(index).Trim(" \t"u8);
        if (id.IsEmpty)
        {
            _diagnostics.Repair("no-voter", cells.PlaceOf(index), "the voter_id is empty", "the ballot counts");
        }
        else if (!_voters.Add(MemoryMarshal.Read<UInt128>(SHA256.HashData(id))))
        {
            _diagnostics.Repair("repeated-voter", cells.PlaceOf(index),
                $"voter '{PabulibElectionReader.Shorten(Encoding.UTF8.GetString(id))}' has voted in a line before", "the ballot counts");
        }
    }
}
