using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;

namespace CivicTech.Consensus.Formats;

/// <summary>Reads one abcvoting instance.</summary>
internal sealed class AbcYamlReader(BallotContent content)
{
    private const int MaxCandidates = 100_000;

    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly List<int[]> _ballots = [];
    private readonly List<int> _places = [];
    private List<long>? _weights;
    private int? _candidates;
    private int _seats = 1;
    private string _description = "";
    private int _at;

    internal ContestReading Read()
    {
        while (SkipLines())
        {
            var start = _at;
            var key = ReadKey();
            if (!_keys.Add(key))
            {
                throw content.Error(start, $"the key {BallotContent.Shown(key)} stands in the file twice");
            }

            ReadValue(key, start);
        }

        if (!_keys.Contains("profile"))
        {
            throw content.Error(content.Length, "the file ends; expected the key profile");
        }

        if (_weights is not null && _weights.Count != _ballots.Count)
        {
            throw content.Error($"voter_weights has {_weights.Count} weights; the profile has {_ballots.Count} ballots");
        }

        var profile = Build();
        return new ContestReading(BallotFileFormat.AbcYaml, new Contest(profile, _seats) { Batches = [content.Batch(profile.Voters)] })
        {
            Attributes = _description.Length == 0
                ? ImmutableSortedDictionary<string, string>.Empty
                : ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("description", _description),
        };
    }

    private ApprovalProfile Build()
    {
        var count = _candidates ?? _ballots.SelectMany(ballot => ballot).DefaultIfEmpty(-1).Max() + 1;
        var builder = new ApprovalProfileBuilder(new CandidateList(Enumerable.Range(0, count).Select(candidate => candidate.ToString(CultureInfo.InvariantCulture))));
        for (var i = 0; i < _ballots.Count; i++)
        {
            var weight = _weights?[i] ?? 1;
            if (weight > long.MaxValue - builder.Voters)
            {
                throw content.Error(_places[i], "there are more voters than 9223372036854775807");
            }

            if (_ballots[i].FirstOrDefault(candidate => candidate >= count, -1) is >= 0 and var unknown)
            {
                throw content.Error(_places[i], $"the ballot names candidate {unknown}; expected candidates from 0 to {count - 1}");
            }

            if (!builder.TryAdd(_ballots[i], weight))
            {
                throw content.Error(_places[i], "the ballot names a candidate twice");
            }
        }

        return builder.Build();
    }

    private void ReadValue(string key, int start)
    {
        switch (key)
        {
            case "profile":
                ReadList(ReadBallot);
                break;
            case "num_cand":
                _candidates = (int)ReadNumber(1, MaxCandidates);
                break;
            case "committeesize":
                _seats = (int)ReadNumber(1, int.MaxValue);
                break;
            case "voter_weights":
                _weights = [];
                ReadList(() => _weights.Add(ReadNumber(1, long.MaxValue)));
                break;
            case "description":
                _description = ReadText();
                return;
            case "compute":
                SkipBlock();
                return;
            default:
                throw content.Error(start, $"found the key {BallotContent.Shown(key)}; expected profile, num_cand, committeesize, voter_weights, description or compute");
        }

        SkipBlanks();
        if (_at < content.Length && Now != '\n' && Now != '#')
        {
            throw content.Error(_at, "expected the end of the line");
        }

        ReadLine();
    }

    private void ReadBallot()
    {
        SkipSpace();
        _places.Add(_at);
        var ballot = new List<int>();
        ReadList(() => ballot.Add((int)ReadNumber(0, MaxCandidates - 1)));
        _ballots.Add([.. ballot]);
    }

    // [ … ] or { … }, over as many lines as it takes.
    private void ReadList(Action readItem)
    {
        SkipSpace();
        if (_at == content.Length || Now is not ((byte)'[' or (byte)'{'))
        {
            throw content.Error(_at, "expected a list in brackets or a set in braces");
        }

        var start = _at;
        var close = Now == '[' ? (byte)']' : (byte)'}';
        _at++;
        for (var isFirst = true; ; isFirst = false)
        {
            SkipSpace();
            if (_at == content.Length)
            {
                throw content.Error(start, $"the list is not closed; expected {(char)close}");
            }

            if (Now == close)
            {
                _at++;
                return;
            }

            if (!isFirst)
            {
                if (Now != ',')
                {
                    throw content.Error(_at, $"expected a comma or {(char)close}");
                }

                _at++;
            }

            readItem();
        }
    }

    private long ReadNumber(long low, long high)
    {
        SkipSpace();
        var start = _at;
        while (_at < content.Length && Now is not ((byte)',' or (byte)']' or (byte)'}' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'#'))
        {
            _at++;
        }

        return long.TryParse(content.Span[start.._at], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high
            ? number
            : throw content.Error(start, $"found {content.Shown(start, _at - start)}; expected a whole number from {low} to {high}");
    }

    private string ReadKey()
    {
        var start = _at;
        while (_at < content.Length && (char.IsAsciiLetterLower((char)Now) || Now == '_'))
        {
            _at++;
        }

        if (_at == start || _at == content.Length || Now != ':')
        {
            throw content.Error(start, "expected a key and a colon");
        }

        return content.Text(start, _at++ - start);
    }

    // A text goes on in lines that are indented.
    private string ReadText()
    {
        var text = new StringBuilder(ReadLine());
        while (_at < content.Length && Now is (byte)' ' or (byte)'\t')
        {
            text.Append(' ').Append(ReadLine());
        }

        return text.ToString().Trim('"', '\'', ' ');
    }

    private void SkipBlock()
    {
        do
        {
            ReadLine();
        }
        while (_at < content.Length && Now is (byte)' ' or (byte)'-' or (byte)'\t' or (byte)'#' or (byte)'\n' or (byte)'\r');
    }

    // Blank lines and comments.
    private bool SkipLines()
    {
        while (_at < content.Length && Now is (byte)'\n' or (byte)'\r' or (byte)'#')
        {
            ReadLine();
        }

        return _at < content.Length;
    }

    private string ReadLine()
    {
        var end = content.EndOfLine(_at);
        var line = content.Text(_at, end - _at).Trim();
        _at = Math.Min(end + 1, content.Length);
        return line;
    }

    private byte Now => content.Span[_at];

    private void SkipBlanks()
    {
        while (_at < content.Length && Now is (byte)' ' or (byte)'\t' or (byte)'\r')
        {
            _at++;
        }
    }

    private void SkipSpace()
    {
        while (_at < content.Length && Now is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            _at++;
        }
    }
}
