using System.Globalization;
using System.Text.Json;
using CivicTech.Amounts;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Realisation;
using CivicTech.Tests.Budgeting.Results;
using NodaTime;
using static CivicTech.Tests.Budgeting.Results.Town;

namespace CivicTech.Tests.Budgeting.Realisation;

public sealed class RealisationPropertyTests
{
    private static readonly string[] Ids = ["A", "B", "C", "D", "none"];
    private static readonly string?[] People = ["ann", "bob", null];
    private static readonly string[] Milestones = ["m0", "m1", "m2"];

    [Fact]
    public void Commands_AtRandom_KeepEveryPromise()
    {
        var accepted = new HashSet<string>(StringComparer.Ordinal);
        for (var seed = 1UL; seed <= 90; seed++)
        {
            var random = new SplitMix64(seed);
            var cycle = new CountedCycle(Of("north:100 south:50", "A/north:60 B/north:30 C/north:25 D/south:20", "north 5*A,B", "north 4*C", "south 9*D"));
            var paidIn = Money.Zero(Euro);
            _ = seed % 3 == 0 ? cycle : cycle.Published();
            for (var i = 0; i < 80; i++)
            {
                var command = Command(random, cycle);
                Assert.Equal(command, JsonSerializer.Deserialize(JsonSerializer.Serialize(command, CycleJson.Default.CycleCommand), CycleJson.Default.CycleCommand));
                var by = random.Pick(People);
                if (!cycle.Ask(command, by).IsAccepted)
                {
                    continue;
                }

                var events = cycle.Do(command, by);
                Assert.Equal(events.ToArray(), JsonSerializer.Deserialize(JsonSerializer.Serialize([.. events], CycleJson.Default.CycleEventArray), CycleJson.Default.CycleEventArray));
                accepted.Add(command.Name);
                paidIn += command is ApproveIncrease { FromLeftovers: false } increase ? increase.Amount : Money.Zero(Euro);
                Check(cycle, paidIn, $"seed {seed}, step {i}, {command.Name}");
            }

            End(cycle, accepted);
            Check(cycle, paidIn, $"seed {seed}, end");
        }

        Assert.Equal(22, accepted.Count);
    }

    private static void End(CountedCycle cycle, HashSet<string> accepted)
    {
        if (cycle.Head.Status != CycleStatus.Published)
        {
            return;
        }

        foreach (var project in cycle.State.Projects.All.Where(project => !project.Value.Status.IsSettled()).ToList())
        {
            cycle.Do(new AbandonProject { Project = project.Key, Reason = "the end" });
        }

        cycle.Do(new CompleteCycle());
        accepted.Add("complete");
    }

    private static void Check(CountedCycle cycle, Money paidIn, string place)
    {
        var zero = Money.Zero(Euro);
        var projects = cycle.State.Projects.All.Select(project => project.Value).ToList();
        Assert.All(cycle.Head.Realisation.Leftovers, leftover => Assert.False(leftover.Amount.IsNegative, place));
        Assert.All(projects, project => Assert.True(project.Spent <= project.Planned && !project.Spent.IsNegative, place));
        if (cycle.Head.Results.PublishedAt is not null)
        {
            // Every cent is spent, may still be spent, or is left over.
            var held = projects.Where(project => project.Status != ProjectStatus.Overruled).Aggregate(zero, (sum, project) => sum + project.Spent + project.Unspent);
            var left = cycle.Head.Realisation.Leftovers.Aggregate(zero, (sum, leftover) => sum + leftover.Amount);
            Assert.True(held + left == Eur(150) + paidIn, $"{place}: {held} and {left}");
            Assert.True(cycle.Head.Realisation.Unsettled == projects.Count(project => !project.Status.IsSettled()), place);
        }

        Assert.All(cycle.State.Results.All, record => Assert.True(record.Value.Overrides.All(decision => decision.ConfirmedBy != decision.ProposedBy), place));
        foreach (var project in projects)
        {
            Assert.Equal(project, JsonSerializer.Deserialize(JsonSerializer.Serialize(project, CycleJson.Default.FundedProject), CycleJson.Default.FundedProject));
        }

        Assert.Equal(cycle.Head, JsonSerializer.Deserialize(JsonSerializer.Serialize(cycle.Head, CycleJson.Default.CycleHead), CycleJson.Default.CycleHead));
        foreach (var record in cycle.State.Results.All)
        {
            Assert.Equal(record.Value, JsonSerializer.Deserialize(JsonSerializer.Serialize(record.Value, CycleJson.Default.AreaRecord), CycleJson.Default.AreaRecord));
        }
    }

