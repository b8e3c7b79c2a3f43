using CivicTech.Budgeting.Elections;

namespace CivicTech.Budgeting.Formats;

/// <summary>
/// A Pabulib file as a document: every cell can be read and changed, and what is not changed is written back byte for byte, with its newlines,
/// quotes, blanks and unknown columns.
/// </summary>
/// <remarks>Holds the whole file in memory; to tally large files use <see cref="Pabulib"/>. Not safe for several threads.</remarks>
public sealed class PabulibDocument
{
    private readonly byte[] _content;
    private readonly List<PabulibRow> _rows;
    private readonly int _start;

    private PabulibDocument(byte[] content, int start, List<PabulibRow> rows, PabulibTable meta, PabulibTable projects, PabulibTable votes)
    {
        _content = content;
        _start = start;
        _rows = rows;
        Meta = meta;
        Projects = projects;
        Votes = votes;
    }

    /// <summary>The section META: columns <c>key</c> and <c>value</c>.</summary>
    public PabulibTable Meta { get; }

    /// <summary>The section PROJECTS.</summary>
    public PabulibTable Projects { get; }

    /// <summary>The section VOTES.</summary>
    public PabulibTable Votes { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="PabulibFormatException">It does not have the three sections with their headers.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PabulibDocument Load(string path) => Parse(File.ReadAllBytes(path));

    /// <summary>Reads bytes. They are copied.</summary>
    /// <param name="content">A whole file.</param>
    /// <exception cref="PabulibFormatException">It does not have the three sections with their headers.</exception>
    public static PabulibDocument Parse(ReadOnlyMemory<byte> content)
    {
        var bytes = content.ToArray();
        using var records = new PabulibRecords(bytes, PabulibReadOptions.Lenient);
        var start = (int)records.Offset;
        var rows = new List<PabulibRow>();
        var tables = new PabulibTable?[3];
        var cells = new PabulibCells();
        PabulibTable? current = null;
        while (true)
        {
            var line = records.Line;
            var offset = (int)records.Offset;
            if (!records.TryTake(out var record))
            {
                break;
            }

            cells.Split(record, line);
            records.Line += cells.Newlines + 1;
            var row = new PabulibRow(bytes, offset, record.Length, (int)records.Offset);
            rows.Add(row);
            if (cells.IsBlank())
            {
                continue;
            }

            if (PabulibTitle.Of(cells) is not PabulibSection.None and var title)
            {
                if (tables[(int)title - 1] is not null)
                {
                    PabulibDiagnostics.Refuse("section-order", line, 1, $"section {cells.Text(0)} stands twice");
                }

                current = new PabulibTable(rows);
                tables[(int)title - 1] = current;
            }
            else if (current is null)
            {
                PabulibDiagnostics.Refuse("no-section", line, 1, $"found '{PabulibElectionReader.Shorten(cells.Text(0))}' before any section; expected META");
            }
            else
            {
                current.Take(row);
            }
        }

        return tables is [{ IsRead: true } meta, { IsRead: true } projects, { IsRead: true } votes]
            ? new PabulibDocument(bytes, start, rows, meta, projects, votes)
            : throw new PabulibFormatException("A document has three sections META, PROJECTS and VOTES, each with a header.");
    }

    /// <summary>Makes a document of an election: one vote line a voter.</summary>
    /// <param name="election">An election with approval, cardinal or strictly ranked ordinal ballots.</param>
    /// <exception cref="ArgumentException">The format has no place for such ballots.</exception>
    public static PabulibDocument From(Election election)
    {
        ArgumentNullException.ThrowIfNull(election);
        return Parse(PabulibWriter.Write(election));
    }

    /// <summary>Writes the file. What was not changed is as it was read.</summary>
    /// <param name="stream">Not closed.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(_content, 0, _start);
        foreach (var row in _rows)
        {
            row.Write(stream);
        }
    }

    /// <summary>Writes the file. What was not changed is as it was read.</summary>
    /// <param name="path">The file; replaced if it exists.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        using var stream = File.Create(path);
        Save(stream);
    }

    /// <summary>The file as bytes.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream(_content.Length + 256);
        Save(stream);
        return stream.ToArray();
    }

    /// <summary>Reads the election of the document as it stands now.</summary>
    /// <param name="options">Strict or lenient.</param>
    /// <exception cref="PabulibFormatException">It departs from the format in a way that is not repaired.</exception>
    public PabulibReading ReadElection(PabulibReadOptions options) => Pabulib.Read(ToBytes(), options);
}
