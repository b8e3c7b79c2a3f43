namespace CivicTech.Budgeting.Formats;

/// <summary>One section of a document: named columns and rows of text.</summary>
public sealed class PabulibTable
{
    private readonly List<PabulibRow> _document;
    private readonly List<PabulibRow> _rows = [];
    private readonly List<string> _columns = [];
    private PabulibRow? _header;

    internal PabulibTable(List<PabulibRow> document)
    {
        _document = document;
    }

    /// <summary>The names of the columns as they are written, without blanks around them.</summary>
    public IReadOnlyList<string> Columns => _columns;

    /// <summary>How many rows there are below the header; blank lines do not count.</summary>
    public int RowCount => _rows.Count;

    internal bool IsRead => _header is not null;

    /// <summary>A cell, without quotes and without blanks around it; empty where the row is too short.</summary>
    /// <param name="row">From 0 to <see cref="RowCount"/> - 1.</param>
    /// <param name="column">A name in <see cref="Columns"/>, in any case.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public string this[int row, string column]
    {
        get => RowAt(row).Text(IndexOf(column));
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            RowAt(row).Set(IndexOf(column), value);
        }
    }

    /// <summary>The row whose cell has a value, or -1: the row of a project, of a key of META.</summary>
    /// <param name="column">A name in <see cref="Columns"/>, in any case.</param>
    /// <param name="value">Compared ordinally.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public int Find(string column, string value)
    {
        var index = IndexOf(column);
        return _rows.FindIndex(row => row.Text(index) == value);
    }

    /// <summary>Adds a column behind the others; its cells are empty.</summary>
    /// <param name="column">A new name.</param>
    /// <exception cref="ArgumentException">There is such a column, or the name is empty.</exception>
    public void AddColumn(string column)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(column);
        if (_columns.Contains(column, StringComparer.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"There is a column '{column}'.", nameof(column));
        }

        _header!.Set(_columns.Count, column);
        foreach (var row in _rows)
        {
            row.Set(_columns.Count, "");
        }

        _columns.Add(column);
    }

    /// <summary>Adds a row behind the last.</summary>
    /// <param name="cells">One for each column.</param>
    /// <exception cref="ArgumentException">There are more or fewer cells than columns.</exception>
    public void AddRow(params IReadOnlyList<string> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        if (cells.Count != _columns.Count)
        {
            throw new ArgumentException($"The row has {cells.Count} cells, the section {_columns.Count} columns.", nameof(cells));
        }

        var last = _rows.Count > 0 ? _rows[^1] : _header!;
        var place = _document.IndexOf(last);
        var ended = last.EndLine();
        if (ended != last)
        {
            _document[place] = ended;
            if (_rows.Count > 0)
            {
                _rows[^1] = ended;
            }
            else
            {
                _header = ended;
            }
        }

        var row = new PabulibRow(cells);
        _document.Insert(place + 1, row);
        _rows.Add(row);
    }

    internal void Take(PabulibRow row)
    {
        if (_header is null)
        {
            _header = row;
            _columns.AddRange(Enumerable.Range(0, row.Count).Select(row.Text));
        }
        else
        {
            _rows.Add(row);
        }
    }

    private PabulibRow RowAt(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)_rows.Count, nameof(row));
        return _rows[row];
    }

    private int IndexOf(string column)
    {
        var index = _columns.FindIndex(name => name.Equals(column, StringComparison.OrdinalIgnoreCase));
        return index >= 0
            ? index
            : throw new ArgumentException($"There is no column '{column}'; there are: {string.Join(", ", _columns)}.", nameof(column));
    }
}
