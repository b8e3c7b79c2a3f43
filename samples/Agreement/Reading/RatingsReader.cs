using CivicTech.Consensus.Concordance;
using CivicTech.Samples;

namespace Agreement.Reading;

/// <summary>Reads a table of ratings: a header line with a name a column, then a line a row that begins with its name.</summary>
internal sealed class RatingsReader
{
    private readonly RatingsLayout _layout;
    private readonly CsvRows _rows;
    private readonly NameList _columns;
    private readonly NameList _lines;
    private readonly List<double[]> _values = [];
    private readonly List<long> _weights = [];
    private readonly List<string> _notes = [];
    private string? _firstGap;
    private long _gaps;

    private RatingsReader(CsvRows rows, RatingsLayout layout)
    {
        _layout = layout;
        _rows = rows;
        _columns = new(layout.Column);
        _lines = new(layout.Row);
    }

    /// <exception cref="InputException">The text is not a table of ratings; the message says where and why.</exception>
    internal static RatingsFile Read(string source, string text, RatingsLayout layout, CancellationToken cancellation)
    {
        using var rows = new CsvRows(source, text);
        var reader = new RatingsReader(rows, layout);
        if (!rows.Read())
        {
            throw InputException.At(source, $"the file is empty: expected a header line with the names of the {layout.Column}s.");
        }

        reader.ReadHeader();
        while (rows.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            reader.ReadRow();
        }

        return reader.Finish(source);
    }

    private void ReadHeader()
    {
        if (_rows.Cells.Length < 2)
        {
            throw _rows.Fail(
                1,
                $"the header line names no {_layout.Column}: expected names after the first cell, separated by commas, semicolons or tabs.");
        }

        HeaderOfNumbers.Check(_rows, _layout, _notes);
        for (var cell = 1; cell < _rows.Cells.Length; cell++)
        {
            _columns.Add(_rows, cell);
        }
    }

    private void ReadRow()
    {
        var cells = _rows.Cells;
        var expected = _columns.Names.Count + 1;
        if (cells.Length != expected)
        {
            throw _rows.Fail(
                Math.Min(cells.Length, expected),
                $"the line has {cells.Length} {(cells.Length == 1 ? "cell" : "cells")}: expected {expected}, the name of the {_layout.Row} "
                + $"and one for each of the {expected - 1} columns of the header.");
        }

        _lines.Add(_rows, 0);
        var ratings = new List<double>(expected);
        for (var cell = 1; cell < expected; cell++)
        {
            string? error;
            if (_layout.IsWeight(cells[0], _columns.Names[cell - 1]))
            {
                _weights.Add(CellValue.Weight(cells[cell], out error));
            }
            else
            {
                ratings.Add(CellValue.Rating(cells[cell], out error));
                CountGap(cell, ratings[^1], error);
            }

            if (error is not null)
            {
                throw _rows.Fail(cell, error);
            }
        }

        // A line of weights holds no ratings.
        if (ratings.Count > 0)
        {
            _values.Add([.. ratings]);
        }
    }

    private void CountGap(int cell, double rating, string? error)
    {
        if (error is null && double.IsNaN(rating))
        {
            var (row, column) = (_rows.Cells[0], _columns.Names[cell - 1]);
            _gaps++;
            _firstGap ??= $"{_rows.PlaceOf(cell)}: '{(_layout.Transposed ? column : row)}' did not rate '{(_layout.Transposed ? row : column)}'";
        }
    }

    private RatingsFile Finish(string source)
    {
        if (_layout.Weights is { } weights && !(_layout.Transposed ? _lines : _columns).Names.Remove(weights))
        {
            throw InputException.At(source, $"there is no {(_layout.Transposed ? "line" : "column")} '{weights}', which --weights names.");
        }

        var (rows, columns) = (_lines.Names, _columns.Names);
        if (rows.Count == 0 || columns.Count == 0)
        {
            throw InputException.At(
                source,
                $"the file holds no ratings: expected a line for each {_layout.Row} after the header, and a column for each {_layout.Column}.");
        }

        var (raters, items) = _layout.Transposed ? (columns, rows) : (rows, columns);
        var values = new double[raters.Count, items.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < columns.Count; column++)
            {
                var (rater, item) = _layout.Transposed ? (column, row) : (row, column);
                values[rater, item] = _values[row][column];
            }
        }

        var ratings = InputException.WhenRefused(source, () => Ratings.Of(raters, items, values, _layout.Weights is null ? null : _weights));
        return new(source, ratings, _firstGap, _gaps, _notes);
    }
}
