using System.Globalization;

namespace CivicTech.Conformance;

/// <summary>Reads the YAML that abcvoting writes, and nothing else: what it does not expect is an error that says where.</summary>
internal sealed class AbcVotingReader
{
    private readonly string _file;
    private readonly string _text;
    private int _at;

    private AbcVotingReader(string file)
    {
        _file = file;
        _text = File.ReadAllText(file).ReplaceLineEndings("\n");
    }

    /// <exception cref="InvalidDataException">The file holds something else than expected.</exception>
    internal static AbcVotingFile Read(string file) => new AbcVotingReader(file).ReadFile();

    private AbcVotingFile ReadFile()
    {
        List<int[]>? ballots = null;
        int? candidates = null;
        int? seats = null;
        var computations = new List<AbcVotingComputation>();
        while (_at < _text.Length)
        {
            var start = _at;
            switch (ReadKey())
            {
                case "description":
                    SkipQuoted();
                    break;
                case "profile" when ballots is null:
                    ballots = ReadLists();
                    break;
                case "num_cand" when candidates is null:
                    candidates = ReadNumber();
                    break;
                case "committeesize" when seats is null:
                    seats = ReadNumber();
                    break;
                case "compute" when computations.Count == 0:
                    EndLine();
                    while (TryTake("- "))
                    {
                        computations.Add(ReadComputation());
                    }

                    continue;
                default:
                    throw Unexpected("one of the keys description, profile, num_cand, committeesize, compute, each once", start);
            }

            EndLine();
        }

        return ballots is not null && candidates is { } count && seats is { } places
            ? new AbcVotingFile(Checked(ballots, count), count, places, [.. computations.Select(one => one with { Committees = one.Committees is null ? null : Checked(one.Committees, count) })])
            : throw Unexpected("the keys profile, num_cand and committeesize", _at);
    }

    // Keys of the first line, then those of the lines that are indented.
    private AbcVotingComputation ReadComputation()
    {
        string? rule = null;
        bool? isResolute = null;
        List<int[]>? committees = null;
        do
        {
            var start = _at;
            switch (ReadKey())
            {
                case "rule_id" when rule is null:
                    rule = ReadWord();
                    break;
                case "result" when committees is null:
                    committees = ReadLists();
                    break;
                case "resolute" when isResolute is null:
                    var word = ReadWord();
                    isResolute = word == "true" || (word == "false" ? false : throw Unexpected("true or false", start));
                    break;
                default:
                    throw Unexpected("one of the keys rule_id, result, resolute, each once", start);
            }

            EndLine();
        }
        while (TryTake("  "));

        return rule is not null && isResolute is { } resolute
            ? new AbcVotingComputation(rule, committees, resolute)
            : throw Unexpected("the keys rule_id and resolute", _at);
    }

    private string ReadKey()
    {
        var key = ReadWhile(c => char.IsAsciiLetterLower(c) || c == '_');
        return key.Length > 0 && TryTake(":") ? key : throw Unexpected("a key and a colon", _at);
    }

    private string ReadWord()
    {
        var word = TryTake(" ") ? ReadWhile(c => char.IsAsciiLetterOrDigit(c) || c == '-') : "";
        return word.Length > 0 ? word : throw Unexpected("a word", _at);
    }

    private int ReadNumber() => TryTake(" ") ? ReadDigits() : throw Unexpected("a number", _at);

    private int ReadDigits() => int.TryParse(ReadWhile(char.IsAsciiDigit), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw Unexpected("a number", _at);

    private void SkipQuoted()
    {
        if (!TryTake(" \""))
        {
            throw Unexpected("a text in quotes", _at);
        }

        ReadWhile(c => c is not ('"' or '\\'));
        if (!TryTake("\""))
        {
            throw Unexpected("a quote at the end of the text", _at);
        }
    }

    // A list of lists of numbers, which may go over several lines; null where the value is left out.
    private List<int[]>? ReadLists() => _text.AsSpan(_at).StartsWith("\n", StringComparison.Ordinal) ? null : ReadList(() => ReadList(ReadDigits).ToArray());

    private List<T> ReadList<T>(Func<T> readItem)
    {
        var items = new List<T>();
        SkipSpace();
        Take("[");
        SkipSpace();
        while (!TryTake("]"))
        {
            if (items.Count > 0)
            {
                Take(",");
                SkipSpace();
            }

            items.Add(readItem());
            SkipSpace();
        }

        return items;
    }

    private List<int[]> Checked(IEnumerable<int[]> lists, int candidates) =>
        [.. lists.Select(list => list.All(candidate => candidate < candidates) && list.Distinct().Count() == list.Length
            ? list
            : throw new InvalidDataException($"{_file}: [{string.Join(", ", list)}] is no set of the candidates 0 to {candidates - 1}."))];

    private void SkipSpace() => ReadWhile(c => c is ' ' or '\n');

    private string ReadWhile(Func<char, bool> isPart)
    {
        var start = _at;
        while (_at < _text.Length && isPart(_text[_at]))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private bool TryTake(string text)
    {
        var isThere = _text.AsSpan(_at).StartsWith(text, StringComparison.Ordinal);
        _at += isThere ? text.Length : 0;
        return isThere;
    }

    private void Take(string text)
    {
        if (!TryTake(text))
        {
            throw Unexpected($"'{text}'", _at);
        }
    }

    private void EndLine()
    {
        if (_at < _text.Length)
        {
            Take("\n");
        }
    }

    private InvalidDataException Unexpected(string expected, int at)
    {
        var before = _text.AsSpan(0, at);
        var column = at - (before.LastIndexOf('\n') + 1) + 1;
        return new InvalidDataException($"{_file}, line {before.Count('\n') + 1}, column {column}: expected {expected}.");
    }
}
