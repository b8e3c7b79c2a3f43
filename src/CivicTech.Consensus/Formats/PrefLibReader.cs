using System.Buffers.Text;
using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;

namespace CivicTech.Consensus.Formats;

/// <summary>Reads one PrefLib file.</summary>
internal sealed class PrefLibReader(BallotContent content)
{
    private readonly PrefLibHeader _header = new(content);
    private readonly RankingStore _store = new();
    private readonly RankingInHand _ballot = new();
    private readonly Dictionary<int, int> _indexes = [];
    private bool _isCategorical;
    private int _at;
    private int _end;

    internal ContestReading Read()
    {
        var (start, separator) = _header.Read();
        _isCategorical = _header.DataType == "cat";
        if (_header.DataType is not ("soc" or "soi" or "toc" or "toi" or "cat"))
        {
            throw content.Error($"found the data type {BallotContent.Shown(_header.DataType)}; expected soc, soi, toc, toi or cat, in the header or as the end of the file's name");
        }

        if (_isCategorical && _header.Categories.Count == 0)
        {
            throw content.Error(start, "expected # CATEGORY NAME 1 before the ballots");
        }

        foreach (var number in _header.Alternatives.Keys)
        {
            _indexes.Add(number, _indexes.Count);
        }

        for (_at = start; _at < content.Length; _at = _end + 1)
        {
            _end = content.EndOfLine(_at);
            ReadLine(separator);
        }

        if (_header.Voters is { } declared && declared != _store.Voters)
        {
            throw content.Error($"the file holds {_store.Voters} ballots; its header says {declared}");
        }

        var profile = Build();
        return new ContestReading(BallotFileFormat.PrefLib, new Contest(profile) { Title = _header.Title, Batches = [content.Batch(profile.Voters)] })
        {
            Attributes = _header.Attributes,
        };
    }

    private Profile Build()
    {
        var candidates = new CandidateList(_header.Alternatives.Values);
        var rankings = _store.Build(candidates);
        if (!_isCategorical)
        {
            return rankings;
        }

        // Ranks are the numbers of categories here; the first category is the highest grade.
        var scale = _header.Categories.Values.Reverse().ToArray();
        var builder = new GradedProfileBuilder(candidates, scale);
        for (var ballot = 0; ballot < rankings.DistinctBallots; ballot++)
        {
            var grades = rankings.RanksOf(ballot).ToArray();
            for (var i = 0; i < grades.Length; i++)
            {
                grades[i] = scale.Length - grades[i];
            }

            builder.Add(rankings.CandidatesOf(ballot), grades, rankings.WeightOf(ballot));
        }

        return builder.Build();
    }

    private void ReadLine(byte separator)
    {
        SkipBlanks();
        if (_at == _end)
        {
            return;
        }

        var text = content.Span;
        var start = _at;
        if (!Utf8Parser.TryParse(text[_at.._end], out long weight, out var digits) || weight < 1)
        {
            throw content.Error(_at, $"expected a number of ballots and '{(char)separator}'");
        }

        _at += digits;
        SkipBlanks();
        if (_at == _end || text[_at] != separator)
        {
            throw content.Error(_at, $"expected '{(char)separator}' behind the number of ballots");
        }

        _at++;
        _store.CheckFits(weight, content, start);
        var ranking = _at;
        if (!_store.TryCount(text[ranking.._end], text, weight))
        {
            ReadRanking();
            CheckKind(ranking);
            _store.Add(_ballot.Ranked, _ballot.Ranks, weight);
            _store.Know(text, ranking, _end - ranking);
        }
    }

    private void ReadRanking()
    {
        _ballot.Clear();
        for (var rank = 1; ; rank++)
        {
            SkipBlanks();
            if (_at == _end)
            {
                return;
            }

            if (_isCategorical && rank > _header.Categories.Count)
            {
                throw content.Error(_at, $"the ballot has more than the {_header.Categories.Count} categories of the header");
            }

            if (content.Span[_at] == '{')
            {
                ReadTied(rank);
            }
            else
            {
                ReadAlternative(rank);
            }

            SkipBlanks();
            if (_at < _end && content.Span[_at++] != ',')
            {
                throw content.Error(_at - 1, "expected a comma between alternatives");
            }
        }
    }

    private void ReadTied(int rank)
    {
        var start = _at++;
        SkipBlanks();
        for (var isFirst = true; ; isFirst = false)
        {
            if (_at < _end && content.Span[_at] == '}' && (isFirst ? _isCategorical : _ballot.Ranked.Length > 0))
            {
                _at++;
                return;
            }

            ReadAlternative(rank);
            SkipBlanks();
            if (_at == _end)
            {
                throw content.Error(start, "the brace is not closed on this line; expected }");
            }

            if (content.Span[_at] == ',')
            {
                _at++;
                SkipBlanks();
                if (_at < _end && content.Span[_at] == '}')
                {
                    throw content.Error(_at, "expected the number of an alternative");
                }
            }
            else if (content.Span[_at] != '}')
            {
                throw content.Error(_at, "expected a comma or }");
            }
        }
    }

    private void ReadAlternative(int rank)
    {
        if (!Utf8Parser.TryParse(content.Span[_at.._end], out int number, out var digits) || !_indexes.TryGetValue(number, out var alternative))
        {
            throw content.Error(_at, "expected the number of an alternative of the header");
        }

        if (!_ballot.TryAddNew(alternative, rank))
        {
            throw content.Error(_at, $"alternative {number} stands on the ballot twice");
        }

        _at += digits;
    }

    private void CheckKind(int at)
    {
        var ranks = _ballot.Ranks;
        if (_header.DataType[0] == 's' && ranks.Length > 0 && ranks[^1] < ranks.Length)
        {
            throw content.Error(at, $"the ballot has equal ranks; {_header.DataType} has none");
        }

        if (_header.DataType[^1] == 'c' && ranks.Length < _indexes.Count)
        {
            throw content.Error(at, $"the ballot ranks {ranks.Length} alternatives; {_header.DataType} ranks all {_indexes.Count}");
        }
    }

    private void SkipBlanks()
    {
        while (_at < _end && content.Span[_at] is (byte)' ' or (byte)'\t' or (byte)'\r')
        {
            _at++;
        }
    }
}
