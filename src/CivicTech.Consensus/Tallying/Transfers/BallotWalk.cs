using System.Runtime.CompilerServices;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>Whom a ballot counts for next.</summary>
internal static class BallotWalk
{
    /// <summary>That nobody at an entry can receive votes.</summary>
    internal const int Onward = int.MaxValue;

    /// <summary>The first candidate from an entry on who can receive votes; otherwise the complement of the <see cref="InactiveReason"/>.</summary>
    /// <param name="table">The ballots.</param>
    /// <param name="ballot">Which of them.</param>
    /// <param name="open">Who can receive votes.</param>
    /// <param name="entry">Where to begin; afterwards the entry of the candidate.</param>
    internal static int Next(PreferenceTable table, int ballot, bool[] open, ref int entry)
    {
        for (var end = table.Starts[ballot + 1]; entry < end; entry++)
        {
            var next = At(table, table.Entries[entry], open);
            if (next != Onward)
            {
                return next;
            }
        }

        return ~table.Ends[ballot];
    }

    /// <summary>Who can receive votes at an entry; the complement of the <see cref="InactiveReason"/> if a ballot ends there, or <see cref="Onward"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int At(PreferenceTable table, int entry, bool[] open) =>
        entry < 0 ? OfGroup(table.Group(entry), open, table.MostInGroup)
        : open[entry] ? entry
        : Onward;

    private static int OfGroup(ReadOnlySpan<int> group, bool[] open, int most)
    {
        var only = Onward;
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