    private static CycleCommand Command(SplitMix64 random, CountedCycle cycle)
    {
        cycle.At(cycle.Now.InUtc().LocalDateTime.PlusDays(random.Below(20)).PlusHours(12));
        var project = random.Pick(Ids);
        var today = cycle.Now.InUtc().Date;
        return random.Below(26) switch
        {
            0 => new RecordCount { Result = cycle.Result },
            1 => new RevealLot { Secret = CountedCycle.Secret, PublicValue = random.OneIn(2) ? "1" : "2" },
            2 => new CertifyResult { Result = random.OneIn(4) ? default : cycle.Head.Results.Result ?? default },
            3 => new PublishResult(),
            4 => new ProposeOverride { Area = random.OneIn(3) ? "south" : "north", Funded = [.. Ids.Where(_ => random.OneIn(2))], Reason = "r" },
            5 => new ConfirmOverride { Area = random.OneIn(3) ? "south" : "north", Number = 1 + random.Below(3) },
            6 or 7 => new FundProjects { Projects = [project, random.Pick(Ids)], Decision = random.OneIn(9) ? "" : "d" },
            8 or 9 => new PlanProject { Project = project, Milestones = [.. Milestones.Take(2 + random.Below(2)).Select((name, i) => new MilestonePlan { Name = name, Weight = i == 0 ? 60 : random.OneIn(3) ? 20 : 40, Planned = today.PlusDays(random.Below(40)) })] },
            10 or 11 => new StartProject { Project = project, Phase = random.OneIn(3) ? ProjectStatus.InStudy : ProjectStatus.InWork, On = random.OneIn(2) ? null : today.PlusDays(1 - random.Below(9)) },
            12 or 13 or 14 => new ReportMilestone { Project = project, Milestone = random.Pick(Milestones), On = random.OneIn(2) ? null : today.PlusDays(1 - random.Below(9)) },
            15 or 16 => random.OneIn(2) ? new ReportSpending { Project = project, Total = Some(random), Reference = "r" } : new ReportSpending { Project = project, Entry = Some(random), Reference = "r" },
            17 => new ApproveIncrease { Project = project, Amount = Some(random), Decision = "d", FromLeftovers = random.OneIn(2) },
            18 => new ReportDelay { Project = project, Milestone = random.Pick(Milestones), NewDate = today.PlusDays(random.Below(60)), Reason = "r" },
            19 => new SuspendProject { Project = project, Reason = "r" },
            20 => new ResumeProject { Project = project },
            21 => new FinishProject { Project = project, Spent = Some(random), Report = "r" },
            22 => random.OneIn(3) ? new AbandonProject { Project = project, Reason = "r" } : new CompleteCycle(),
            23 => new MergeProject { Project = project, Into = random.Pick(Ids), Reason = "r" },
            24 => random.OneIn(2) ? new FollowProject { Project = project, Person = random.Pick(Ids) } : new UnfollowProject { Project = project, Person = random.Pick(Ids) },
            _ => new AdvanceCycle { Documents = random.OneIn(2) ? null : ["project/" + project] },
        };
    }

    private static Money Some(SplitMix64 random) => Eur(random.Below(40).ToString(CultureInfo.InvariantCulture));
}
