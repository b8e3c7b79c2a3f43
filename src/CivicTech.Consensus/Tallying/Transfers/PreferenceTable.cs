using System.Runtime.CompilerServices;
using CivicTech.Ballots;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>
/// What ballots say once <see cref="BallotHandling"/> has read them: for each distinct ballot the candidates in the order in which they are
/// asked, and why the ballot is inactive behind the last of them.
/// </summary>
internal sealed class PreferenceTable
{
    private static readonly ConditionalWeakTable<Contest, Reading> Latest = [];

    private readonly int[] _groups;

    private PreferenceTable(int candidates, int[] entries, int[] starts, byte[] ends, long[] weights, int[] groups, int mostInGroup)
    {
        Candidates = candidates;
        Entries = entries;
        Starts = starts;
        Ends = ends;
        Weights = weights;
        _groups = groups;
        MostInGroup = mostInGroup;
    }

    internal int Candidates { get; }

    /// <summary>Indexes of candidates; below zero the complement of a place in the list of overvoted ranks.</summary>
    internal int[] Entries { get; }

    /// <summary>Where the entries of a ballot begin; one more than there are ballots.</summary>
    internal int[] Starts { get; }

    /// <summary>The <see cref="InactiveReason"/> behind the last entry.</summary>
    internal byte[] Ends { get; }

    internal long[] Weights { get; }

    /// <summary>How many of the candidates of an overvoted rank may continue for the ballot to count there: 0 or 1.</summary>
    internal int MostInGroup { get; }

    internal int Count => Weights.Length;

    /// <summary>The same ballots merged by how they begin; made when first asked for.</summary>
    internal BallotTree Tree => field ??= BallotTree.Of(this);

    internal ReadOnlySpan<int> EntriesOf(int ballot) => Entries.AsSpan(Starts[ballot]..Starts[ballot + 1]);

    /// <summary>The candidates of an overvoted rank.</summary>
    /// <param name="entry">Below zero.</param>
    internal ReadOnlySpan<int> Group(int entry) => _groups.AsSpan(~entry + 1, _groups[~entry]);

    /// <summary>
    /// Reads every distinct ballot. O(entries). The latest reading of a contest is kept as long as the contest, so that counting again, or by
    /// another rule that reads ballots alike, does not read them again.
    /// </summary>
    /// <exception cref="ArgumentException">The ballots are no rankings.</exception>
    internal static PreferenceTable Of(Contest contest, BallotHandling handling)
    {
        if (!Latest.TryGetValue(contest, out var latest) || !latest.Handling.ReadsAs(handling))
        {
            latest = new Reading(handling, Read(contest, handling));
            Latest.AddOrUpdate(contest, latest);
        }

        return latest.Table;
    }

    private static PreferenceTable Read(Contest contest, BallotHandling handling)
    {
        var profile = contest.Profile as OrdinalProfile
            ?? throw new ArgumentException($"The count needs rankings; these ballots are {contest.Profile.Kind}.", nameof(contest));
        var columns = profile.Columns;
        var reader = new PreferenceReader(contest, handling, columns.ValueCount);
        var weights = GC.AllocateUninitializedArray<long>(columns.Count);
        var ends = GC.AllocateUninitializedArray<byte>(columns.Count);
        var starts = GC.AllocateUninitializedArray<int>(columns.Count + 1);
        starts[0] = 0;
        for (var ballot = 0; ballot < weights.Length; ballot++)
        {
            weights[ballot] = columns.WeightOf(ballot);
            ends[ballot] = (byte)reader.Read(columns.CandidatesOf(ballot), columns.ValuesOf(ballot));
            starts[ballot + 1] = reader.EntryCount;
        }

        return new PreferenceTable(profile.Candidates.Count, reader.Entries, starts, ends, weights, reader.Groups,
            handling.Overvotes == OvervoteRule.ExhaustIfAnyContinues ? 0 : 1);
    }

    private sealed record Reading(BallotHandling Handling, PreferenceTable Table);
}
