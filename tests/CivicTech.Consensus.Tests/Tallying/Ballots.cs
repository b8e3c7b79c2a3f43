using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;

namespace CivicTech.Tests.Consensus.Tallying;

/// <summary>Contests as tests write them: <c>"3: A B=C - D"</c> is three ballots with A first, B and C at rank 2, rank 3 skipped, D at rank 4.</summary>
internal static class Ballots
{
    internal static Contest Contest(string candidates, int seats, params IEnumerable<string> lines) => new(Profile(candidates, lines), seats);

    internal static OrdinalProfile Profile(string candidates, params IEnumerable<string> lines)
    {
        var list = new CandidateList(candidates.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var builder = new OrdinalProfileBuilder(list);
        foreach (var line in lines)
        {
            var parts = line.Split(':');
            var named = new List<int>();
            var ranks = new List<long>();
            var rank = 0;
            foreach (var cell in parts[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                rank++;
                foreach (var name in cell.Split('=', StringSplitOptions.RemoveEmptyEntries).Where(name => name != "-"))
                {
                    var index = list.IndexOf(name);
                    Assert.True(index >= 0, name);
                    named.Add(index);
                    ranks.Add(rank);
                }
            }

            builder.Add(named.ToArray(), ranks.ToArray(), parts.Length == 2 ? long.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture) : 1);
        }

        return builder.Build();
    }

    /// <summary>Ballots at random: some rank nobody, some skip, tie or repeat when <paramref name="messy"/>.</summary>
    internal static Contest Random(ulong seed, int candidates, int voters, int seats, bool messy)
    {
        var random = new SplitMix64(seed);
        var names = Enumerable.Range(0, candidates).Select(i => ((char)('A' + i)).ToString()).ToArray();
        var lines = new List<string>();
        for (var voter = 0; voter < voters; voter++)
        {
            string[] order = [.. names];
            for (var i = order.Length - 1; i > 0; i--)
            {
                var j = (int)(random.Next() % (ulong)(i + 1));
                (order[i], order[j]) = (order[j], order[i]);
            }

            var cells = order.Take((int)(random.Next() % (ulong)(candidates + 1))).ToList();
            if (messy)
            {
                for (var i = 0; i < cells.Count; i++)
                {
                    cells[i] = (random.Next() % 12) switch
                    {
                        0 => "-",
                        1 => $"{cells[i]}={order[^1]}",
                        2 => order[0],
                        _ => cells[i],
                    };
                }
            }

            lines.Add($"{1 + (random.Next() % 4)}: {string.Join(' ', cells.Select(cell => string.Join('=', cell.Split('=').Distinct())))}");
        }

        return Contest(string.Join(' ', names), seats, lines);
    }
}
