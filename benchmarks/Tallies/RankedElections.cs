using System.Globalization;
using System.Text;
using CivicTech.Ballots;
using CivicTech.Consensus.Formats;

namespace CivicTech.Benchmarks.Tallies;

/// <summary>
/// Ranked elections as BLT files with a line for each ballot, in an order that does not help folding: real ones from the folder that
/// CIVICTECH_DATA names, and made-up ones.
/// </summary>
internal static class RankedElections
{
    internal const string Million = "made-up, a million ballots";

    private static readonly (string Name, string File)[] Real =
    [
        ("Minneapolis 2013, mayor", "mpls_mayor_plain.blt"),
        ("Oakland 2010, mayor", "oakland_plain.blt"),
        ("Portland 2024, district 1", "portland_d1_plain.blt"),
        ("Edinburgh 2017, ward 1", "edinburgh_2017_w1_plain.blt"),
    ];

    private static string? Folder => Environment.GetEnvironmentVariable("CIVICTECH_DATA");

    internal static IEnumerable<string> Available => [.. Real.Where(one => Folder is not null && File.Exists(PathOf(one.File))).Select(one => one.Name), Million];

    internal static byte[] Lines(string name) => name == Million ? MadeUp(1_000_000) : Unfold(File.ReadAllBytes(PathOf(Real.Single(one => one.Name == name).File)));

    private static string PathOf(string file) => Path.Combine(Folder!, "tally", "large_real", file);

    private static byte[] Unfold(byte[] blt)
    {
        var contest = Blt.Read(blt).Contest;
        var profile = (OrdinalProfile)contest.Profile;
        var ballots = new List<string>();
        for (var ballot = 0; ballot < profile.DistinctBallots; ballot++)
        {
            var line = "1 " + string.Concat(profile.CandidatesOf(ballot).ToArray().Select(candidate => FormattableString.Invariant($"{candidate + 1} "))) + "0\n";
            for (var voter = 0L; voter < profile.WeightOf(ballot); voter++)
            {
                ballots.Add(line);
            }
        }

        var state = 0x9E37_79B9_7F4A_7C15UL;
        for (var i = ballots.Count - 1; i > 0; i--)
        {
            var j = (int)(Next(ref state) % (ulong)(i + 1));
            (ballots[i], ballots[j]) = (ballots[j], ballots[i]);
        }

        return Encode(profile.Candidates.Count, contest.Seats, ballots);
    }

    // Twenty candidates, some much more popular than others; up to six ranks, most voters use few.
    private static byte[] MadeUp(int voters)
    {
        const int Candidates = 20;
        var state = 0x1234_5678_9ABC_DEF0UL;
        var ballots = new List<string>(voters);
        var line = new StringBuilder();
        for (var voter = 0; voter < voters; voter++)
        {
            line.Clear().Append("1 ");
            var chosen = 0;
            var length = 1 + (int)Math.Min(Next(ref state) % 6, Next(ref state) % 6);
            while (length > 0)
            {
                var uniform = (Next(ref state) >> 11) * (1.0 / (1L << 53));
                var candidate = (int)(uniform * uniform * Candidates);
                if ((chosen & (1 << candidate)) == 0)
                {
                    chosen |= 1 << candidate;
                    line.Append(CultureInfo.InvariantCulture, $"{candidate + 1} ");
                    length--;
                }
            }

            ballots.Add(line.Append("0\n").ToString());
        }

        return Encode(Candidates, seats: 3, ballots);
    }

    private static byte[] Encode(int candidates, int seats, List<string> ballots)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{candidates} {seats}\n").AppendJoin("", ballots).Append("0\n");
        for (var candidate = 1; candidate <= candidates; candidate++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\"Candidate {candidate}\"\n");
        }

        return Encoding.UTF8.GetBytes(text.Append("\"Benchmark\"\n").ToString());
    }

    private static ulong Next(ref ulong state)
    {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return state;
    }
}
