using System.Collections.Immutable;
using System.Globalization;

namespace CivicTech.Consensus.Formats;

/// <summary>What a PrefLib file says before its ballots.</summary>
internal sealed class PrefLibHeader(BallotContent content)
{
    /// <summary>Where a file names nobody, so many alternatives are called by their numbers at most.</summary>
    private const int MaxUnnamed = 100_000;

    private readonly SortedDictionary<int, string> _alternatives = [];
    private readonly SortedDictionary<int, string> _categories = [];
    private readonly SortedDictionary<string, string> _others = new(StringComparer.Ordinal);
    private readonly HashSet<string> _alternativeNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _categoryNames = new(StringComparer.Ordinal);
    private int? _declaredAlternatives;

    internal string DataType { get; private set; } = "";

    internal string Title { get; private set; } = "";

    internal long? Voters { get; private set; }

    /// <summary>Alternatives by their numbers in the file, in rising order.</summary>
    internal IReadOnlyDictionary<int, string> Alternatives => _alternatives;

    /// <summary>Categories by their numbers, in rising order.</summary>
    internal IReadOnlyDictionary<int, string> Categories => _categories;

    internal ImmutableSortedDictionary<string, string> Attributes => _others.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Reads the header and gives where the ballots begin, and what stands behind the number of ballots there.</summary>
    internal (int At, byte Separator) Read()
    {
        DataType = Path.GetExtension(content.Source).TrimStart('.').ToLowerInvariant();
        var at = 0;
        if (content.Span.TrimStart(" \t\r\n"u8).StartsWith("#"u8))
        {
            while (at < content.Length && Line(at) is var (line, next) && (line.Length == 0 || line[0] == '#'))
            {
                ReadField(line.TrimStart('#'), at);
                at = next;
            }

            NameByNumber(at);
            return (at, (byte)':');
        }

        return (ReadLegacy(), (byte)',');
    }

    private void ReadField(string line, int at)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return;
        }

        var name = line[..colon].Trim();
        var value = line[(colon + 1)..].Trim();
        switch (name)
        {
            case "DATA TYPE":
                DataType = value.ToLowerInvariant();
                break;
            case "TITLE":
                Title = value;
                break;
            case "NUMBER ALTERNATIVES":
                _declaredAlternatives = Number(value, at);
                break;
            case "NUMBER VOTERS":
                Voters = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var voters) ? voters : throw content.Error(at, "expected a number of voters");
                break;
            case var _ when name.StartsWith("ALTERNATIVE NAME ", StringComparison.Ordinal):
                Name(_alternatives, name["ALTERNATIVE NAME ".Length..], value, at);
                break;
            case var _ when name.StartsWith("CATEGORY NAME ", StringComparison.Ordinal):
                Name(_categories, name["CATEGORY NAME ".Length..], value, at);
                break;
            default:
                if (value.Length > 0)
                {
                    _others[name!] = value;
                }

                break;
        }
    }

    // The number of alternatives, "1,Name" for each, "voters,sum,orders".
    private int ReadLegacy()
    {
        var (first, at) = Line(0);
        var count = Number(first, 0);
        for (var i = 0; i < count; i++)
        {
            var (line, next) = Line(at);
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            if (comma < 0)
            {
                throw content.Error(at, $"expected the number and the name of alternative {i + 1} of {count}, with a comma between them");
            }

            Name(_alternatives, line[..comma], line[(comma + 1)..].Trim(), at);
            at = next;
        }

        var (sums, behind) = Line(at);
        var numbers = sums.Split(',');
        Voters = numbers.Length == 3 && long.TryParse(numbers[0], NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var voters) && voters >= 0
            ? voters
            : throw content.Error(at, "expected the numbers of voters, of their ballots and of different ballots, with commas between them");
        return behind;
    }

    private void Name(SortedDictionary<int, string> names, string number, string name, int at)
    {
        if (name.Length == 0 || !(names == _alternatives ? _alternativeNames : _categoryNames).Add(name) || !names.TryAdd(Number(number.Trim(), at), name))
        {
            throw content.Error(at, "expected a name, which no other has, for a number that has none yet");
        }
    }

    private void NameByNumber(int at)
    {
        if (_alternatives.Count == 0)
        {
            var count = _declaredAlternatives ?? throw content.Error(at, "expected # NUMBER ALTERNATIVES or # ALTERNATIVE NAME 1 before the ballots");
            if (count > MaxUnnamed)
            {
                throw content.Error(at, $"found {count} alternatives without names; expected at most {MaxUnnamed}");
            }

            for (var i = 1; i <= count; i++)
            {
                _alternatives.Add(i, i.ToString(CultureInfo.InvariantCulture));
            }
        }
        else if (_declaredAlternatives is { } declared && declared != _alternatives.Count)
        {
            throw content.Error(at, $"the file names {_alternatives.Count} alternatives; NUMBER ALTERNATIVES is {declared}");
        }
    }

    private int Number(string text, int at) => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
        ? number
        : throw content.Error(at, $"found {BallotContent.Shown(text)}; expected a number from 1");

    private (string Line, int Next) Line(int at)
    {
        var end = content.EndOfLine(at);
        return (content.Text(at, end - at).Trim(), Math.Min(end + 1, content.Length));
    }
}
