using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text;
using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;

namespace CivicTech.Consensus.Formats;

/// <summary>Reads one table of a ward.</summary>
internal sealed class WardCsvReader(BallotContent content)
{
    private readonly CsvRecords _records = new(content);
    private readonly RankingStore _store = new();
    private readonly RankingInHand _ballot = new();
    private int _count;

    internal ContestReading Read()
    {
        _records.Read();
        _count = Number(0, "the number of candidates", content.Length);
        var seats = Number(1, "the number of seats", int.MaxValue);
        ReadBallots();
        var names = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var attributes = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < _count; i++)
        {
            var start = _records.At;
            if (_records.IsAtEnd)
            {
                throw content.Error(start, $"the file ends; expected a line for candidate {i + 1} of {_count}");
            }

            _records.Read();
            var name = _records.Text(1);
            if (_records.Text(0) != $"Candidate {i + 1}" || name.Length == 0 || !seen.Add(name))
            {
                throw content.Error(start, $"expected \"Candidate {i + 1}\" and a name that nobody before has");
            }

            names.Add(name);
            attributes.Add("party: " + name, _records.Text(2));
        }

        var profile = _store.Build(new CandidateList(names));
        var contest = new Contest(profile, seats) { Title = ReadTitle(), Batches = [content.Batch(profile.Voters)] };
        return new ContestReading(BallotFileFormat.WardCsv, contest) { Attributes = attributes.ToImmutable() };
    }

    private void ReadBallots()
    {
        var text = content.Span;
        while (!_records.IsAtEnd && text[_records.At] != '"')
        {
            var start = _records.At;
            if (!Utf8Parser.TryParse(text[start..], out long weight, out var digits) || weight < 1 || start + digits == text.Length || text[start + digits] != ',')
            {
                throw content.Error(start, "expected a number of ballots and a comma, or a candidate in quotes");
            }

            var end = content.EndOfLine(start);
            if (_store.TryCount(text[(start + digits)..end], text, weight))
            {
                _records.At = Math.Min(end + 1, text.Length);
                continue;
            }

            _store.CheckFits(weight, content, start);
            _records.Read();
            _ballot.Clear();
            for (var rank = 1; rank < _records.Count; rank++)
            {
                // An empty cell, and the comma at the end of a line, is a rank at which nobody stands.
                if (_records.Raw(rank).Length > 0)
                {
                    _ballot.Add(Number(rank, "a candidate", _count) - 1, rank);
                }
            }

            _store.Add(_ballot.Ranked, _ballot.Ranks, weight);
            _store.Know(text, start + digits, end - start - digits);
        }
    }

    // Titles with commas stand in two pairs of quotes, which is no cell.
    private string ReadTitle()
    {
        var rest = Encoding.UTF8.GetString(content.Span[_records.At..]).Trim();
        var title = rest.TrimEnd(',').Trim('"');
        return title.Contains('\n', StringComparison.Ordinal) ? throw content.Error(_records.At, "expected one line with the name of the ward, and the end of the file") : title;
    }

    private int Number(int cell, string expected, int high)
    {
        var at = _records.PlaceOf(cell);
        if (cell < _records.Count && Utf8Parser.TryParse(_records.Raw(cell), out int number, out var used) && used == _records.Raw(cell).Length && number >= 1 && number <= high)
        {
            return number;
        }

        throw content.Error(at, $"found {BallotContent.Shown(_records.Text(cell))}; expected {expected}, from 1 to {high}");
    }
}
