using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CivicTech.Budgeting.Formats;

internal sealed partial class PabulibVotes
{
    // Comparing all pairs of a longer one would take too long.
    private const int LongBallot = 64;

    private readonly PabulibIdTable _table;
    private readonly int[] _named;
    private readonly long[] _points;
    private int _voteColumn;
    private int _pointsColumn;
    private bool _endsWithReturns;

    /// <summary>
    /// Takes as many lines as are plain: no quotes, known ids of up to 16 bytes without blanks, each once, a ballot of allowed length, whole
    /// points. Stops at the first line that is not, for the careful way, and at the end of the file. Allocates nothing a line.
    /// </summary>
    internal void TakePlainLines(PabulibRecords records)
    {
        while (!_diagnostics.IsStrict && !_endsWithReturns)
        {
            var open = records.Buffer.AsSpan(records.Position, records.End - records.Position);
            var lastNewline = open.LastIndexOf((byte)'\n');
            if (lastNewline < 0)
            {
                // Part of a line, or a file whose lines end with carriage returns alone.
                _endsWithReturns = open.Contains((byte)'\r');
                if (open.Length >= PabulibRecords.LongLine || !records.Fill())
                {
                    return;
                }
            }
            else if (!TakePlainLines(records, records.Position + lastNewline + 1))
            {
                return;
            }
        }
    }

    // Every line up to the limit ends with a newline, so that no search inside a line needs another bound.
    private bool TakePlainLines(PabulibRecords records, int limit)
    {
        var buffer = records.Buffer;
        var position = records.Position;
        var lines = 0L;
        while (position < limit)
        {
            var end = TakePlainLine(buffer, position);
            if (end < 0)
            {
                break;
            }

            position = end;
            lines++;
        }

        records.Position = position;
        records.Line += lines;
        Rows += lines;
        return position >= limit;
    }

    // The place behind the newline, or -1 when the line is not plain; then nothing has been counted.
    private int TakePlainLine(byte[] buffer, int start)
    {
        var position = SkipCells(buffer, start, _voteColumn);
        if (position < 0)
        {
            return -1;
        }

        var comma = Vector128.Create((byte)',');
        var semicolon = Vector128.Create((byte)';');
        var quote = Vector128.Create((byte)'"');
        var control = Vector128.Create((byte)'\r');
        ref var origin = ref MemoryMarshal.GetArrayDataReference(buffer);
        var named = _named;
        var count = 0;
        while (true)
        {
            // Any byte up to the carriage return ends an id too; of those only newlines are expected.
            var bytes = Vector128.LoadUnsafe(ref origin, (nuint)position);
            var ends = (Vector128.Equals(bytes, comma) | Vector128.Equals(bytes, semicolon) | Vector128.Equals(bytes, quote)
                | Vector128.LessThanOrEqual(bytes, control)).ExtractMostSignificantBits();
            if (ends == 0)
            {
                return -1;
            }

            var length = BitOperations.TrailingZeroCount(ends);
            if (length == 0)
            {
                // An empty cell is an empty ballot.
                if (count > 0 || buffer[position] == ',')
                {
                    return -1;
                }
            }
            else
            {
                var project = _table.IndexOf(bytes, length);
                if (project < 0 || (uint)count >= (uint)named.Length)
                {
                    return -1;
                }

                named[count++] = project;
                position += length;
            }

            if (buffer[position] != ',')
            {
                break;
            }

            position++;
        }

        if (count < _limits.MinLength || count > _limits.MaxLength)
        {
            return -1;
        }

        if (_scores is null)
        {
            var end = SkipLine(buffer, position);
            return end >= 0 && TryCount(count) ? end : -1;
        }

        return TakePlainPoints(buffer, position, count);
    }

    private bool TryCount(int count)
    {
        if (_approvals is not null)
        {
            return _approvals.TryAdd(_named.AsSpan(0, count), 1);
        }

        return TryCountRanking(count);
    }

    private bool TryCountRanking(int count)
    {
        if (!NamesEachOnce(count))
        {
            return false;
        }

        _rankings!.Add(_named.AsSpan(0, count), 1);
        return true;
    }

    private bool NamesEachOnce(int count)
    {
        if (count > LongBallot)
        {
            return false;
        }

        for (var i = 1; i < count; i++)
        {
            if (_named.AsSpan(0, i).Contains(_named[i]))
            {
                return false;
            }
        }

        return true;
    }

    // Points behind the vote, whole and short; limits of points are checked the careful way, when there is something to say.
    private int TakePlainPoints(byte[] buffer, int position, int count)
    {
        if (_pointsColumn < _voteColumn || buffer[position] != ';' || _scores!.Decimals > 0)
        {
            return -1;
        }

        position = SkipCells(buffer, position + 1, _pointsColumn - _voteColumn - 1);
        if (position < 0)
        {
            return -1;
        }

        var sum = 0L;
        for (var i = 0; i < count; i++)
        {
            var first = position;
            var value = 0L;
            while ((uint)(buffer[position] - '0') <= 9 && position - first < 15)
            {
                value = (value * 10) + (buffer[position++] - '0');
            }

            if (position == first || (i + 1 < count && buffer[position++] != ','))
            {
                return -1;
            }

            _points[i] = value;
            sum += value;
            if (!_limits.AllowsPoints(value))
            {
                return -1;
            }
        }

        if (buffer[position] is not ((byte)';' or (byte)'\r' or (byte)'\n') || !_limits.AllowsSum(sum))
        {
            return -1;
        }

        var end = SkipLine(buffer, position);
        if (end < 0 || !NamesEachOnce(count))
        {
            return -1;
        }

        _scores.Add(_named.AsSpan(0, count), _points.AsSpan(0, count), 1);
        return end;
    }

    private static int SkipCells(byte[] buffer, int position, int cells)
    {
        for (; cells > 0; cells--)
        {
            position += buffer.AsSpan(position).IndexOfAny((byte)';', (byte)'\n', (byte)'"');
            if (buffer[position] != ';')
            {
                return -1;
            }

            position++;
        }

        return position;
    }

    private static int SkipLine(byte[] buffer, int position)
    {
        position += buffer.AsSpan(position).IndexOfAny((byte)'\n', (byte)'\r', (byte)'"');
        return buffer[position] switch
        {
            (byte)'\n' => position + 1,
            (byte)'\r' when buffer[position + 1] == '\n' => position + 2,
            _ => -1,
        };
    }
}
