using System.Globalization;
using System.Text;
using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;

namespace CivicTech.Consensus.Formats;

/// <summary>A contest as the text of a PrefLib file.</summary>
internal static class PrefLibWriter
{
    internal static byte[] Write(Contest contest)
    {
        var profile = contest.Profile;
        var ballots = profile switch
        {
            OrdinalProfile ordinal => Enumerable.Range(0, profile.DistinctBallots).Select(ballot => Ranked(ordinal, ballot)).ToList(),
            GradedProfile graded => Enumerable.Range(0, profile.DistinctBallots).Select(ballot => Graded(graded, ballot)).ToList(),
            _ => throw new ArgumentException($"The PrefLib format has no place for {profile.Kind} ballots.", nameof(contest)),
        };
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# TITLE: {contest.Title}\n# DATA TYPE: {DataType(profile, ballots)}\n");
        text.Append(CultureInfo.InvariantCulture, $"# NUMBER ALTERNATIVES: {contest.Candidates.Count}\n# NUMBER VOTERS: {profile.Voters}\n");
        text.Append(CultureInfo.InvariantCulture, $"# NUMBER UNIQUE {(profile is GradedProfile ? "PREFERENCES" : "ORDERS")}: {profile.DistinctBallots}\n");
        if (profile is GradedProfile { Scale: var scale })
        {
            text.Append(CultureInfo.InvariantCulture, $"# NUMBER CATEGORIES: {scale.Length}\n");
            for (var i = 0; i < scale.Length; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $"# CATEGORY NAME {i + 1}: {scale[^(i + 1)]}\n");
            }
        }

        for (var i = 0; i < contest.Candidates.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"# ALTERNATIVE NAME {i + 1}: {contest.Candidates[i]}\n");
        }

        for (var ballot = 0; ballot < ballots.Count; ballot++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{profile.WeightOf(ballot)}: ").AppendJoin(',', ballots[ballot].Select(Group)).Append('\n');
        }

        // Skipped ranks, alternatives named twice, names with newlines and blanks at their ends show here.
        var file = Encoding.UTF8.GetBytes(text.ToString());
        WrittenContest.Check(file, PrefLib.TryRead(file, out var again, out var problem), again, problem, contest, "PrefLib", hasSeats: false);
        return file;
    }

    private static string DataType(Profile profile, List<List<int>[]> ballots)
    {
        if (profile is GradedProfile)
        {
            return "cat";
        }

        var hasTies = ballots.Exists(ballot => ballot.Any(group => group.Count > 1));
        var isComplete = ballots.TrueForAll(ballot => ballot.Sum(group => group.Count) == profile.Candidates.Count);
        return (hasTies ? "to" : "so") + (isComplete ? "c" : "i");
    }

    private static List<int>[] Ranked(OrdinalProfile profile, int ballot)
    {
        var groups = new List<List<int>>();
        var named = profile.CandidatesOf(ballot);
        var ranks = profile.RanksOf(ballot);
        for (var i = 0; i < named.Length; i++)
        {
            if (i == 0 || ranks[i] != ranks[i - 1])
            {
                groups.Add([]);
            }

            groups[^1].Add(named[i]);
        }

        return [.. groups];
    }

    private static List<int>[] Graded(GradedProfile profile, int ballot)
    {
        var groups = profile.Scale.Select(_ => new List<int>()).ToArray();
        var named = profile.CandidatesOf(ballot);
        var grades = profile.GradesOf(ballot);
        for (var i = 0; i < named.Length; i++)
        {
            groups[^((int)grades[i] + 1)].Add(named[i]);
        }

        return groups;
    }

    private static string Group(List<int> group)
    {
        var numbers = string.Join(',', group.Select(candidate => (candidate + 1).ToString(CultureInfo.InvariantCulture)));
        return group.Count == 1 ? numbers : $"{{{numbers}}}";
    }
}
