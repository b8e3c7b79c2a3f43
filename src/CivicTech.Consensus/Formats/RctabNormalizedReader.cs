namespace CivicTech.Consensus.Formats;

/// <summary>Reads the table that RCTab itself writes: a row for each ballot, a column for each rank.</summary>
internal sealed class RctabNormalizedReader(BallotContent content, RctabBallots ballots)
{
    private readonly CsvRecords _records = new(content);
    private readonly RankingStore _store = new();
    private readonly RankingInHand _ballot = new();
    private readonly Remarks _remarks = new(content);
    private int _firstRank;
    private int _columns;
    private int _precinct;
    private int _batch;

    internal static bool IsNormalized(BallotContent content) => content.Span.StartsWith("Source Filepath,"u8);

    internal void Read()
    {
        ReadHeader();
        var text = content.Span;
        while (!_records.IsAtEnd)
        {
            var start = _records.At;
            var ranks = RanksOf(text, start);
            if (ranks.Length > 0 && !ballots.LacksSlices && _store.TryCount(text.Slice(ranks.Start, ranks.Length), text, 1))
            {
                _records.At = Math.Min(text.Length, ranks.Start + ranks.Length + 1);
                continue;
            }

            _records.Read();
            if (_records.IsBlank)
            {
                continue;
            }

            ReadRow(start);
            if (ranks.Length > 0)
            {
                _store.Know(text, ranks.Start, ranks.Length);
            }
        }

        ballots.Finish(_store, content, _remarks);
    }

    private void ReadHeader()
    {
        if (!IsNormalized(content))
        {
            throw content.Error(0, "expected the header of a table that RCTab has written: Source Filepath,CVR Provider,…,Rank 1,Rank 2,…");
        }

        _records.Read();
        _columns = _records.Count;
        var names = Enumerable.Range(0, _columns).Select(_records.Text).ToList();
        _firstRank = names.IndexOf("Rank 1");
        _precinct = names.IndexOf("Precinct");
        _batch = names.IndexOf("Batch Id");
        for (var column = _firstRank; column < _columns; column++)
        {
            if (column < 0 || names[column] != $"Rank {column - _firstRank + 1}")
            {
                throw content.Error(_records.PlaceOf(Math.Max(0, column)), "expected columns Rank 1, Rank 2, … at the end of the header");
            }
        }
    }

    // The bytes of all ranks of a row, up to its end; nothing where a cell before them is in quotes or missing.
    private (int Start, int Length) RanksOf(ReadOnlySpan<byte> text, int start)
    {
        var at = start;
        for (var column = 0; column < _firstRank; column++)
        {
            var length = text[at..].IndexOfAny((byte)',', (byte)'"', (byte)'\n');
            if (length < 0 || text[at + length] != ',')
            {
                return (0, 0);
            }

            at += length + 1;
        }

        // A newline behind an odd number of quotes belongs to a cell.
        var end = at;
        var quotes = 0;
        do
        {
            var length = text[end..].IndexOf((byte)'\n');
            if (length < 0)
            {
                return (0, 0);
            }

            quotes += text.Slice(end, length).Count((byte)'"');
            end += length + 1;
        }
        while (quotes % 2 == 1);

        return (at, end - 1 - at);
    }

    private void ReadRow(int start)
    {
        if (_records.Count != _columns)
        {
            throw content.Error(start, $"the row has {_records.Count} cells; expected {_columns}, as in the header");
        }

        ballots.HasPrecincts |= _precinct >= 0 && _records.Text(_precinct).Length > 0;
        ballots.HasBatches |= _batch >= 0 && _records.Text(_batch).Length > 0;
        _ballot.Clear();
        for (var column = _firstRank; column < _columns; column++)
        {
            var rank = column - _firstRank + 1;
            var raw = _records.Raw(column);
            if (ballots.Find(raw) is >= 0 and var candidate)
            {
                ballots.Add(_ballot, candidate, rank, content, _records.PlaceOf(column));
            }
            else if (!raw.IsEmpty && !raw.SequenceEqual("undervote"u8) && _records.Text(column) is { Length: > 0 } cell)
            {
                ReadCell(cell, rank, _records.PlaceOf(column));
            }
        }

        _store.CheckFits(1, content, start);
        _store.Add(_ballot.Ranked, _ballot.Ranks, 1);
    }

    private void ReadCell(string cell, int rank, int at)
    {
        foreach (var name in cell.Split('\n'))
        {
            var candidate = ballots.Find(name);
            if (candidate < 0 && name is "undervote" or RctabNames.Overvote)
            {
                if (name.Length < cell.Length)
                {
                    throw content.Error(at, $"found '{name}' among names; expected it alone or names");
                }

                if (name == "undervote")
                {
                    return;
                }

                candidate = ballots.Overvote;
            }
            else if (candidate < 0)
            {
                _remarks.Add(at, $"{BallotContent.Shown(name)} is no declared candidate and counts as {RctabNames.WriteIns}");
                candidate = ballots.WriteIns;
            }

            ballots.Add(_ballot, candidate, rank, content, at);
        }
    }
}
