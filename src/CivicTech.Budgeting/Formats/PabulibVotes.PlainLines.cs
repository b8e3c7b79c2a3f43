using System.Runtime.CompilerServices;
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
    private ulong[] _masks = [];

    /// <summary>
    /// Takes as many lines as are plain: no quotes, as many cells as the header, a ballot of allowed length that is not empty, known ids of up
    /// to 16 bytes without blanks, each once, whole points. Stops at the first line that is not, for the careful way, and at the end of the file. Allocates nothing a line.
    /// </summary>
    internal void TakePlainLines(PabulibRecords records)
    {
        while (!_diagnostics.IsStrict && !_endsWithReturns && !_mayBeTitles)
        {
            // A window, because marks are found for all of it at once, and found again behind every line that is not plain.
            var window = records.Buffer.AsSpan(records.Position, Math.Min(records.End - records.Position, PabulibRecords.LongLine));
            var lastNewline = window.LastIndexOf((byte)'\n');
            if (lastNewline < 0)
            {
                // Part of a line, or a file whose lines end with carriage returns alone. The last byte may be the first half of a newline.
                _endsWithReturns = window.Length > 0 && window[..^1].Contains((byte)'\r');
                if (window.Length == PabulibRecords.LongLine || !records.Fill())
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

    // Every line up to the limit ends with a newline, so that there is always a next mark. Compiled at once for speed: a file is read once,
    // and most of the time of a small one would be spent in code that is not optimised yet.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TakePlainLines(PabulibRecords records, int limit)
    {
        ref var origin = ref MemoryMarshal.GetArrayDataReference(records.Buffer);
        var marks = PabulibMarks.In(records.Buffer, records.Position, limit, ref _masks);
        var table = _table;
        var named = _named;
        var start = records.Position;
        var cellsBehind = _columns.Count - 1 - (_scores is null ? _voteColumn : _pointsColumn);
        var (shortest, longest) = (_limits.MinLength, _limits.MaxLength);
        var lines = 0L;
        while (start < limit)
        {
            var mark = start - 1;
            for (var cells = _voteColumn; cells > 0;)
            {
                mark = marks.Next();
                var found = Unsafe.Add(ref origin, mark);
                if (found == ';')
                {
                    cells--;
                }
                else if (found != ',')
                {
                    goto NotPlain;
                }
            }

            var count = 0;
            byte end;
            do
            {
                var id = mark + 1;
                mark = marks.Next();
                end = Unsafe.Add(ref origin, mark);
                var length = mark - id;
                if ((uint)(length - 1) < PabulibIdTable.MaxLength)
                {
                    var project = table.IndexOf(Vector128.LoadUnsafe(ref origin, (nuint)id), length);
                    if (project < 0 || (uint)count >= (uint)named.Length)
                    {
                        goto NotPlain;
                    }

                    named[count++] = project;
                }
                else
                {
                    // Too long or empty; what looks like an empty ballot may be a blank line or the title of a section.
                    goto NotPlain;
                }
            }
            while (end == ',');

            if (_scores is not null)
            {
                // Copies, so that the originals can stay in registers where there are no points.
                var marksBehind = marks;
                var markBehind = mark;
                if (!ReadPoints(ref origin, ref marksBehind, ref markBehind, count))
                {
                    goto NotPlain;
                }

                marks = marksBehind;
                mark = markBehind;
            }

            // The rest of the line has no quotes, no carriage return that is a newline of its own, and as many cells as the header.
            var rest = Unsafe.Add(ref origin, mark) == ';' ? 1 : 0;
            while (Unsafe.Add(ref origin, mark) is var stop && stop != '\n')
            {
                if (stop != ';' && (stop != '\r' || Unsafe.Add(ref origin, mark + 1) != '\n'))
                {
                    goto NotPlain;
                }

                mark = marks.NextStop(ref rest);
            }

            if (rest != cellsBehind || count < shortest || count > longest || !TryCount(count))
            {
                goto NotPlain;
            }

            start = mark + 1;
            lines++;
        }

    NotPlain:
        records.Position = start;
        records.Line += lines;
        Rows += lines;
        return start >= limit;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryCount(int count) => _approvals is not null
        ? _approvals.TryAdd(_named.AsSpan(0, count), 1)
        : TryCountValues(count);

    private bool TryCountValues(int count)
    {
        if (!NamesEachOnce(count))
        {
            return false;
        }

        if (_rankings is not null)
        {
            _rankings.Add(_named.AsSpan(0, count), 1);
        }
        else
        {
            _scores!.Add(_named.AsSpan(0, count), _points.AsSpan(0, count), 1);
        }

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

    // Points stand behind the vote, whole, of up to 15 digits and within the limits; anything else goes the careful way.
    private bool ReadPoints(ref byte origin, ref PabulibMarks marks, ref int mark, int count)
    {
        if (_pointsColumn < _voteColumn || _scores!.Decimals > 0)
        {
            return false;
        }

        for (var cells = _pointsColumn - _voteColumn; cells > 0; cells--)
        {
            while (Unsafe.Add(ref origin, mark) == ',')
            {
                mark = marks.Next();
            }

            if (Unsafe.Add(ref origin, mark) != ';')
            {
                return false;
            }

            if (cells > 1)
            {
                mark = marks.Next();
            }
        }

        var sum = 0L;
        for (var i = 0; i < count; i++)
        {
            var first = mark + 1;
            mark = marks.Next();
            var value = 0L;
            for (var place = first; place < mark; place++)
            {
                var digit = (uint)Unsafe.Add(ref origin, place) - '0';
                if (digit > 9)
                {
                    return false;
                }

                value = (value * 10) + digit;
            }

            if (mark == first || mark - first > 15 || (Unsafe.Add(ref origin, mark) == ',') != (i + 1 < count) || !_limits.AllowsPoints(value))
            {
                return false;
            }

            _points[i] = value;
            sum += value;
        }

        return count > 0 && _limits.AllowsSum(sum);
    }
}
