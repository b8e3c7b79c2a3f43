using System.Globalization;

namespace CivicTech.Benchmarks.Tallies;

/// <summary>
/// The count that everybody writes first: lines are split, every ballot is kept as its own array, and each round looks at all ballots from
/// their first rank. Ties fall to who is listed first; nothing is reported.
/// </summary>
internal sealed class PlainTally
{
    private readonly List<int[]> _ballots = [];

    internal int Candidates { get; private init; }

    internal int Seats { get; private init; }

    internal static PlainTally Read(byte[] blt)
    {
        using var reader = new StreamReader(new MemoryStream(blt));
        var head = reader.ReadLine()!.Split(' ');
        var tally = new PlainTally { Candidates = int.Parse(head[0], CultureInfo.InvariantCulture), Seats = int.Parse(head[1], CultureInfo.InvariantCulture) };
        while (reader.ReadLine() is { } line && line != "0")
        {
            var cells = line.Split(' ');
            var ballot = new int[cells.Length - 2];
            for (var i = 0; i < ballot.Length; i++)
            {
                ballot[i] = int.Parse(cells[i + 1], CultureInfo.InvariantCulture) - 1;
            }

            tally._ballots.Add(ballot);
        }

        return tally;
    }

    internal int InstantRunoff()
    {
        var isOut = new bool[Candidates];
        while (true)
        {
            var votes = new long[Candidates];
            var active = 0L;
            foreach (var ballot in _ballots)
            {
                foreach (var candidate in ballot)
                {
                    if (!isOut[candidate])
                    {
                        votes[candidate]++;
                        active++;
                        break;
                    }
                }
            }

            var (best, worst) = (-1, -1);
            for (var candidate = 0; candidate < Candidates; candidate++)
            {
                if (!isOut[candidate])
                {
                    best = best < 0 || votes[candidate] > votes[best] ? candidate : best;
                    worst = worst < 0 || votes[candidate] <= votes[worst] ? candidate : worst;
                }
            }

            if (votes[best] * 2 > active || best == worst)
            {
                return best;
            }

            isOut[worst] = true;
        }
    }

    /// <summary>Weighted inclusive Gregory with five decimals, the largest surplus first.</summary>
    internal List<int> Transferable()
    {
        const long Unit = 100_000;
        var value = new long[_ballots.Count];
        Array.Fill(value, Unit);
        var holder = new int[_ballots.Count];
        Array.Fill(holder, -1);
        var isOpen = new bool[Candidates];
        Array.Fill(isOpen, true);
        var votes = new long[Candidates];
        var elected = new List<int>();
        var pending = new List<int>();
        Deal();
        var quota = ((votes.Sum() / Unit / (Seats + 1)) + 1) * Unit;
        while (true)
        {
            var open = Enumerable.Range(0, Candidates).Where(candidate => isOpen[candidate]).ToList();
            var reached = open.Count <= Seats - elected.Count ? open : open.FindAll(candidate => votes[candidate] >= quota);
            foreach (var candidate in reached)
            {
                elected.Add(candidate);
                isOpen[candidate] = false;
                if (votes[candidate] > quota)
                {
                    pending.Add(candidate);
                }
            }

            if (elected.Count >= Seats || !isOpen.Contains(true))
            {
                return elected;
            }

            int from;
            if (pending.Count > 0)
            {
                from = pending.MaxBy(candidate => votes[candidate]);
                _ = pending.Remove(from);
                for (var ballot = 0; ballot < value.Length; ballot++)
                {
                    if (holder[ballot] == from)
                    {
                        value[ballot] = (long)((Int128)value[ballot] * (votes[from] - quota) / votes[from]);
                        holder[ballot] = -1;
                    }
                }

                votes[from] = quota;
            }
            else
            {
                from = Enumerable.Range(0, Candidates).Where(candidate => isOpen[candidate]).MinBy(candidate => votes[candidate]);
                isOpen[from] = false;
                votes[from] = 0;
                for (var ballot = 0; ballot < value.Length; ballot++)
                {
                    holder[ballot] = holder[ballot] == from ? -1 : holder[ballot];
                }
            }

            Deal();
        }

        void Deal()
        {
            for (var ballot = 0; ballot < value.Length; ballot++)
            {
                if (holder[ballot] == -1)
                {
                    holder[ballot] = -2;
                    foreach (var candidate in _ballots[ballot])
                    {
                        if (isOpen[candidate])
                        {
                            holder[ballot] = candidate;
                            votes[candidate] += value[ballot];
                            break;
                        }
                    }
                }
            }
        }
    }
}
