using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Stability;
using CivicTech.Processes;
using CivicTech.Processes.Checks;
using NodaTime;

namespace CivicTech.Consensus.Delphi.Protocols;

/// <summary>What makes a protocol one that a study can be run by.</summary>
internal static class ProtocolCheck
{
    private const int LongestId = 100;
    private const int SmallestCell = 3;

    internal static IReadOnlyList<PlanProblem> Problems(DelphiProtocol protocol, IReadOnlyDictionary<string, IConsensusRule> rules)
    {
        var problems = new PlanProblems();
        problems.Id("id", protocol.Id, LongestId);
        problems.Text("description", protocol.Description);
        problems.Require(protocol.Inclusion.All(IsId) && AreDifferent(protocol.Inclusion), "inclusion", $"different ids, each of {IdText}");
        problems.Defined("mode", protocol.Mode);
        problems.Defined("missing", protocol.Missing);
        Panels(problems, protocol);
        Items(problems, protocol.Items);
        Stop(problems, protocol);
        Feedback(problems, protocol);
        Reminders(problems, protocol);
        problems.AddRange(protocol.Stability.Check().Select(problem => Parted("stability", problem)));
        var scale = protocol.Scale.Check().ToList();
        problems.AddRange(scale.Select(problem => Parted("scale", problem)));
        if (scale.Count == 0)
        {
            Criterion(problems, protocol, rules);
        }

        return problems;
    }

    private static string IdText => $"1 to {LongestId} characters, no slash, no control characters and none beyond U+FFFD";

    private static void Panels(PlanProblems problems, DelphiProtocol protocol)
    {
        problems.Require(!protocol.Panels.IsEmpty && AreDifferent(protocol.Panels.Select(panel => panel.Id)), "panels", "at least one, with different ids");
        for (var i = 0; i < protocol.Panels.Length; i++)
        {
            var panel = protocol.Panels[i];
            problems.Id($"panels[{i}].id", panel.Id, LongestId);
            problems.Require(
                !panel.Roles.IsEmpty && panel.Roles.All(role => IsId(role.Role) && role.Seats is >= 1 and <= 1_000_000) && AreDifferent(panel.Roles.Select(role => role.Role)),
                $"panels[{i}].roles",
                $"at least one, different, each of {IdText} and with 1 to 1,000,000 seats");
        }
    }

    private static void Items(PlanProblems problems, ItemRule items)
    {
        problems.Require(items.FromRound >= 1, "items.fromRound", "1 or more");
        foreach (var (field, action) in new[] { ("whenIn", items.WhenIn), ("whenOut", items.WhenOut), ("whenNone", items.WhenNone), ("whenTooFew", items.WhenTooFew) })
        {
            problems.Defined($"items.{field}", action);
        }
    }

    private static void Criterion(PlanProblems problems, DelphiProtocol protocol, IReadOnlyDictionary<string, IConsensusRule> rules)
    {
        var own = protocol.Criterion.Check(protocol.Scale).Select(problem => Parted("criterion", problem)).ToList();
        problems.AddRange(own);
        if (own.Count > 0)
        {
            return;
        }

        var roles = protocol.Panels.SelectMany(panel => panel.Roles).Select(quota => quota.Role).ToHashSet(StringComparer.Ordinal);
        problems.AddRange(protocol.Criterion.RolesAskedFor.Where(role => !roles.Contains(role)).Select(role => new PlanProblem("criterion.roles", $"roles of the panels, not '{role}'")));
        problems.AddRange(protocol.Criterion.CustomRules.Where(rule => !rules.ContainsKey(rule)).Select(rule => new PlanProblem("criterion.rule", $"a rule that the host has, not '{rule}'")));
    }

    private static void Stop(PlanProblems problems, DelphiProtocol protocol)
    {
        var stop = protocol.Stop;
        problems.Defined("stop.scope", stop.Scope);
        problems.Defined("stop.when", stop.When);
        var fewest = stop.When is StopWhen.Stable or StopWhen.StableAndConsensus ? 2 : 1;
        problems.Require(stop.MinRounds >= fewest, "stop.minRounds", fewest == 2 ? "2 or more: stability compares two rounds" : "1 or more");
        problems.Require(stop.MaxRounds >= stop.MinRounds && stop.MaxRounds <= 100, "stop.maxRounds", "at least minRounds, at most 100");
        problems.Require(stop.ConsensusShare > 0 && stop.ConsensusShare <= 1, "stop.consensusShare", "above 0, at most 1");
    }

    private static void Feedback(PlanProblems problems, DelphiProtocol protocol)
    {
        var feedback = protocol.Feedback;
        problems.Defined("feedback.group", feedback.Group);
        problems.Defined("feedback.quartiles", feedback.Quartiles);
        problems.Require(feedback.SmallestCell >= SmallestCell, "feedback.smallestCell", $"{SmallestCell} or more");
        problems.Require(
            protocol.Mode is RoundMode.RealTime ? feedback.RefreshEvery is { } every && every >= Duration.FromMinutes(1) && every <= Duration.FromDays(365) : feedback.RefreshEvery is null,
            "feedback.refreshEvery",
            protocol.Mode is RoundMode.RealTime ? "a minute to 365 days" : "nothing: answers are shown after the round");
    }

    private static void Reminders(PlanProblems problems, DelphiProtocol protocol)
    {
        var reminders = protocol.Reminders;
        problems.Require(
            reminders.All(before => before > Duration.Zero && before <= Duration.FromDays(365)) && reminders.Zip(reminders.Skip(1)).All(pair => pair.First > pair.Second),
            "reminders",
            "times above zero, at most 365 days, longest first");
    }

    private static bool IsId(string? id) => ProcessName.IsPart(id, LongestId);

    private static bool AreDifferent(IEnumerable<string> ids) => ids.GroupBy(id => id, StringComparer.Ordinal).All(group => group.Count() == 1);

    // "atLeast: 2, expected at most 1" of a part becomes the field and what was expected.
    private static PlanProblem Parted(string part, string problem) => problem.Split(": ", 2) is [var member, var expected]
        ? new($"{part}.{member}", expected.Split(", expected ", 2)[^1])
        : new(part, problem);
}
