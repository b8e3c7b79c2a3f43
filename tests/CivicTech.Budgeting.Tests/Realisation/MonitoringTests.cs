using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Realisation;
using static CivicTech.Tests.Budgeting.Results.Town;

namespace CivicTech.Tests.Budgeting.Realisation;

public sealed class MonitoringTests
{
    [Fact]
    public void Of_ProjectsWonAndNot_CountsAndWeighs()
    {
        var monitoring = Overview();

        Assert.Equal(4, monitoring.Lines.Length);
        Assert.Equal(1, monitoring.Counts["in-work"]);
        Assert.Equal(1, monitoring.Counts["not-won"]);
        Assert.Equal((Eur(90), Eur(25)), (monitoring.Planned, monitoring.Spent));

        // 20 % of 60, nothing of 30; what was given up does not weigh.
        Assert.Equal(new(1200, 90), monitoring.Progress);
    }

    [Fact]
    public void Of_Nothing_HasNoProgress()
    {
        var monitoring = Monitoring.Of([], Euro);

        Assert.Null(monitoring.Progress);
        Assert.StartsWith("Projects  0", monitoring.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToText_Town_IsReadable() => Golden.Verify(Overview().ToText());

    private static Monitoring Overview()
    {
        var cycle = RealisationTests.InWork();
        cycle.Do(new ReportMilestone { Project = "A", Milestone = "design" });
        cycle.Do(new ReportSpending { Project = "A", Total = Eur(25), Reference = "r" });
        cycle.Do(new AbandonProject { Project = "D", Reason = "r" });
        return Monitoring.Of(cycle.State.Projects.All.Select(project => MonitoringLine.Of(project.Value)).Append(new MonitoringLine { Project = "C", Area = "north", Status = "not-won" }), Euro);
    }
}
