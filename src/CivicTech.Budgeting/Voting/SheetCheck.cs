using System.Collections.Immutable;
using CivicTech.Processes;
using CivicTech.Time;

namespace CivicTech.Budgeting.Voting;

/// <summary>Whether plan, ballot and windows fit together.</summary>
internal static class SheetCheck
{
    internal static void Check(VotingPlan plan, OfficialBallot ballot, IReadOnlyDictionary<string, ImmutableArray<TimeWindow>> windows)
    {
        if (plan.Problems() is [var problem, ..])
        {
            throw new ArgumentException($"The plan cannot be voted by. {problem}.", nameof(plan));
        }

        Require(ballot.Edition >= 1, "edition", "1 or more", nameof(ballot));
        Require(ballot.Areas.Select(area => area.Id).SequenceEqual(plan.Areas.Select(area => area.Id), StringComparer.Ordinal), "areas", "those of the plan, in its order", nameof(ballot));
        for (var i = 0; i < ballot.Areas.Length; i++)
        {
            Require(ballot.Areas[i].Budget?.Currency == plan.Areas[i].Budget?.Currency && ballot.Areas[i].Budget is not { IsNegative: true }, $"areas[{i}].budget", "an amount as in the plan, zero or more", nameof(ballot));
        }

        Projects(ballot);
        foreach (var (area, times) in windows)
        {
            Require(ballot.Areas.Any(one => one.Id == area), $"windows[{area}]", "an area of the ballot", nameof(windows));
            for (var i = 1; !times.IsDefault && i < times.Length; i++)
            {
                Require(times[i - 1].End <= times[i].Start, $"windows[{area}][{i}]", "a window after the one before", nameof(windows));
            }
        }
    }

    private static void Projects(OfficialBallot ballot)
    {
        var areas = ballot.Areas.ToDictionary(area => area.Id, StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var currency = ballot.Projects.IsEmpty ? default : ballot.Areas.FirstOrDefault(area => area.Budget is not null)?.Budget?.Currency ?? ballot.Projects[0].Cost.Currency;
        for (var i = 0; i < ballot.Projects.Length; i++)
        {
            var project = ballot.Projects[i];
            Require(ProcessName.IsValid(project.Id, ProcessName.LongestId), $"projects[{i}].id", $"1 to {ProcessName.LongestId} characters, no control characters and none beyond U+FFFD", nameof(ballot));
            Require(ids.Add(project.Id), $"projects[{i}].id", $"an id that no other project has, not '{project.Id}'", nameof(ballot));
            Require(areas.ContainsKey(project.Area), $"projects[{i}].area", "an area of the ballot", nameof(ballot));
            Require(project.Cost.Currency == currency && !project.Cost.IsNegative, $"projects[{i}].cost", $"an amount in {currency}, zero or more", nameof(ballot));
        }
    }

    private static void Require(bool holds, string field, string expected, string parameter)
    {
        if (!holds)
        {
            throw new ArgumentException($"The sheet does not fit together. {field}: {expected}.", parameter);
        }
    }
}
