using System.Runtime.CompilerServices;

namespace CivicTech.Consensus.Formats;

internal sealed partial class BltReader
{
    private const int MaxDigits = 18;

    private int[] _plain = new int[64];

    /// <summary>
    /// Takes as many lines as are plain: a weight and a ranking that was read before, or numbers of candidates with one blank between them.
    /// Stops at the first line that is not, for the careful way. Allocates nothing a line.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadPlainLines()
    {
        var text = content.Span;
        var at = _words.At;
        while (true)
        {
            _words.At = at;
            var weight = 0L;
            var first = at;
            while ((uint)at < (uint)text.Length && (uint)(text[at] - '0') <= 9 && at - first < MaxDigits)
            {
                weight = (weight * 10) + (text[at++] - '0');
            }

            if (weight == 0 || at == text.Length || text[at] != ' ')
            {
                return;
            }

            var length = text[at..].IndexOf((byte)'\n');
            if (length < 0)
            {
                return;
            }

            if (!_store.TryCount(text.Slice(at, length), text, weight))
            {
                var count = ReadPlainRanking(text.Slice(at, length));
                if (count < 0 || !_store.Fits(weight))
                {
                    return;
                }

                _store.Add(_plain.AsSpan(0, count), weight);
                _store.Know(text, at, length);
            }

            at += length + 1;
        }
    }

    // " 3 1 2 0" as 2, 0, 1 and how many; -1 when it is anything else.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int ReadPlainRanking(ReadOnlySpan<byte> line)
    {
        if (_plain.Length < line.Length)
        {
            _plain = new int[line.Length * 2];
        }

        var count = 0;
        var candidates = (uint)_count;
        for (var at = 0; (uint)at < (uint)line.Length && line[at] == ' ';)
        {
            var first = ++at;
            var number = 0u;
            while ((uint)at < (uint)line.Length && (uint)(line[at] - '0') <= 9)
            {
                number = (number * 10) + (uint)(line[at++] - '0');
            }

            if (number == 0)
            {
                var isEnd = at == first + 1 && (at == line.Length || (at + 1 == line.Length && line[at] == '\r'));
                return isEnd ? count : -1;
            }

            if (at - first > 8 || number > candidates)
            {
                return -1;
            }

            _plain[count++] = (int)number - 1;
        }

        return -1;
    }
}
