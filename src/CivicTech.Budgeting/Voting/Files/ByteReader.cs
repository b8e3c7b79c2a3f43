using System.Text;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Rolls;
using NodaTime;

namespace CivicTech.Budgeting.Voting.Files;

/// <summary>Reads what <see cref="ByteWriter"/> wrote; whatever else it meets is a <see cref="FormatException"/>.</summary>
internal ref struct ByteReader(string what, ReadOnlySpan<byte> bytes)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly long LeastTicks = Instant.MinValue.ToUnixTimeTicks();
    private static readonly long MostTicks = Instant.MaxValue.ToUnixTimeTicks();

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    internal readonly FormatException Broken(string expected) => new($"This is not the {what}: at byte {_at}, expected {expected}.");

    /// <summary>The version: 1 up to the latest.</summary>
    internal byte Version(byte latest)
    {
        if (_bytes.IsEmpty || _bytes[0] == 0 || _bytes[0] > latest)
        {
            throw Broken($"a version from 1 to {latest}");
        }

        _at = 1;
        return _bytes[0];
    }

    internal readonly void End()
    {
        if (_at != _bytes.Length)
        {
            throw Broken("the end");
        }
    }

    internal byte Flags(int known) => Take(1)[0] is var flags && (flags & ~known) == 0 ? flags : throw Broken("flags of this version");

    internal int Number() => Unsigned() is <= int.MaxValue and var value ? (int)value : throw Broken($"a number up to {int.MaxValue}");

    /// <summary>How many follow; each takes a byte at least, so that no length can ask for more memory than there is to read.</summary>
    internal int Count() => Number() is var count && count <= _bytes.Length - _at ? count : throw Broken($"at most {_bytes.Length - _at} things, for there are no more bytes");

    /// <summary>How many follow, where it is written only when there are some: one file has one form.</summary>
    internal int Some(string what) => Count() is > 0 and var count ? count : throw Broken($"{what} before it, in this version");

    internal long Signed()
    {
        var zigzag = Unsigned();
        return (long)(zigzag >> 1) ^ -(long)(zigzag & 1);
    }

    internal long Ticks()
    {
        var ticks = Signed();
        return ticks >= LeastTicks && ticks <= MostTicks ? ticks : throw Broken("an instant");
    }

    internal string Text()
    {
        var bytes = Take(Number());
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw Broken("text in UTF-8 before it");
        }
    }

    internal VoterKey Key() => VoterKey.FromBytes(Take(VoterKey.Size));

    internal Tracker Tracker() => Files.Tracker.FromBytes(Take(Files.Tracker.Size));

    internal BallotContent Content()
    {
        var bytes = Take(Number());
        try
        {
            return BallotContent.FromBytes(bytes);
        }
        catch (FormatException exception)
        {
            throw new FormatException($"This is not the {what}: before byte {_at}. {exception.Message}", exception);
        }
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _bytes.Length - _at)
        {
            throw Broken($"{count} bytes more");
        }

        var taken = _bytes.Slice(_at, count);
        _at += count;
        return taken;
    }

    private ulong Unsigned()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Take(1)[0];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return (part > 0 || shift == 0) && (shift < 63 || part == 1) ? value : throw Broken("a number in its shortest form before it");
            }
        }

        throw Broken("a number of up to 64 bits before it");
    }
}
