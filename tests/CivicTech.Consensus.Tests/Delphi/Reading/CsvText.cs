namespace CivicTech.Tests.Consensus.Delphi.Reading;

/// <summary>A plain reader of comma-separated values (RFC 4180).</summary>
internal static class CsvText
{
    internal static List<List<string>> Rows(string csv)
    {
        var (rows, cells, cell, isQuoted) = (new List<List<string>>(), new List<string>(), "", false);
        for (var i = 0; i < csv.Length; i++)
        {
            switch (csv[i])
            {
                case '"' when isQuoted && i + 1 < csv.Length && csv[i + 1] == '"': cell += csv[i++]; break;
                case '"': isQuoted = !isQuoted; break;
                case ',' when !isQuoted: cells.Add(cell); cell = ""; break;
                case '\r' when !isQuoted: break;
                case '\n' when !isQuoted: cells.Add(cell); rows.Add(cells); (cells, cell) = ([], ""); break;
                case var other: cell += other; break;
            }
        }

        return rows;
    }
}
