using System.Globalization;
using CivicTech.Ballots;
using CivicTech.Consensus.Formats;

namespace CivicTech.Conformance;

/// <summary>
/// Reads what abcvoting writes behind <c>compute</c>, at the end of a file, and nothing else: what it does not expect is an error that says where.
/// The ballots before it are read by the library.
/// </summary>
internal sealed class AbcVotingReader
{
    private const string Heading = "\ncompute:\n";

    private readonly string _file;
    private readonly string _text;
    private int _at;

    private AbcVotingReader(string file)
    {
        _file = file;
        _text = File.ReadAllText(file).ReplaceLineEndings("\n");
    }

    /// <summary>The files of a folder of reference data, if it has any.</summary>
    internal static IReadOnlyList<string> Find(string folder)
    {
        var instances = Path.Combine(folder, "tally", "abcvoting", "instances");
        return Directory.Exists(instances) ? [.. Directory.EnumerateFiles(instances, "*.abc.yaml").Order(StringComparer.Ordinal)] : [];
    }

    /// <exception cref="InvalidDataException">The file holds something else than expected.</exception>
    /// <exception cref="BallotFormatException">So does what it holds before <c>compute</c>.</exception>
    internal static AbcVotingFile Read(string file)
    {
        var contest = AbcYaml.Read(file).Contest;
        var computations = new AbcVotingReader(file).ReadComputations(contest.Candidates.Count);
        return new AbcVotingFile(Path.GetFileName(file), (ApprovalProfile)contest.Profile, contest.Seats, computations);
    }

    private List<AbcVotingComputation> ReadComputations(int candidates)
    {
        var heading = _text.IndexOf(Heading, StringComparison.Ordinal);
        _at = heading < 0 ? _text.Length : heading + Heading.Length;
        var computations = new List<AbcVotingComputation>();
        while (TryTake("- "))
        {
            computations.Add(ReadComputation(candidates));
        }

        return computations.Count > 0 && _at == _text.Length ? computations : throw Unexpected("the key compute with rules, and the end of the file", _at);
    }

    // Keys of the first line, then those of the lines that are indented.
    private AbcVotingComputation ReadComputation(int candidates)
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
                    committees = ReadCommittees(candidates);
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

    private int ReadDigits() => int.TryParse(ReadWhile(char.IsAsciiDigit), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw Unexpected("a number", _at);

    // A list of lists of numbers, which may go over several lines; null where the value is left out.
    private List<int[]>? ReadCommittees(int candidates) => _text.AsSpan(_at).StartsWith("\n", StringComparison.Ordinal)
        ? null
        : ReadList(() => Checked([.. ReadList(ReadDigits)], candidates));

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

    private int[] Checked(int[] committee, int candidates) =>
        committee.All(candidate => candidate < candidates) && committee.Distinct().Count() == committee.Length
            ? committee
            : throw new InvalidDataException($"{_file}: {AbcVotingFile.Text(committee)} is no set of the candidates 0 to {candidates - 1}.");

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
