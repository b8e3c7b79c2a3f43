using System.Globalization;
using System.Text;
using CivicTech.Ballots;

namespace CivicTech.Tests.Budgeting;

/// <summary>Renders an election as a .pb file, in one of the many ways in which the format allows it; the ballots come out the same.</summary>
internal sealed class PbRenderer(SplitMix64 random)
{
    private readonly string _newline = random.Pick(["\n", "\r\n", "\r", "mixed"]);
    private readonly int _quotes = random.Below(3);
    private readonly int _extraColumns = random.Below(3);
    private readonly bool _voteFirst = random.OneIn(3);
    private readonly bool _pointsFirst = random.OneIn(4);
    private readonly StringBuilder _text = new();

    public byte[] Render(RawElection raw)
    {
        if (random.OneIn(3))
        {
            _text.Append('\uFEFF');
        }

        var voters = raw.Ballots.Sum(ballot => ballot.Weight);
        Row("META");
        Row("key", "value");
        (string Key, string Value)[] meta =
        [
            ("description", "x;\"y\"\nz"), ("country", "Nowhere"), ("unit", "Springfield"), ("instance", "1"),
            ("num_projects", raw.Projects.Count.ToString(CultureInfo.InvariantCulture)), ("num_votes", voters.ToString(CultureInfo.InvariantCulture)),
            ("budget", "100"), ("vote_type", raw.Kind switch { ProfileKind.Approval => "approval", ProfileKind.Ordinal => "ordinal", _ => "scoring" }),
            ("rule", "greedy"), ("date_begin", "2026"), ("date_end", "2026"),
        ];
        foreach (var (key, value) in meta)
        {
            Row(key, value);
        }

        Row("PROJECTS");
        Row("project_id", "cost");
        foreach (var project in raw.Projects)
        {
            Row(project.Id, project.Cost.ToString());
        }

        Row("VOTES");
        Row(Columns("voter_id", "vote", raw.Kind == ProfileKind.Cardinal ? "points" : null, i => $"extra{i}"));
        var voter = 0;
        foreach (var ballot in raw.Ballots.SelectMany(ballot => Enumerable.Repeat(ballot, (int)ballot.Weight)))
        {
            Row(Columns(
                $"voter-{++voter}",
                string.Join(',', ballot.Projects.Select(number => raw.Ids[number])),
                raw.Kind == ProfileKind.Cardinal ? string.Join(',', ballot.Scores.Select(score => score.ToString(CultureInfo.InvariantCulture))) : null,
                _ => random.Pick(["", "30", "north", "łódź", "\"", "a;b", "line\nline"])));
        }

        var length = _text.Length;
        if (random.OneIn(3))
        {
            // The last newline may be left out, unless the last line would be gone with it.
            length -= _text[length - 1] == '\n' && _text[length - 2] == '\r' ? 2 : 1;
        }

        return Encoding.UTF8.GetBytes(_text.ToString(0, length));
    }

    private string[] Columns(string voter, string vote, string? points, Func<int, string> extra)
    {
        List<string> cells = _voteFirst ? [vote, voter] : [voter, vote];
        if (points is not null)
        {
            cells.Insert(_pointsFirst ? 0 : cells.Count, points);
        }

        for (var i = 0; i < _extraColumns; i++)
        {
            cells.Add(extra(i));
        }

        return [.. cells];
    }

    private void Row(params string[] cells)
    {
        _text.AppendJoin(';', cells.Select(cell => MustBeQuoted(cell) || _quotes == 2 || (_quotes == 1 && random.OneIn(2))
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell));
        _text.Append(_newline == "mixed" ? random.Pick(["\n", "\r\n", "\r"]) : _newline);
    }

    // A cell may be empty only where it is not the whole line.
    private static bool MustBeQuoted(string cell) => cell.AsSpan().IndexOfAny("\";\n") >= 0;
}
