using CivicTech.Budgeting.Elections;

namespace CivicTech.Budgeting.Loads;

/// <summary>The voters by which of some projects they support: those who support the same ones are one group, whatever else they support.</summary>
internal sealed class VoterFold
{
    private VoterFold(int[] groupOf, long[] weights, int[] starts, int[] projects)
    {
        GroupOf = groupOf;
        Weights = weights;
        Starts = starts;
        Projects = projects;
    }

    internal int Groups => Weights.Length;

    /// <summary>For each class of ballots, its group.</summary>
    internal int[] GroupOf { get; }

    /// <summary>For each group, its voters.</summary>
    internal long[] Weights { get; }

    /// <summary>Where the projects of each group begin, and one end behind the last.</summary>
    internal int[] Starts { get; }

    /// <summary>What each group supports: places in the list of projects, not their indexes.</summary>
    internal int[] Projects { get; }

    /// <summary>Splits the voters by one project after the other. O(supporters of the projects + classes).</summary>
    internal static VoterFold Of(SupportTable support, IReadOnlyList<int> projects)
    {
        // A group that a project splits goes on as a new one: those who support what the old one supports, and this project.
        var groupOf = new int[support.Classes];
        var parents = new List<int> { -1 };
        var added = new List<int> { -1 };
        var split = new List<int> { -1 };
        for (var place = 0; place < projects.Count; place++)
        {
            var first = parents.Count;
            foreach (var ballotClass in support.SupportersOf(projects[place]))
            {
                var old = groupOf[ballotClass];
                if (split[old] < first)
                {
                    split[old] = parents.Count;
                    parents.Add(old);
                    added.Add(place);
                    split.Add(-1);
                }

                groupOf[ballotClass] = split[old];
            }
        }

        return Number(support, groupOf, parents, added);
    }

    // Groups that lost all their voters to later ones are left out.
    private static VoterFold Number(SupportTable support, int[] groupOf, List<int> parents, List<int> added)
    {
        var numbers = new int[parents.Count];
        Array.Fill(numbers, -1);
        var weights = new List<long>();
        var starts = new List<int> { 0 };
        var places = new List<int>();
        for (var i = 0; i < groupOf.Length; i++)
        {
            var group = groupOf[i];
            if (numbers[group] < 0)
            {
                numbers[group] = weights.Count;
                weights.Add(0);
                for (var part = group; parents[part] >= 0; part = parents[part])
                {
                    places.Add(added[part]);
                }

                starts.Add(places.Count);
            }

            groupOf[i] = numbers[group];
            weights[numbers[group]] += support.Weights[i];
        }

        return new VoterFold(groupOf, [.. weights], [.. starts], [.. places]);
    }
}
