using System.Numerics;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>
/// The ballots merged by how they begin: below the root a place for each entry that is asked first, below it one for each that is asked next,
/// and where a ballot ends one for why it is inactive there. Ballots below one place came the same way and are worth the same, so they are
/// counted as one until their ways part.
/// </summary>
internal sealed class BallotTree
{
    private BallotTree(Place[] places) => Places = places;

    /// <summary>Each place stands before those below it; the first is the root.</summary>
    internal Place[] Places { get; }

    /// <summary>
    /// Merges each ballot with the one before it. Where neighbours have less in common than others, places stand more than once, which changes
    /// no count. O(entries).
    /// </summary>
    internal static BallotTree Of(PreferenceTable table)
    {
        var order = InOrder(table);
        var shared = GC.AllocateUninitializedArray<int>(order.Length);
        var before = ReadOnlySpan<int>.Empty;
        var (count, longest) = (1, 0);
        for (var i = 0; i < order.Length; i++)
        {
            var entries = table.EntriesOf((int)order[i]);
            shared[i] = entries.CommonPrefixLength(before);
            count += entries.Length - shared[i] + 1;
            longest = Math.Max(longest, entries.Length);
            before = entries;
        }

        var places = new Place[count];
        count = 1;

        // The places that the latest ballot passes, from the root on.
        var path = new int[longest + 1];
        var depth = 0;
        for (var i = 0; i < order.Length; i++)
        {
            var ballot = (int)order[i];
            for (; depth > shared[i]; depth--)
            {
                Leave(path[depth], path[depth - 1]);
            }

            foreach (var entry in table.EntriesOf(ballot)[depth..])
            {
                path[++depth] = count;
                places[count++].Entry = entry;
            }

            places[count].Entry = table.Candidates + table.Ends[ballot];
            places[count].Weight = table.Weights[ballot];
            Leave(count++, path[depth]);
        }

        for (; depth > 0; depth--)
        {
            Leave(path[depth], path[depth - 1]);
        }

        places[0].End = count;
        return new BallotTree(places);

        // Nothing more comes below a place.
        void Leave(int place, int parent)
        {
            places[place].End = count;
            places[parent].Weight += places[place].Weight;
        }
    }

    // By their first entries, so that most of those that begin alike are neighbours: as many as 32 bits hold, above the number of the ballot.
    private static ulong[] InOrder(PreferenceTable table)
    {
        var bits = BitOperations.Log2((uint)table.Candidates) + 1;
        var keys = GC.AllocateUninitializedArray<ulong>(table.Count);
        for (var ballot = 0; ballot < keys.Length; ballot++)
        {
            var entries = table.EntriesOf(ballot);
            var key = 0U;
            var free = 32;
            foreach (var entry in entries)
            {
                free -= bits;
                if (free < 0)
                {
                    break;
                }

                key |= (uint)(entry < 0 ? table.Candidates : entry) << free;
            }

            keys[ballot] = ((ulong)key << 32) | (uint)ballot;
        }

        var sorted = GC.AllocateUninitializedArray<ulong>(keys.Length);
        var starts = new int[257];
        for (var digit = 32; digit < 64; digit += 8)
        {
            Array.Clear(starts);
            foreach (var key in keys)
            {
                starts[(byte)(key >> digit) + 1]++;
            }

            for (var value = 1; value < starts.Length; value++)
            {
                starts[value] += starts[value - 1];
            }

            foreach (var key in keys)
            {
                sorted[starts[(byte)(key >> digit)]++] = key;
            }

            (keys, sorted) = (sorted, keys);
        }

        return keys;
    }

    /// <summary>A place of the tree.</summary>
    internal struct Place
    {
        /// <summary>As in the table; where a ballot ends, the number of candidates plus the <see cref="InactiveReason"/>.</summary>
        internal int Entry;

        /// <summary>The first place behind it that is not below it.</summary>
        internal int End;

        /// <summary>How many ballots are below it.</summary>
        internal long Weight;
    }
}
