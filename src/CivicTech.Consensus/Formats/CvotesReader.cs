using System.Buffers.Text;
using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;

namespace CivicTech.Consensus.Formats;

/// <summary>Reads one file of the Condorcet Election Format.</summary>
internal sealed class CvotesReader(BallotContent content)
{
    private readonly CvotesParameters _parameters = new(content);
    private readonly Remarks _remarks = new(content);
    private readonly RankingStore _store = new();
    private readonly RankingInHand _ballot = new();
    private readonly NameTable _names = new();
    private readonly List<string> _found = [];
    private bool _hasVotes;

    internal ContestReading Read()
    {
        if (content.Span.IndexOf((byte)0) is >= 0 and var zero)
        {
            throw content.Error(zero, "found a zero byte; the format has none");
        }

        for (var at = 0; at < content.Length;)
        {
            var end = content.EndOfLine(at);
            ReadLine(at, end);
            at = end + 1;
        }

        if (!_parameters.IsImplicit)
        {
            _remarks.Add(0, "Implicit Ranking is false: the format compares unranked candidates with nobody; rules here place them below all others");
        }

        var profile = Build();
        return new ContestReading(BallotFileFormat.Cvotes, new Contest(profile, _parameters.Seats) { Batches = [content.Batch(profile.Voters)] })
        {
            Attributes = _parameters.Attributes,
            Remarks = _remarks.List,
        };
    }

    private OrdinalProfile Build()
    {
        if (_parameters.Candidates is { } listed)
        {
            return _store.Build(new CandidateList(listed));
        }

        // The order of the votes must not matter, also not for the list.
        var names = _found.Order(StringComparer.Ordinal).ToArray();
        var builder = new OrdinalProfileBuilder(new CandidateList(names));
        _store.MoveTo(builder, [.. _found.Select(name => Array.BinarySearch(names, name, StringComparer.Ordinal))]);
        return builder.Build();
    }

    private void ReadLine(int start, int end)
    {
        var line = content.Span[start..end];
        if (line.StartsWith("#/"u8))
        {
            if (_hasVotes)
            {
                throw content.Error(start, "found a parameter behind votes; expected all parameters before the first vote");
            }

            _parameters.Read(content.Text(start + 2, line.Length - 2), start);
            return;
        }

        var comment = line.IndexOf((byte)'#');
        if (comment >= 0)
        {
            line = line[..comment];
        }

        var tags = line.IndexOf("||"u8);
        var from = start + (tags < 0 ? 0 : tags + 2);
        if (!Trim(ref from, start + line.Length, out var to) && tags < 0)
        {
            return;
        }

        if (!_hasVotes)
        {
            _hasVotes = true;
            Enter(_parameters.Candidates ?? []);
        }

        ReadVote(from, to);
    }

    private void Enter(List<string> candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            _ = _names.TryAdd(candidates[i], i);
        }
    }

    private void ReadVote(int from, int to)
    {
        var quantity = TakeNumber(from, ref to, (byte)'*', "quantity");
        var weight = TakeNumber(from, ref to, (byte)'^', "weight");
        if (!_parameters.HasWeights)
        {
            weight = 1;
        }

        var ballots = (Int128)quantity * weight;
        _store.CheckFits(ballots, content, from);
        var text = content.Span;
        if (ballots > 0 && !_store.TryCount(text[from..to], text, (long)ballots))
        {
            ReadRanking(from, to);
            _store.Add(_ballot.Ranked, _ballot.Ranks, (long)ballots);
            _store.Know(text, from, to - from);
        }
    }

    private void ReadRanking(int from, int to)
    {
        _ballot.Clear();
        var text = content.Span;
        if (text[from..to].SequenceEqual("/EMPTY_RANKING/"u8))
        {
            return;
        }

        var rank = 1L;
        var isRankUsed = false;
        for (var at = from; ;)
        {
            var length = text[at..to].IndexOfAny((byte)'>', (byte)'=');
            var end = length < 0 ? to : at + length;
            if (ReadCandidate(at, end) is { } candidate)
            {
                isRankUsed = true;
                if (!_ballot.TryAddNew(candidate, rank))
                {
                    throw content.Error(at, "a candidate stands in the ranking twice");
                }
            }

            if (end == to)
            {
                return;
            }

            // A rank of which nobody takes part is none.
            if (text[end] == '>' && isRankUsed)
            {
                rank++;
                isRankUsed = false;
            }

            at = end + 1;
        }
    }

    private int? ReadCandidate(int from, int end)
    {
        if (!Trim(ref from, end, out var to))
        {
            throw content.Error(from, "expected the name of a candidate");
        }

        var name = content.Span[from..to];
        var wrong = name.IndexOfAny("<;*^,"u8);
        if (wrong >= 0 || name.SequenceEqual("/EMPTY_RANKING/"u8))
        {
            throw content.Error(from + Math.Max(0, wrong), $"found {content.Shown(from, name.Length)}; expected names of candidates with > and = between them, then ^ weight, then * quantity");
        }

        var candidate = _names.Find(name);
        if (candidate >= 0)
        {
            return candidate;
        }

        var text = content.Text(from, name.Length);
        if (_parameters.Candidates is not null)
        {
            _remarks.Add(from, $"{BallotContent.Shown(text)} is no candidate of this election and is left out of rankings");
            return null;
        }

        _found.Add(text);
        _ = _names.TryAdd(text, _found.Count - 1);
        return _found.Count - 1;
    }

    // Takes a sign and a whole number off the end.
    private long TakeNumber(int from, ref int to, byte sign, string what)
    {
        var place = content.Span[from..to].LastIndexOf(sign);
        if (place < 0)
        {
            return 1;
        }

        var at = from + place + 1;
        var number = Trim(ref at, to, out var end) ? content.Span[at..end] : default;
        if (!Utf8Parser.TryParse(number, out ulong value, out var used) || used != number.Length || value > long.MaxValue)
        {
            throw content.Error(at, $"found {content.Shown(at, number.Length)}; expected a whole number as {what}");
        }

        _ = Trim(ref from, from + place, out to);
        return (long)value;
    }

    // Whether anything is left between the blanks at both ends.
    private bool Trim(ref int from, int end, out int to)
    {
        var text = content.Span;
        while (from < end && text[from] is (byte)' ' or (byte)'\t' or (byte)'\r')
        {
            from++;
        }

        while (end > from && text[end - 1] is (byte)' ' or (byte)'\t' or (byte)'\r')
        {
            end--;
        }

        to = end;
        return to > from;
    }
}
