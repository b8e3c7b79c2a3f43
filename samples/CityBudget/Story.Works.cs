using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Realisation;
using NodaTime;

namespace CityBudget;

/// <summary>From the council's decision to the finished works.</summary>
internal sealed partial class Story
{
    private async Task RealiseAsync()
    {
        Heading("The council funds, the works begin, and everybody can follow them");
        var winners = (await _cycles.OutcomeAsync(City.Id))!.Areas.SelectMany(area => area.Winners).ToArray();
        await GoToAsync(2027, 12, 14);
        await DoAsync(CycleRoles.Officer, "treasurer", new FundProjects { Projects = [.. winners], Decision = "council/2027-12-14" });
        await GoToAsync(2028, 1, 10);
        foreach (var project in winners)
        {
            await DoAsync(CycleRoles.Officer, "works", new PlanProject
            {
                Project = project,
                Milestones =
                [
                    new MilestonePlan { Name = "study", Weight = 20, Planned = new LocalDate(2028, 3, 31) },
                    new MilestonePlan { Name = "works", Weight = 70, Planned = new LocalDate(2028, 10, 31) },
                    new MilestonePlan { Name = "opening", Weight = 10, Planned = new LocalDate(2028, 11, 30) },
                ],
            });
            await DoAsync(CycleRoles.Officer, "works", new StartProject { Project = project, Phase = ProjectStatus.InStudy, On = new LocalDate(2028, 1, 10) });
        }

        var (first, second, third) = (winners[0], winners[1], winners[2]);
        await DoAsync(CycleRoles.Citizen, "gita", new FollowProject { Project = first, Person = "gita" });
        await DoAsync(CycleRoles.Citizen, "hugo", new FollowProject { Project = first, Person = "hugo" });
        await GoToAsync(2028, 3, 20);
        await ReachAsync(first, "study", new LocalDate(2028, 3, 20));
        await GoToAsync(2028, 4, 1, 0);
        Say($"{_told.Count(NoticeKind.ProjectOverdue)} notices: the study of most projects is late");
        await DoAsync(CycleRoles.Officer, "works", new ReportDelay { Project = second, Milestone = "study", NewDate = new LocalDate(2028, 5, 31), Reason = "reasons/archaeologists" });
        await DoAsync(CycleRoles.Officer, "works", new StartProject { Project = first, Phase = ProjectStatus.InWork, On = new LocalDate(2028, 3, 27) });
        await RefuseAsync(CycleRoles.Officer, "works", new ReportSpending { Project = first, Total = City.Eur(10_000_000), Reference = "accounts/1" });
        await GoToAsync(2028, 9, 25);
        await ReachAsync(first, "works", new LocalDate(2028, 9, 22));
        await ReachAsync(first, "opening", new LocalDate(2028, 9, 25));
        var planned = (await _cycles.ProjectAsync(City.Id, first))!.Planned;
        await DoAsync(CycleRoles.Officer, "works", new FinishProject { Project = first, Spent = planned - City.Eur(1_250), Report = "reports/first" });
        await DoAsync(CycleRoles.Officer, "works", new AbandonProject { Project = third, Reason = "reasons/no-bidder" });
        await _cycles.AdvanceDueAsync();
        Say($"{first} is finished, for {City.Eur(1_250)} less than planned; {third} is abandoned, and its money goes back to the area");
        _console.Write((await _cycles.MonitoringAsync(City.Id))!.ToText());

        Heading("What the author of river-steps sees");
        _console.Write((await _cycles.DashboardAsync(City.Id, "river-steps")).ToText());
        var entries = 0;
        await foreach (var _ in _cycles.JournalAsync(City.Id))
        {
            entries++;
        }

        Say($"All of it stands in a journal of {entries:N0} entries, each with a digest over all before; no ballot is in it.");
    }

    private Task ReachAsync(string project, string milestone, LocalDate on) =>
        DoAsync(CycleRoles.Officer, "works", new ReportMilestone { Project = project, Milestone = milestone, On = on, Evidence = $"photos/{project}-{milestone}" });
}
