using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Stability;
using CivicTech.Processes;
using NodaTime;

namespace CivicTech.Consensus.Delphi.Protocols;

/// <summary>What makes a protocol one that a study can be run by.</summary>
internal static class ProtocolCheck
{
    private const int SmallestCell = 3;

    internal static IReadOnlyList<ProtocolProblem> Problems(DelphiProtocol protocol, IReadOnlyDictionary<string, IConsensusRule> rules)
    {
        var problems = new List<ProtocolProblem>();
        Require(problems, IsId(protocol.Id), "id", IdText);
        Require(problems, ProcessName.IsValid(protocol.Description, ProcessName.LongestId), "description", $"1 to {ProcessName.LongestId} characters, no control characters and none beyond U+FFFD");
        Require(problems, protocol.Inclusion.All(IsId) && AreDifferent(protocol.Inclusion), "inclusion", $"different ids, each of {IdText}");
        Require(problems, Enum.IsDefined(protocol.Mode), "mode", OneOf<RoundMode>());
        Require(problems, Enum.IsDefined(protocol.Missing), "missing", OneOf<MissingAnswers>());
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

    private static string IdText => "1 to 100 characters, no slash, no control characters and none beyond U+FFFD";

    private static void Panels(List<ProtocolProblem> problems, DelphiProtocol protocol)
    {
        Require(problems, !protocol.Panels.IsEmpty && AreDifferent(protocol.Panels.Select(panel => panel.Id)), "panels", "at least one, with different ids");
        for (var i = 0; i < protocol.Panels.Length; i++)
        {
            var panel = protocol.Panels[i];
            Require(problems, IsId(panel.Id), $"panels[{i}].id", IdText);
            Require(
                problems,
                !panel.Roles.IsEmpty && panel.Roles.All(role => IsId(role.Role) && role.Seats is >= 1 and <= 1_000_000) && AreDifferent(panel.Roles.Select(role => role.Role)),
                $"panels[{i}].roles",
                $"at least one, different, each of {IdText} and with 1 to 1,000,000 seats");
        }
    }

    private static void Items(List<ProtocolProblem> problems, ItemRule items)
    {
        Require(problems, items.FromRound >= 1, "items.fromRound", "1 or more");
        foreach (var (field, action) in new[] { ("whenIn", items.WhenIn), ("whenOut", items.WhenOut), ("whenNone", items.WhenNone), ("whenTooFew", items.WhenTooFew) })
        {
            Require(problems, Enum.IsDefined(action), $"items.{field}", OneOf<ItemAction>());
        }
    }

    private static void Criterion(List<ProtocolProblem> problems, DelphiProtocol protocol, IReadOnlyDictionary<string, IConsensusRule> rules)
    {
        var own = protocol.Criterion.Check(protocol.Scale).Select(problem => Parted("criterion", problem)).ToList();
        problems.AddRange(own);
        if (own.Count > 0)
        {
            return;
        }

        var roles = protocol.Panels.SelectMany(panel => panel.Roles).Select(quota => quota.Role).ToHashSet(StringComparer.Ordinal);
        problems.AddRange(protocol.Criterion.RolesAskedFor.Where(role => !roles.Contains(role)).Select(role => new ProtocolProblem("criterion.roles", $"roles of the panels, not '{role}'")));
        problems.AddRange(protocol.Criterion.CustomRules.Where(rule => !rules.ContainsKey(rule)).Select(rule => new ProtocolProblem("criterion.rule", $"a rule that the host has, not '{rule}'")));
    }

    private static void Stop(List<ProtocolProblem> problems, DelphiProtocol protocol)
    {
        var stop = protocol.Stop;
        Require(problems, Enum.IsDefined(stop.Scope), "stop.scope", OneOf<StopScope>());
        Require(problems, Enum.IsDefined(stop.When), "stop.when", OneOf<StopWhen>());
        var fewest = stop.When is StopWhen.Stable or StopWhen.StableAndConsensus ? 2 : 1;
        Require(problems, stop.MinRounds >= fewest, "stop.minRounds", fewest == 2 ? "2 or more: stability compares two rounds" : "1 or more");
        Require(problems, stop.MaxRounds >= stop.MinRounds && stop.MaxRounds <= 100, "stop.maxRounds", "at least minRounds, at most 100");
        Require(problems, stop.ConsensusShare > 0 && stop.ConsensusShare <= 1, "stop.consensusShare", "above 0, at most 1");
    }

    private static void Feedback(List<ProtocolProblem> problems, DelphiProtocol protocol)
    {
        var feedback = protocol.Feedback;
        Require(problems, Enum.IsDefined(feedback.Group), "feedback.group", OneOf<FeedbackGroup>());
        Require(problems, Enum.IsDefined(feedback.Quartiles), "feedback.quartiles", OneOf<QuantileRule>());
        Require(problems, feedback.SmallestCell >= SmallestCell, "feedback.smallestCell", $"{SmallestCell} or more");
        Require(
            problems,
            protocol.Mode is RoundMode.RealTime ? feedback.RefreshEvery is { } every && every >= Duration.FromMinutes(1) && every <= Duration.FromDays(365) : feedback.RefreshEvery is null,
            "feedback.refreshEvery",
            protocol.Mode is RoundMode.RealTime ? "a minute to 365 days" : "nothing: answers are shown after the round");
    }

    private static void Reminders(List<ProtocolProblem> problems, DelphiProtocol protocol)
    {
        var reminders = protocol.Reminders;
        Require(
            problems,
            reminders.All(before => before > Duration.Zero && before <= Duration.FromDays(365)) && reminders.Zip(reminders.Skip(1)).All(pair => pair.First > pair.Second),
            "reminders",
            "times above zero, at most 365 days, longest first");
    }

    private static bool IsId(string? id) => ProcessName.IsPart(id, 100);

    private static bool AreDifferent(IEnumerable<string> ids) => ids.GroupBy(id => id, StringComparer.Ordinal).All(group => group.Count() == 1);

    private static string OneOf<T>()
        where T : struct, Enum => $"one of {string.Join(", ", Enum.GetValues<T>().Select(EnumNames.Of))}";

    // "atLeast: 2, expected at most 1" of a part becomes the field and what was expected.
    private static ProtocolProblem Parted(string part, string problem) => problem.Split(": ", 2) is [var member, var expected]
        ? new($"{part}.{member}", expected.Split(", expected ", 2)[^1])
        : new(part, problem);

    private static void Require(List<ProtocolProblem> problems, bool holds, string field, string expected)
    {
        if (!holds)
        {
            problems.Add(new(field, expected));
        }
    }
}
