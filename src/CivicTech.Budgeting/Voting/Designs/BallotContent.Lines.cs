namespace CivicTech.Budgeting.Voting.Designs;

// To lines and back.
public readonly partial struct BallotContent
{
    private const int LongestVarint = 10;

    /// <summary>Takes bytes that were kept.</summary>
    /// <param name="bytes">As <see cref="Bytes"/> gave them; none for a blank ballot.</param>
    /// <exception cref="FormatException">They are not the content of a ballot; the message names the byte and says what was expected.</exception>
    public static BallotContent FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return default;
        }

        var at = 0;
        var head = Take(bytes, ref at);
        var (count, hasValues) = (head >> 1, (head & 1) == 1);
        if (count == 0 || count > (ulong)bytes.Length)
        {
            throw Broken(0, $"the number of lines, 1 to {bytes.Length}");
        }

        var place = Take(bytes, ref at);
        for (var line = 1UL; place <= int.MaxValue && line < count; line++)
        {
            var step = Take(bytes, ref at);
            place = step is > 0 and <= int.MaxValue ? place + step : ulong.MaxValue;
        }

        if (place > int.MaxValue)
        {
            throw Broken(at, $"ascending places up to {int.MaxValue}");
        }

        for (var line = 0UL; hasValues && line < count; line++)
        {
            Take(bytes, ref at);
        }

        return at == bytes.Length ? new BallotContent(bytes.ToArray()) : throw Broken(at, "the end");
    }

    /// <summary>How many projects it names.</summary>
    public int Count
    {
        get
        {
            var at = 0;
            return _bytes is null ? 0 : (int)(Take(_bytes, ref at) >> 1);
        }
    }

    /// <summary>The content of a ballot.</summary>
    /// <param name="projects">Places on the official ballot, ascending.</param>
    /// <param name="values">One for each, or none.</param>
    internal static BallotContent Of(ReadOnlySpan<int> projects, ReadOnlySpan<long> values)
    {
        if (projects.IsEmpty)
        {
            return default;
        }

        var longest = LongestVarint * (1 + projects.Length + values.Length);
        Span<byte> buffer = longest <= 512 ? stackalloc byte[longest] : new byte[longest];
        var at = 0;
        Put(buffer, ref at, ((ulong)projects.Length << 1) | (values.IsEmpty ? 0UL : 1UL));
        var before = 0;
        foreach (var project in projects)
        {
            Put(buffer, ref at, (ulong)(project - before));
            before = project;
        }

        foreach (var value in values)
        {
            Put(buffer, ref at, (ulong)((value << 1) ^ (value >> 63)));
        }

        return new BallotContent(buffer[..at].ToArray());
    }

    /// <summary>Reads the lines.</summary>
    /// <param name="projects">Takes the places; at least <see cref="Count"/> long.</param>
    /// <param name="values">Takes the values; as long.</param>
    /// <returns>Whether there are values.</returns>
    internal bool Read(Span<int> projects, Span<long> values)
    {
        if (_bytes is null)
        {
            return false;
        }

        var at = 0;
        var head = Take(_bytes, ref at);
        var count = (int)(head >> 1);
        var place = 0;
        for (var i = 0; i < count; i++)
        {
            place += (int)Take(_bytes, ref at);
            projects[i] = place;
        }

        if ((head & 1) == 0)
        {
            return false;
        }

        for (var i = 0; i < count; i++)
        {
            var zigzag = Take(_bytes, ref at);
            values[i] = (long)(zigzag >> 1) ^ -(long)(zigzag & 1);
        }

        return true;
    }

    private static void Put(Span<byte> buffer, ref int at, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            buffer[at++] = (byte)(value | 0x80);
        }

        buffer[at++] = (byte)value;
    }

    private static ulong Take(ReadOnlySpan<byte> bytes, ref int at)
    {
        var start = at;
        var value = 0UL;
        for (var shift = 0; at < bytes.Length && shift < 64; shift += 7)
        {
            var part = bytes[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                // One number has one form: no empty byte at the end, nothing beyond 64 bits.
                return (part > 0 || shift == 0) && (shift < 63 || part == 1) ? value : throw Broken(start, "a number in its shortest form");
            }
        }

        throw Broken(start, "a number of up to 64 bits");
    }

    private static FormatException Broken(int at, string expected) => new($"This is not the content of a ballot: at byte {at}, expected {expected}.");
}
