using System.Collections.Immutable;
using CivicTech.Budgeting.Calendars;
using CivicTech.Processes;
using CivicTech.Processes.Checks;
using NodaTime;

namespace CivicTech.Budgeting.Proposals;

/// <summary>What makes the rules for proposals ones that can be followed: where they are wrong, and what was expected there.</summary>
internal static class ProposalPlanCheck
{
    private const int LongestId = 100;
    private const int LongestHold = 24 * 366;

    private static readonly string IdExpected = $"an id of 1 to {LongestId} characters, each once, no control characters and none beyond U+FFFD";

    /// <summary>Everything that is wrong, with the path of the field within the section.</summary>
    internal static IEnumerable<PlanProblem> Problems(ProposalPlan plan, Currency currency, CycleCalendar calendar)
    {
        var problems = new PlanProblems();
        problems.Require(!plan.Criteria.Contains(null!), "criteria", "no null");
        CheckIds("criteria", [.. plan.Criteria.Select(criterion => criterion?.Id ?? "")]);
        CheckIds("themes", plan.Themes);
        CheckIds("submitterConditions", plan.SubmitterConditions);
        CheckIds("supporterConditions", plan.SupporterConditions);
        problems.Require(plan.Reviewers is >= 1 and <= 100, "reviewers", "1 to 100");
        problems.Defined("moderation", plan.Moderation);
        problems.Require(
            plan.Moderation == ModerationMode.Hold ? plan.HoldHours is >= 1 and <= LongestHold : plan.HoldHours == 0,
            "holdHours",
            $"1 to {LongestHold} when proposals are held, else 0");
        problems.Require(plan.MostPerPerson is null or >= 0, "mostPerPerson", "0 or more, or nothing");
        CheckPrice("lowestPrice", plan.LowestPrice);
        CheckPrice("highestPrice", plan.HighestPrice);
        problems.Require(
            plan.LowestPrice is not { } lowest || plan.HighestPrice is not { } highest || lowest.Currency != highest.Currency || lowest <= highest,
            "highestPrice",
            "not below the lowest price");
        if (plan.Appeals is { } appeals)
        {
            problems.Require(appeals.Days is >= 0 and <= 3660, "appeals.days", "0 to 3660");
            problems.Require(appeals.Zone is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null, "appeals.zone", "a zone of the IANA database, such as Europe/Paris");
        }

        CheckShortlist(plan.Shortlist);
        problems.Require(
            plan.PublishesTogether is null || calendar.Stages is { IsDefault: false } stages && stages.Any(stage => stage?.Name == plan.PublishesTogether),
            "publishesTogether",
            "the name of a stage of the calendar");
        return problems;

        void CheckIds(string field, ImmutableArray<string> ids)
        {
            for (var i = 0; i < ids.Length; i++)
            {
                problems.Require(ProcessName.IsValid(ids[i], LongestId) && ids.IndexOf(ids[i]) == i, $"{field}[{i}]", IdExpected);
            }
        }

        void CheckPrice(string field, Money? price) =>
            problems.Require(price is not { } given || (given.Currency == currency && !given.IsNegative), field, $"an amount in {currency}, not below zero");

        void CheckShortlist(ShortlistRule rule)
        {
            var counts = rule.Kind is ShortlistKind.Threshold or ShortlistKind.TopOfArea or ShortlistKind.TopOfTheme;
            problems.Defined("shortlist.kind", rule.Kind);
            problems.Defined("shortlist.ties", rule.Ties);
            problems.Require(counts ? rule.Number >= 1 : rule.Number == 0, "shortlist.number", counts ? "1 or more" : "0: nothing is counted");
            problems.Require(!counts || plan.TakesSupports, "takesSupports", "true: the shortlist counts supports");
        }
    }
}
