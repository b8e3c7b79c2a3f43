using System.Text;

namespace CivicTech.Testing;

/// <summary>Breaks files in the ways in which files are broken: bits, bytes, tokens, lines, ends.</summary>
/// <param name="tokens">What means something in files of a format; bytes that are not UTF-8 are tried besides.</param>
internal sealed class ByteMutator(params IEnumerable<string> tokens)
{
    private readonly byte[][] _tokens = [.. tokens.Select(Encoding.UTF8.GetBytes), [0xFF], [0xC3], [0xEF, 0xBB]];

    public byte[] Mutate(byte[] file, SplitMix64 random)
    {
        var bytes = file.ToList();
        for (var i = random.Between(1, 5); i > 0; i--)
        {
            MutateOnce(bytes, random);
        }

        return [.. bytes];
    }

    private void MutateOnce(List<byte> bytes, SplitMix64 random)
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
                RepeatLine(bytes, place, random);
                break;
            default:
                bytes.InsertRange(place, random.Pick(_tokens));
                break;
        }
    }

    // Lines twice, or somewhere else.
    private static void RepeatLine(List<byte> bytes, int place, SplitMix64 random)
    {
        var start = bytes.FindIndex(place, b => b == '\n') + 1;
        var end = start > 0 ? bytes.FindIndex(start, b => b == '\n') + 1 : 0;
        if (end > 0)
        {
            bytes.InsertRange(random.OneIn(2) ? end : random.Below(bytes.Count), bytes.GetRange(start, end - start));
        }
    }
}
