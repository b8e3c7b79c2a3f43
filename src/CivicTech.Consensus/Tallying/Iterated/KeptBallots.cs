using CivicTech.Consensus.Tallying.Transfers;

namespace CivicTech.Consensus.Tallying.Iterated;

/// <summary>
/// Ballots as an iterated count reads them: for each the candidates, or groups of equal candidates, in the order in which a vote reaches them.
/// </summary>
/// <remarks>A number below the number of candidates is one of them, the others are groups. A candidate stands on a ballot at its best rank only.</remarks>
internal sealed class KeptBallots
{
    /// <summary>How many reasons there are.</summary>
    internal const int Reasons = (int)InactiveReason.NoPreference + 1;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<int[]> _groups = [];
    private readonly int[][] _singles;
    private readonly bool _keepsSingles;

    internal KeptBallots(PreferenceTable table, bool[] canReceive, EqualRanks equality)
    {
        Candidates = table.Candidates;
        Equality = equality;
        Ends = table.Ends;
        Weights = table.Weights;
        _singles = [.. Enumerable.Range(0, table.Candidates).Select(candidate => (int[])[candidate])];
        _keepsSingles = table.MostInGroup == 0;
        (Entries, Starts) = Array.Exists(table.Entries, entry => entry < 0) ? WithGroups(table, canReceive) : (table.Entries, table.Starts);
    }

    internal int Candidates { get; }

    internal EqualRanks Equality { get; }

    internal int[] Entries { get; }

    /// <summary>Where the entries of a ballot begin; one more than there are ballots.</summary>
    internal int[] Starts { get; }

    /// <summary>The <see cref="InactiveReason"/> behind the last entry.</summary>
    internal byte[] Ends { get; }

    internal long[] Weights { get; }

    internal int Count => Weights.Length;

    /// <summary>Ascending.</summary>
    internal int[] Members(int entry) => entry < Candidates ? _singles[entry] : _groups[entry - Candidates];

    /// <summary>Whether the vote of a ballot ends at an entry, because the candidates there are an overvote.</summary>
    internal bool IsContested(int entry) => entry >= Candidates && Equality == EqualRanks.Overvote;

    /// <summary>What is left of an entry without those who are out: an entry, or -1 when nobody is left.</summary>
    internal int Without(int entry, bool[] isOut)
    {
        if (entry < Candidates)
        {
            return isOut[entry] ? -1 : entry;
        }

        var members = _groups[entry - Candidates];
        var left = 0;
        foreach (var member in members)
        {
            left += isOut[member] ? 0 : 1;
        }

        // Step by step, those who are out are computed with, or the last decimals would differ.
        return left == 0 ? -1
            : left == members.Length || Equality == EqualRanks.SplitStepwise ? entry
            : NumberOf([.. members.Where(member => !isOut[member])]);
    }

    private int NumberOf(int[] members)
    {
        if (members.Length == 1 && !_keepsSingles)
        {
            return members[0];
        }

        var key = string.Join(',', members);
        if (!_numbers.TryGetValue(key, out var number))
        {
            number = Candidates + _groups.Count;
            _groups.Add(members);
            _numbers.Add(key, number);
        }

        return number;
    }

    private (int[] Entries, int[] Starts) WithGroups(PreferenceTable table, bool[] canReceive)
    {
        var entries = new List<int>(table.Entries.Length);
        var starts = new int[table.Starts.Length];
        var seenOn = new int[Candidates];
        for (var ballot = 0; ballot < table.Count; ballot++)
        {
            for (var at = table.Starts[ballot]; at < table.Starts[ballot + 1]; at++)
            {
                var entry = table.Entries[at];
                var fresh = (entry >= 0 ? [entry] : table.Group(entry).ToArray())
                    .Where(candidate => canReceive[candidate] && seenOn[candidate] != ballot + 1)
                    .Order()
                    .ToArray();
                foreach (var candidate in fresh)
                {
                    seenOn[candidate] = ballot + 1;
                }

                if (fresh.Length > 0)
                {
                    entries.Add(entry >= 0 ? entry : NumberOf(fresh));
                }
            }

            starts[ballot + 1] = entries.Count;
        }

        return ([.. entries], starts);
    }
}
