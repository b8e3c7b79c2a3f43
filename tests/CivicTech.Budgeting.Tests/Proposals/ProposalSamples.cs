using System.Collections.Immutable;
using CivicTech.Amounts;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Plans;
using CivicTech.Budgeting.Proposals;
using CivicTech.Budgeting.Results;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Budgeting.Tests.Proposals;

/// <summary>A city with two districts, and plans and commands for it.</summary>
internal static class ProposalSamples
{
    internal const string Zone = "Europe/Paris";

    internal static readonly Currency Euro = Currency.Of("EUR");

    internal static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 9, 0);

    /// <summary>Criteria of Paris, supports, themes, appeals within 15 days.</summary>
    internal static readonly ProposalPlan Rules = new()
    {
        Criteria = AdmissibilityCriterion.Paris,
        TakesSupports = true,
        Themes = ["nature", "sport"],
        Appeals = new AppealRule { Days = 15, Zone = Zone },
    };

    /// <summary>Everything about proposals at any time, to those whose work it is; a day on which the study is published, and a vote.</summary>
    internal static readonly CycleCalendar Calendar = new()
    {
        Stages =
        [
            Stage("publication", new(2026, 6, 15, 0, 0), new(2026, 6, 16, 0, 0)),
            Stage("vote", new(2026, 9, 7, 8, 0), new(2026, 9, 23, 20, 0), Permit(Activity.Vote, CycleRoles.Citizen)),
        ],
        Always =
        [
            Permit(Activity.Submit, CycleRoles.Citizen),
            Permit(Activity.Edit, CycleRoles.Author, CycleRoles.Administrator),
            Permit(Activity.Comment, CycleRoles.Citizen, CycleRoles.Officer),
            Permit(Activity.Support, CycleRoles.Citizen),
            Permit(Activity.Moderate, CycleRoles.Officer),
            Permit(Activity.Assess, CycleRoles.Officer),
            Permit(Activity.Value, CycleRoles.Officer),
            Permit(Activity.Appeal, CycleRoles.Author),
            Permit(Activity.JudgeAppeal, CycleRoles.Officer),
            Permit(Activity.CoConstruct, CycleRoles.Officer),
            Permit(Activity.Group, CycleRoles.Officer),
            Permit(Activity.Shortlist, CycleRoles.Officer),
        ],
    };

    internal static CyclePlan Plan(ProposalPlan? proposals = null, CycleCalendar? calendar = null) => new()
    {
        Id = "paris-2026",
        Description = "text/1",
        Currency = Euro,
        Calendar = calendar ?? Calendar,
        Proposals = proposals ?? Rules,
        Voting = new VotingPlan
        {
            Areas = [new VotingArea { Id = "north", Budget = Eur(100_000) }, new VotingArea { Id = "south", Budget = Eur(100_000) }],
            Design = new ApprovalDesign { Maximum = 3 },
            Access = AreaAccess.AllAreas,
        },
        Count = new CountPlan(),
    };

    internal static Money Eur(long amount) => Money.Of(amount, Euro);

    internal static ProposalContent Content(string area = "north", string? theme = null, string text = "text", string? place = null) =>
        new() { Area = area, Theme = theme, Text = text, Place = place is null ? null : new ProposalPlace { Reference = place } };

    internal static T Officer<T>(T command)
        where T : CycleCommand => (T)(command with { Role = CycleRoles.Officer, By = "olga" });

    internal static T Administrator<T>(T command)
        where T : CycleCommand => (T)(command with { Role = CycleRoles.Administrator, By = "root" });

    internal static CycleStage Stage(string name, LocalDateTime starts, LocalDateTime ends, params Permit[] permits) =>
        new() { Name = name, Starts = new Deadline(starts, Zone), Ends = new Deadline(ends, Zone), Permits = [.. permits] };

    internal static Permit Permit(Activity activity, params string[] roles) => new() { Activity = activity, Roles = [.. roles] };
}
