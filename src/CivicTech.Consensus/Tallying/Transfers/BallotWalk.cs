using System.Runtime.CompilerServices;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>Whom a ballot counts for next.</summary>
internal static class BallotWalk
{
    /// <summary>The first candidate from an entry on who can receive votes; otherwise the complement of the <see cref="InactiveReason"/>.</summary>
    /// <param name="table">The ballots.</param>
    /// <param name="ballot">Which of them.</param>
    /// <param name="open">Who can receive votes.</param>
    /// <param name="entry">Where to begin; afterwards the entry of the candidate.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Next(PreferenceTable table, int ballot, bool[] open, ref int entry)
    {
        var entries = table.Entries;
        for (var end = table.Starts[ballot + 1]; entry < end; entry++)
        {
            var candidate = entries[entry];
            if (candidate >= 0)
            {
                if (open[candidate])
                {
                    return candidate;
                }
            }
            else if (OfGroup(table.Group(candidate), open, table.MostInGroup) is var only && only != NoneOpen)
            {
                return only;
            }
        }

        return ~table.Ends[ballot];
    }

    private const int NoneOpen = int.MaxValue;

    private static int OfGroup(ReadOnlySpan<int> group, bool[] open, int most)
    {
        var only = NoneOpen;
        var count = 0;
        foreach (var candidate in group)
        {
            if (open[candidate])
            {
                if (++count > most)
                {
                    return ~(int)InactiveReason.Overvote;
                }

                only = candidate;
            }
        }

        return only;
    }
}
