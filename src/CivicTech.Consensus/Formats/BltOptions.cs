using System.Buffers.Text;

namespace CivicTech.Consensus.Formats;

/// <summary>What stands between the numbers of a BLT file and its ballots: <c>-n</c> and lines in square brackets.</summary>
internal sealed class BltOptions(BallotContent content, BltWords words, int count)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<int> _withdrawn = [];
    private NameTable? _nicknames;

    internal List<int> Withdrawn { get; } = [];

    internal int? Undeclared { get; private set; }

    internal List<int> TieOrder { get; } = [];

    internal Dictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    internal void Read()
    {
        while (words.Skip())
        {
            var first = content.Span[words.At];
            if (first == '[')
            {
                ReadOption();
            }
            else if (first == '-')
            {
                var (start, length) = words.Next("");
                Withdraw(Candidate(start + 1, length - 1), start);
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>The candidate, counted from 0, that a number or a nickname means.</summary>
    internal int Candidate(int start, int length)
    {
        var word = content.Span.Slice(start, length);
        if (Utf8Parser.TryParse(word, out uint number, out var used) && used == length)
        {
            return number >= 1 && number <= count
                ? (int)number - 1
                : throw content.Error(start, $"found candidate {content.Shown(start, length)}; expected a number from 1 to {count}");
        }

        return _nicknames?.Find(word) is { } candidate and >= 0
            ? candidate
            : throw content.Error(start, $"found {content.Shown(start, length)}; expected a candidate: a number from 1 to {count}{(_nicknames is null ? "" : " or a nickname of [nick]")}");
    }

    private void ReadOption()
    {
        var start = words.At;
        var line = content.Span[start..];
        var length = line.IndexOf((byte)']');
        if (length < 0)
        {
            throw content.Error(start, "the option is not closed; expected ]");
        }

        words.At = start + length + 1;
        var items = Items(start + 1, start + length);
        var name = items.Count > 0 ? content.Text(items[0].Start, items[0].Length) : "";
        if (!_seen.Add(name))
        {
            throw content.Error(start, $"the option [{name}] stands in the file twice");
        }

        items = items[Math.Min(1, items.Count)..];
        switch (name)
        {
            case "nick":
                ReadNicknames(items, start);
                Texts.Add(name, string.Join(' ', items.Select(item => content.Text(item.Start, item.Length))));
                break;
            case "tie":
                TieOrder.AddRange(items.Select(item => Candidate(item.Start, item.Length)));
                if (TieOrder.Count != count || TieOrder.Distinct().Count() != count)
                {
                    throw content.Error(start, $"[tie] names {TieOrder.Count} candidates; expected all {count}, each once");
                }

                break;
            case "withdrawn":
                items.ForEach(item => Withdraw(Candidate(item.Start, item.Length), item.Start));
                break;
            case "undeclared":
                Undeclared = items.Count == 1
                    ? Candidate(items[0].Start, items[0].Length)
                    : throw content.Error(start, "expected one candidate in [undeclared]: the entry of all names written in");
                break;
            case "droop":
                Texts.Add(name, string.Join(' ', items.Select(item => content.Text(item.Start, item.Length))));
                break;
            default:
                throw content.Error(start, $"the option [{BallotContent.Shown(name)}] is not known; expected nick, tie, withdrawn, undeclared or droop");
        }
    }

    private void ReadNicknames(List<(int Start, int Length)> items, int at)
    {
        if (items.Count != count)
        {
            throw content.Error(at, $"[nick] gives {items.Count} nicknames; expected one for each of the {count} candidates");
        }

        _nicknames = new NameTable();
        for (var i = 0; i < items.Count; i++)
        {
            if (!_nicknames.TryAdd(content.Text(items[i].Start, items[i].Length), i))
            {
                throw content.Error(items[i].Start, $"the nickname {content.Shown(items[i].Start, items[i].Length)} is given twice");
            }
        }
    }

    private void Withdraw(int candidate, int at)
    {
        if (!_withdrawn.Add(candidate))
        {
            throw content.Error(at, $"candidate {candidate + 1} is withdrawn twice");
        }

        Withdrawn.Add(candidate);
    }

    private List<(int Start, int Length)> Items(int start, int end)
    {
        var items = new List<(int, int)>();
        var text = content.Span;
        for (var at = start; at < end; at++)
        {
            var first = at;
            while (at < end && !BltWords.IsBlank(text[at]))
            {
                at++;
            }

            if (at > first)
            {
                items.Add((first, at - first));
            }
        }

        return items;
    }
}
