using System.Globalization;

namespace CivicTech.Consensus.Formats;

/// <summary>Reads RCTab's generic table: a row for each ballot, a column for each candidate, ranks in the cells.</summary>
internal sealed class RctabGenericReader(BallotContent content, RctabCvrSource source, RctabBallots ballots)
{
    private readonly CsvRecords _records = new(content);
    private readonly RankingStore _store = new();
    private readonly RankingInHand _ballot = new();
    private readonly List<(int Candidate, string Name)> _columns = [];

    private int FirstColumn => source.FirstVoteColumnIndex!.Value - 1;

    internal void Read()
    {
        ReadHeader();
        for (var row = 2; !_records.IsAtEnd; row++)
        {
            var start = _records.At;
            _records.Read();
            if (row >= source.FirstVoteRowIndex!.Value && !_records.IsBlank)
            {
                ReadRow(start);
            }
        }

        ballots.Finish(_store, content, new Remarks(content));
    }

    private void ReadHeader()
    {
        _records.Read();
        for (var column = FirstColumn; column < _records.Count; column++)
        {
            var name = _records.Text(column);
            if (string.IsNullOrWhiteSpace(name))
            {
                throw content.Error(_records.PlaceOf(column), $"expected the name of a candidate above column {column + 1}");
            }

            _columns.Add((name == source.UndeclaredWriteInLabel ? ballots.Config.Candidates.Length : ballots.Find(name), name));
        }

        if (_columns.Count == 0)
        {
            throw content.Error(0, $"expected names of candidates from column {FirstColumn + 1} on");
        }
    }

    private void ReadRow(int start)
    {
        if (_records.Count > FirstColumn + _columns.Count)
        {
            throw content.Error(_records.PlaceOf(FirstColumn + _columns.Count), $"the row has {_records.Count} cells; the header has {FirstColumn + _columns.Count}");
        }

        ballots.HasPrecincts |= source.PrecinctColumnIndex is not null;
        ballots.HasBatches |= source.BatchColumnIndex is not null;
        _ballot.Clear();
        foreach (var (column, rank) in Ranks().OrderBy(mark => mark.Rank))
        {
            var (candidate, name) = _columns[column];
            var at = _records.PlaceOf(FirstColumn + column);
            if (candidate < 0)
            {
                throw content.Error(at, $"{BallotContent.Shown(name)} has a vote, but is no declared candidate");
            }

            ballots.Add(_ballot, candidate == ballots.Config.Candidates.Length ? ballots.WriteIns : candidate, rank, content, at);
        }

        _store.CheckFits(1, content, start);
        _store.Add(_ballot.Ranked, _ballot.Ranks, 1);
    }

    private List<(int Column, int Rank)> Ranks()
    {
        var marks = new List<(int Column, int Rank)>();
        for (var column = 0; column < _columns.Count && FirstColumn + column < _records.Count; column++)
        {
            var cell = _records.Text(FirstColumn + column).Trim();
            if (cell.Length == 0)
            {
                continue;
            }

            marks.Add(int.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var rank) && rank is >= 1 and <= RankingInHand.MaxRank
                ? (column, rank)
                : throw content.Error(_records.PlaceOf(FirstColumn + column), $"found {BallotContent.Shown(cell)}; expected a rank from 1, or nothing"));
        }

        return marks;
    }
}
