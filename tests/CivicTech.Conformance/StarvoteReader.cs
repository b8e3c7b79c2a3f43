using System.Globalization;
using CivicTech.Ballots;
using CivicTech.Ties;

namespace CivicTech.Conformance;

/// <summary>Reads starvote files and star.vote's CSV; what starvote refuses is refused here.</summary>
internal sealed class StarvoteReader
{
    private static readonly Dictionary<string, string> Methods = new()
    {
        ["star"] = "star",
        ["bloc"] = "bloc",
        ["allocated"] = "allocated",
        ["rrv"] = "rrv",
        ["sss"] = "sss",
    };

    private static readonly string[] DrawnTiebreakers =
        ["none", "None", "hashed_ballots", "predefined_permutation_tiebreaker", "_just_raise_tiebreaker", "_no_description_tiebreaker", "_only_heading_tiebreaker"];

    private readonly string _folder;
    private readonly Dictionary<string, string> _options = [];
    private readonly List<(Dictionary<string, long> Scores, long Weight)> _ballots = [];
    private List<string>? _order;
    private string? _section;
    private readonly HashSet<string> _sections = [];
    private Dictionary<string, long> _ballot = [];
    private List<string>? _list;
    private long _repeat = 1;

    private StarvoteReader(string folder)
    {
        _folder = folder;
    }

    internal static StarvoteElection Read(string path)
    {
        var reader = new StarvoteReader(Path.GetDirectoryName(path)!);
        if (Path.GetExtension(path) == ".csv")
        {
            reader.ReadCsv(path);
            reader._options["method"] = "star";
        }
        else
        {
            reader.ReadFile(path);
        }

        return reader.ToElection();
    }

    private void ReadFile(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            ReadLine(line.Trim());
        }

        EndBallot();
        if (_list is not null || _repeat != 1)
        {
            throw new FormatException("The file ends inside a list, or behind a number of ballots.");
        }

        // What the file says goes before what another file that it names says.
        if (_options.Remove("starvote_path", out var other))
        {
            var included = new StarvoteReader(_folder);
            included.ReadFile(Existing(other, ".starvote"));
            _ballots.InsertRange(0, included._ballots);
            _order ??= _options.ContainsKey("tiebreaker") ? null : included._order;
            foreach (var (name, value) in included._options)
            {
                _options.TryAdd(name, value);
            }
        }

        if (_options.Remove("csv_path", out var csv))
        {
            ReadCsv(Existing(csv, ".csv"));
        }
    }

    private string Existing(string name, string extension) =>
        File.Exists(Path.Combine(_folder, name)) && Path.GetExtension(name) == extension
            ? Path.Combine(_folder, name)
            : throw new FormatException($"'{name}' is no {extension} file.");

    private void ReadLine(string line)
    {
        if (line.Length == 0 || line[0] == '#')
        {
            EndBallot();
        }
        else if (line[0] == '[')
        {
            EndBallot();
            var name = line.EndsWith(']') && _list is null ? line[1..^1].Trim() : throw new FormatException($"'{line}' is no section.");
            _section = name is "options" or "ballots" && _sections.Add(name) ? name : throw new FormatException($"The section '{name}' is unknown or stands twice.");
        }
        else if (_section is null)
        {
            throw new FormatException($"'{line}' stands in no section.");
        }
        else if (line.EndsWith(':'))
        {
            ReadRepeat(line);
        }
        else if (_list is not null)
        {
            ReadListed(line);
        }
        else
        {
            ReadAssignment(line);
        }
    }

    private void ReadListed(string line)
    {
        if (line == "]")
        {
            (_order, _list) = (_list, null);
        }
        else
        {
            _list!.Add(line);
        }
    }

    private void ReadRepeat(string line)
    {
        var words = line[..^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (_section != "ballots" || _list is not null || words is not [var number, "ballot" or "ballots"]
            || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _repeat) || (words[1] == "ballot") != (_repeat == 1) || _repeat < 1)
        {
            throw new FormatException($"'{line}' is no number of ballots.");
        }
    }

    private void ReadAssignment(string line)
    {
        var at = line.IndexOf('=', StringComparison.Ordinal);
        var name = at > 0 ? line[..at].Trim() : throw new FormatException($"'{line}' has no '='.");
        var value = line[(at + 1)..].Split('#')[0].Trim();
        if (_section == "ballots")
        {
            if (!_ballot.TryAdd(name, long.Parse(value, CultureInfo.InvariantCulture)))
            {
                throw new FormatException($"'{name}' is scored twice on one ballot.");
            }

            return;
        }

        if (name is not ("method" or "seats" or "maximum score" or "verbosity" or "tiebreaker" or "starvote_path" or "csv_path") || !_options.TryAdd(name, value))
        {
            throw new FormatException($"The option '{name}' is unknown or stands twice.");
        }

        if (name == "tiebreaker" && value.StartsWith('['))
        {
            _list = value == "[" ? [] : throw new FormatException("A list of candidates is empty or does not begin on a line of its own.");
        }
        else if (name == "tiebreaker" && !DrawnTiebreakers.Contains(value.Split('(')[0]))
        {
            throw new FormatException($"There is no tiebreaker '{value}'.");
        }
    }

    private void EndBallot()
    {
        if (_ballot.Count > 0)
        {
            _ballots.Add((_ballot, _repeat));
            (_ballot, _repeat) = ([], 1);
        }
    }

    private void ReadCsv(string path)
    {
        List<string>? candidates = null;
        foreach (var line in File.ReadLines(path))
        {
            // The first three columns are the voter, the time and the poll.
            List<string> cells = [.. Cells(line).Skip(3).Select(cell => cell.Trim())];
            if (candidates is null)
            {
                candidates = cells;
            }
            else
            {
                _ballots.Add((candidates.Zip(cells).ToDictionary(pair => pair.First, pair => long.Parse(pair.Second, CultureInfo.InvariantCulture)), 1));
            }
        }
    }

    private static IEnumerable<string> Cells(string line)
    {
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append(line[i++]);
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                yield return cell.ToString();
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }

        yield return cell.ToString();
    }

    private StarvoteElection ToElection()
    {
        var method = _options.GetValueOrDefault("method") is { } name && Methods.TryGetValue(name, out var known) ? known : throw new FormatException("There is no method, or an unknown one.");
        if (_ballots.Count == 0 || _options.GetValueOrDefault("tiebreaker") == "_only_heading_tiebreaker")
        {
            throw new FormatException("There are no ballots, or the tiebreaker is not described.");
        }

        var candidates = new CandidateList(_ballots.SelectMany(ballot => ballot.Scores.Keys).Distinct().Order(StringComparer.Ordinal));
        if (_order is not null && !_order.Order(StringComparer.Ordinal).SequenceEqual(candidates))
        {
            throw new FormatException("The list for ties does not hold the candidates.");
        }

        var builder = new CardinalProfileBuilder(candidates);
        foreach (var (scores, weight) in _ballots)
        {
            var scored = scores.OrderBy(score => candidates.IndexOf(score.Key)).ToList();
            builder.Add([.. scored.Select(score => candidates.IndexOf(score.Key))], [.. scored.Select(score => score.Value)], weight);
        }

        return new StarvoteElection(
            method, Number("seats", 1), Number("maximum score", 5), _order is null ? TieChain.Refuse : TieChain.By(TieKey.PublishedOrder(_order)), builder.Build());
    }

    private int Number(string option, int otherwise) => _options.TryGetValue(option, out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;
}
