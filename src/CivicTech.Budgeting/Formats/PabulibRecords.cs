using System.Buffers;

namespace CivicTech.Budgeting.Formats;

/// <summary>
/// The bytes of a file, record by record. A record is a line, or several when a quoted cell holds newlines. One buffer moves over the file;
/// it grows only for a record that is longer than it.
/// </summary>
internal sealed class PabulibRecords : IDisposable
{
    /// <summary>Bytes behind <see cref="End"/> that may be read (not trusted), so that vector loads need no bounds.</summary>
    internal const int Padding = 64;

    /// <summary>A line longer than this is not worth a fast way.</summary>
    internal const int LongLine = 1 << 13;

    // Small enough to leave room in the second-level cache for the table of ballots, large enough that refilling costs little.
    private const int InitialSize = (1 << 18) - Padding;
    private const int MaxRecord = 1 << 26;

    private readonly Stream? _stream;
    private readonly PabulibReadOptions _options;
    private ReadOnlyMemory<byte> _memory;
    private byte[] _buffer;
    private long _bytesRead;

    internal PabulibRecords(Stream stream, PabulibReadOptions options)
        : this(options)
    {
        _stream = stream;
        Start();
    }

    internal PabulibRecords(ReadOnlyMemory<byte> memory, PabulibReadOptions options)
        : this(options)
    {
        _memory = memory;
        Start();
    }

    private PabulibRecords(PabulibReadOptions options)
    {
        _options = options;
        _buffer = ArrayPool<byte>.Shared.Rent(InitialSize + Padding);
    }

    /// <summary>The buffer; what is between <see cref="Position"/> and <see cref="End"/> has not been taken yet.</summary>
    internal byte[] Buffer => _buffer;

    internal int Position { get; set; }

    internal int End { get; private set; }

    /// <summary>The place in the file of <see cref="Position"/>, counted from 0.</summary>
    internal long Offset => _bytesRead - (End - Position);

    /// <summary>Whether the whole rest of the file is in the buffer.</summary>
    internal bool IsLast { get; private set; }

    /// <summary>The line at <see cref="Position"/>, counted from 1.</summary>
    internal long Line { get; set; } = 1;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    /// <summary>Gets more of the file behind what is there; false when there is no more.</summary>
    internal bool Fill()
    {
        if (IsLast)
        {
            return false;
        }

        _options.CancellationToken.ThrowIfCancellationRequested();
        var rest = End - Position;
        if (rest > 0 && Position > 0)
        {
            _buffer.AsSpan(Position, rest).CopyTo(_buffer);
        }

        Position = 0;
        End = rest;
        if (rest > (_buffer.Length - Padding) / 2)
        {
            Grow();
        }

        var read = ReadSome(_buffer.AsSpan(End, _buffer.Length - Padding - End));
        if (read == 0)
        {
            IsLast = true;
            return false;
        }

        End += read;
        _bytesRead += read;
        _options.Progress?.Report(_bytesRead);
        return true;
    }

    /// <summary>Takes the next record, without its newline; false at the end of the file. Valid until the next call.</summary>
    internal bool TryTake(out ReadOnlySpan<byte> record)
    {
        var scanned = 0;
        var state = CellState.Start;
        while (true)
        {
            // The scan goes on where it stopped when more of the file comes in.
            var index = FindEnd(_buffer.AsSpan(Position, End - Position), ref scanned, ref state);
            if (index >= 0)
            {
                record = _buffer.AsSpan(Position, index);
                var newline = _buffer[Position + index] == '\r' && Position + index + 1 < End && _buffer[Position + index + 1] == '\n' ? 2 : 1;
                Position += index + newline;
                return true;
            }

            if (IsLast)
            {
                break;
            }

            // Even when nothing more comes: then a carriage return at the end is known to be a newline.
            Fill();
        }

        record = _buffer.AsSpan(Position, End - Position);
        Position = End;
        if (state == CellState.Quoted)
        {
            throw new PabulibFormatException(new PabulibDiagnostic("open-quote", Line, 0, "a quoted cell is not closed before the end of the file."));
        }

        return record.Length > 0;
    }

    private void Start()
    {
        while (End < 4 && Fill())
        {
        }

        var head = _buffer.AsSpan(0, End);
        if (head.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            Position = 3;
        }
        else if (head.StartsWith<byte>([0xFF, 0xFE]) || head.StartsWith<byte>([0xFE, 0xFF]))
        {
            throw new PabulibFormatException(new PabulibDiagnostic("encoding", 1, 1, "the file is in UTF-16; expected UTF-8."));
        }
    }

    private int ReadSome(Span<byte> target)
    {
        if (_stream is not null)
        {
            return _stream.Read(target);
        }

        var count = Math.Min(target.Length, _memory.Length);
        _memory.Span[..count].CopyTo(target);
        _memory = _memory[count..];
        return count;
    }

    private void Grow()
    {
        if (End > MaxRecord)
        {
            throw new PabulibFormatException(new PabulibDiagnostic(
                "long-record", Line, 0, "a record is longer than 64 MiB; is a quoted cell not closed?"));
        }

        var larger = ArrayPool<byte>.Shared.Rent((_buffer.Length * 2) + Padding);
        _buffer.AsSpan(0, End).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    // A quote opens a cell only where the cell begins; elsewhere it is an ordinary character. A carriage return is a newline with or without
    // a line feed; the last byte of an unfinished buffer cannot tell.
    private int FindEnd(ReadOnlySpan<byte> bytes, ref int scanned, ref CellState state)
    {
        for (; scanned < bytes.Length; scanned++)
        {
            var b = bytes[scanned];
            if (state == CellState.Quoted)
            {
                state = b == '"' ? CellState.AfterQuote : state;
            }
            else if (b == '\n' || (b == '\r' && (scanned + 1 < bytes.Length || IsLast)))
            {
                return scanned;
            }
            else if (b == '\r')
            {
                return -1;
            }
            else if (b == '"')
            {
                state = state == CellState.Plain ? state : CellState.Quoted;
            }
            else
            {
                state = b == ';' ? CellState.Start : CellState.Plain;
            }
        }

        return -1;
    }

    private enum CellState
    {
        Start,
        Plain,
        Quoted,
        AfterQuote,
    }
}
