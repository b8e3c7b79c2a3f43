using System.Text;

namespace CivicTech.Tests.Consensus.Formats;

/// <summary>Breaks files in the ways in which files are broken: bits, bytes, tokens, lines, ends.</summary>
internal sealed class ByteMutator(SplitMix64 random)
{
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            " ", "\n", "\r\n", "\"", ",", ";", ":", "=", "-", "0", "1", "2", "{", "}", "[", "]", "(", ")", ">", "*", "^", "||", "#", "#/", "/*", "*/", "null", "true", "[nick a b]",
            "\0", "é", "\uFEFF", "9223372036854775807", "99999999999999999999", "2147483648", "1e9", "-1", "1.5", "overvote", "undervote", "\"Rank\": 1,", "/EMPTY_RANKING/", "{}", "\\ud800",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3],
    ];

    public byte[] Mutate(byte[] file)
    {
        var bytes = file.ToList();
        for (var i = random.Between(1, 4); i > 0; i--)
        {
            MutateOnce(bytes);
        }

        return [.. bytes];
    }

    private void MutateOnce(List<byte> bytes)
    {
        var place = random.Below(bytes.Count + 1);
        switch (random.Below(8))
        {
            case 0 when place < bytes.Count:
                bytes[place] ^= (byte)(1 << random.Below(8));
                break;
            case 1 when place < bytes.Count:
                bytes.RemoveRange(place, Math.Min(random.Between(1, 8), bytes.Count - place));
                break;
            case 2 when place < bytes.Count:
                bytes[place] = (byte)random.Between(' ', '~');
                break;
            case 3:
                bytes.RemoveRange(place, random.OneIn(6) ? bytes.Count - place : 0);
                break;
            case 4:
                RepeatLine(bytes, place);
                break;
            default:
                bytes.InsertRange(place, random.Pick(Tokens));
                break;
        }
    }

    private void RepeatLine(List<byte> bytes, int place)
    {
        var start = bytes.FindIndex(place, b => b == '\n') + 1;
        var end = start > 0 ? bytes.FindIndex(start, b => b == '\n') + 1 : 0;
        if (end > 0)
        {
            bytes.InsertRange(random.OneIn(2) ? end : random.Below(bytes.Count), bytes.GetRange(start, end - start));
        }
    }
}
