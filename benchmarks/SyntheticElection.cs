using System.Globalization;
using System.Text;

namespace CivicTech.Benchmarks;

/// <summary>Made-up elections of any size: some projects are much more popular than others, and tastes overlap.</summary>
internal static class SyntheticElection
{
    internal static void Write(Stream stream, int projects, long voters, int shortest, int longest)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        text.Write(string.Create(CultureInfo.InvariantCulture,
            $"META\nkey;value\ndescription;Made-up election\ncountry;Nowhere\nunit;Nowhere\ninstance;1\nnum_projects;{projects}\nnum_votes;{voters}\nbudget;5000000\nvote_type;approval\nrule;greedy\ndate_begin;2026\ndate_end;2026\nmax_length;{longest}\nPROJECTS\nproject_id;cost;name\n"));
        for (var project = 0; project < projects; project++)
        {
            text.Write(string.Create(CultureInfo.InvariantCulture, $"P{project:000};{20_000 + (project * 7919 % 480_000)};Project {project}\n"));
        }

        text.Write("VOTES\nvoter_id;vote;age;sex;voting_method\n");
        var state = 0x1234_5678_9ABC_DEF0UL;
        var chosen = new bool[projects];
        var ballot = new List<int>();
        for (var voter = 0L; voter < voters; voter++)
        {
            var length = shortest + (int)(Next(ref state) % (ulong)(longest - shortest + 1));
            ballot.Clear();
            while (ballot.Count < length)
            {
                // The square of a uniform number: the first projects are chosen most.
                var uniform = (Next(ref state) >> 11) * (1.0 / (1L << 53));
                var project = (int)(uniform * uniform * projects);
                if (!chosen[project])
                {
                    chosen[project] = true;
                    ballot.Add(project);
                }
            }

            text.Write(string.Create(CultureInfo.InvariantCulture, $"{1_400_000_000 + voter};"));
            for (var i = 0; i < ballot.Count; i++)
            {
                chosen[ballot[i]] = false;
                text.Write(i > 0 ? ",P" : "P");
                text.Write(ballot[i].ToString("000", CultureInfo.InvariantCulture));
            }

            text.Write((voter & 1) == 0 ? ";34;F;internet\n" : ";61;M;paper\n");
        }
    }

    // SplitMix64: the same file on every machine.
    private static ulong Next(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var x = state;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
