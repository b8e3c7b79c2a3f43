using System.Text;

namespace CivicTech.Testing;

/// <summary>Reads comma-separated values by the grammar of RFC 4180; what is not written so fails.</summary>
internal static class CsvText
{
    internal static List<string[]> Rows(string csv)
    {
        var rows = new List<string[]>();
        var row = new List<string>();
        for (var at = 0; at < csv.Length;)
        {
            var cell = new StringBuilder();
            if (csv[at] == '"')
            {
                for (at++; csv[at] != '"' || (at + 1 < csv.Length && csv[at + 1] == '"'); at++)
                {
                    cell.Append(csv[at]);
                    if (csv[at] == '"') at++;
                }

                at++;
            }
            else
            {
                for (; csv[at] is not (',' or '\r'); at++)
                {
                    Assert.NotEqual('"', csv[at]);
                    Assert.NotEqual('\n', csv[at]);
                    cell.Append(csv[at]);
                }
            }

            row.Add(cell.ToString());
            if (csv[at] == ',')
            {
                at++;
                continue;
            }

            Assert.Equal("\r\n", csv.Substring(at, 2));
            at += 2;
            rows.Add([.. row]);
            row.Clear();
        }

        return rows;
    }
}
