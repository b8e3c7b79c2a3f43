namespace CivicTech.Budgeting.Formats;

/// <summary>The header of a section: which column stands where.</summary>
internal sealed class PabulibColumns
{
    internal static readonly PabulibColumns None = new([]);

    private readonly string[] _names;

    private PabulibColumns(string[] names)
    {
        _names = names;
    }

    internal int Count => _names.Length;

    internal bool IsRead => _names.Length > 0;

    internal static PabulibColumns Read(PabulibCells cells, long line, PabulibDiagnostics diagnostics, string section, params ReadOnlySpan<string> mandatory)
    {
        var names = new string[cells.Count];
        for (var i = 0; i < names.Length; i++)
        {
            var written = cells.Text(i);
            names[i] = written.ToLowerInvariant();
            if (cells.IsUntidy(i) || names[i] != written)
            {
                diagnostics.Repair("header", cells.PlaceOf(i), $"the column '{written}' is not written '{names[i]}'", "read as that");
            }

            if (names[i].Length > 0 && Array.IndexOf(names, names[i]) < i)
            {
                diagnostics.Repair("repeated-column", cells.PlaceOf(i), $"the column '{names[i]}' stands twice", "the first counts");
            }
        }

        foreach (var name in mandatory)
        {
            if (!names.Contains(name))
            {
                PabulibDiagnostics.Refuse("header", line, 1, $"section {section} has no column '{name}'; found {PabulibElectionReader.Shorten(string.Join(';', names))}");
            }
        }

        return new PabulibColumns(names);
    }

    internal int IndexOf(string name) => Array.IndexOf(_names, name);

    internal string Text(PabulibCells cells, string name) => IndexOf(name) is >= 0 and var index && index < cells.Count ? cells.Text(index) : "";

    internal (long Line, int Column) PlaceOf(PabulibCells cells, string name) => cells.PlaceOf(IndexOf(name));

    /// <summary>The columns that are not among the given ones and have content.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Others(PabulibCells cells, params string[] known)
    {
        for (var i = 0; i < _names.Length && i < cells.Count; i++)
        {
            if (_names[i].Length > 0 && Array.IndexOf(_names, _names[i]) == i && !known.Contains(_names[i]) && cells.Text(i) is { Length: > 0 } text)
            {
                yield return KeyValuePair.Create(_names[i], text);
            }
        }
    }

    internal void CheckWidth(PabulibCells cells, long line, PabulibDiagnostics diagnostics)
    {
        if (cells.Count < _names.Length)
        {
            diagnostics.Repair("missing-cells", line, 0, $"the row has {cells.Count} cells, the header {_names.Length}", "the missing ones are taken to be empty");
        }
        else if (cells.Count > _names.Length)
        {
            diagnostics.Repair("extra-cells", cells.PlaceOf(_names.Length), $"the row has {cells.Count} cells, the header {_names.Length}", "the rest is ignored");
        }
    }
}
