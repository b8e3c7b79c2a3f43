using System.Buffers.Text;
using System.Collections.Immutable;
using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;

namespace CivicTech.Consensus.Formats;

/// <summary>Reads one BLT file.</summary>
internal sealed partial class BltReader(BallotContent content)
{
    private readonly BltWords _words = new(content);
    private readonly RankingStore _store = new();
    private readonly RankingInHand _ballot = new();
    private readonly HashSet<string> _ballotIds = new(StringComparer.Ordinal);
    private BltOptions _options = null!;
    private int _count;

    internal ContestReading Read()
    {
        _count = Number(_words.Next("the number of candidates"), "the number of candidates", 1, content.Length);
        var seats = Number(_words.Next("the number of seats"), "the number of seats", 1, int.MaxValue);
        _options = new BltOptions(content, _words, _count);
        _options.Read();
        ReadBallots();
        var names = new string[_count];
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _count; i++)
        {
            var (at, name) = _words.NextQuoted($"the name of candidate {i + 1} of {_count}");
            if (name.Length == 0 || !seen.TryAdd(name, i))
            {
                throw content.Error(at, name.Length == 0 ? "the name is empty" : $"candidate {i + 1} is called like candidate {seen[name] + 1}: {BallotContent.Shown(name)}");
            }

            names[i] = name;
        }

        var texts = ReadTexts();
        var profile = _store.Build(new CandidateList(names));
        var contest = new Contest(profile, seats)
        {
            Title = texts.GetValueOrDefault("title", ""),
            Withdrawn = [.. _options.Withdrawn.Select(candidate => names[candidate])],
            WriteIns = _options.Undeclared is { } writeIns ? names[writeIns] : null,
            Batches = [content.Batch(profile.Voters)],
        };
        return new ContestReading(BallotFileFormat.Blt, contest)
        {
            TieOrder = [.. _options.TieOrder.Select(candidate => names[candidate])],
            Attributes = texts.Remove("title").AddRange(_options.Texts),
        };
    }

    private void ReadBallots()
    {
        while (true)
        {
            _ = _words.Skip();
            ReadPlainLines();
            var (start, length) = _words.Next("a ballot, or 0 behind the last");
            var weight = 1L;
            if (content.Span[start] == '(')
            {
                ReadBallotId(start);
            }
            else
            {
                weight = Weight(start, length);
                if (weight == 0)
                {
                    return;
                }
            }

            var behindWeight = _words.At;
            ReadRanking();
            _store.CheckFits(weight, content, start);
            _store.Add(_ballot.Ranked, _ballot.Ranks, weight);
            Know(behindWeight);
        }
    }

    // A ranking that takes the rest of a line means the same wherever it is written so.
    private void Know(int behindWeight)
    {
        var text = content.Span;
        var end = text[_words.At..].IndexOf((byte)'\n');
        if (end >= 0 && text[behindWeight] == ' ' && !text.Slice(_words.At, end).ContainsAnyExcept(" \t\r"u8) && !text[behindWeight.._words.At].Contains((byte)'\n'))
        {
            _store.Know(text, behindWeight, _words.At + end - behindWeight);
        }
    }

    private void ReadRanking()
    {
        _ballot.Clear();
        var text = content.Span;
        for (var rank = 1L; ; rank++)
        {
            var (start, length) = _words.Next("a candidate, or 0 behind the last of the ballot");
            if (length == 1 && text[start] == '0')
            {
                return;
            }

            if (length == 1 && text[start] == '-')
            {
                continue;
            }

            var at = start;
            while (true)
            {
                var rest = text[at..(start + length)];
                var part = rest.IndexOf((byte)'=');
                part = part < 0 ? rest.Length : part;
                var candidate = _options.Candidate(at, part);
                if (!_ballot.TryAddAtLast(candidate, rank))
                {
                    throw content.Error(at, $"candidate {content.Shown(at, part)} stands at this rank twice");
                }

                at += part + 1;
                if (part == rest.Length)
                {
                    break;
                }
            }
        }
    }

    private long Weight(int start, int length) => Utf8Parser.TryParse(content.Span.Slice(start, length), out ulong weight, out var used) && used == length && weight <= long.MaxValue
        ? (long)weight
        : throw content.Error(start, $"found {content.Shown(start, length)}; expected a whole number of ballots, a ballot's name in brackets, or 0 behind the last ballot");

    private int Number((int Start, int Length) word, string expected, int low, int high) =>
        Utf8Parser.TryParse(content.Span.Slice(word.Start, word.Length), out int number, out var used) && used == word.Length && number >= low && number <= high
            ? number
            : throw content.Error(word.Start, $"found {content.Shown(word.Start, word.Length)}; expected {expected}, from {low} to {high}");

    // (name), with or without blanks; whose ballot is counted once.
    private void ReadBallotId(int start)
    {
        var length = content.Span[start..].IndexOf((byte)')');
        if (length < 0)
        {
            throw content.Error(start, "the ballot's name is not closed; expected )");
        }

        _words.At = start + length + 1;
        if (!_ballotIds.Add(content.Text(start + 1, length - 1).Trim()))
        {
            throw content.Error(start, $"ballot {content.Shown(start, length + 1)} stands in the file twice");
        }
    }

    private ImmutableSortedDictionary<string, string> ReadTexts()
    {
        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var name in (ReadOnlySpan<string>)["title", "source", "comment"])
        {
            if (_words.Skip())
            {
                texts.Add(name, _words.NextQuoted("the " + name).Text);
            }
        }

        return !_words.Skip() ? texts.ToImmutable() : throw content.Error(_words.At, "expected the end of the file behind title, source and comment");
    }
}
