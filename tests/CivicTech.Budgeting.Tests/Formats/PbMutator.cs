using System.Text;

namespace CivicTech.Tests.Budgeting;

/// <summary>Breaks files in the ways in which files are broken: bits, bytes, tokens, lines, ends.</summary>
internal sealed class PbMutator(SplitMix64 random)
{
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            ";", "\"", "\n", ",", "\r", "\r\n", "\"\"", ";;", "\";\"", "\t", "\0", " ", ".", "-", "1e9", "1/2", "0", "999999999", "None", "A", "B,B", "1,000",
            "META\n", "PROJECTS\n", "VOTES\n", "votes;\n", "key;value\n", "vote_type;ordinal\n", "vote_type;scoring\n", "budget;0,5\n", "max_length;1\n",
            "voter_id;vote;points\n", "99999999999999999999", "\uFEFF", "é", "min_project_score_threshold;x\n", "rule;equalshares\n",
            "categories;a,a\nbudget_per_category;1,2\n", "categories;a\nbudget_per_category;-1\n", "neighborhoods;n\nbudget_per_neighborhood;1/0\n",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xEF, 0xBB],
    ];

    public byte[] Mutate(byte[] file)
    {
        var bytes = file.ToList();
        for (var i = random.Between(1, 6); i > 0; i--)
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
            case 2:
                bytes.Insert(place, (byte)random.Below(256));
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

    // Lines twice, or somewhere else.
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
