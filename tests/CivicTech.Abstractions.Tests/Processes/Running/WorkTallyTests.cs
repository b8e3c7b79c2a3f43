using CivicTech.Processes;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;
using NodaTime;

namespace CivicTech.Abstractions.Tests.Processes.Running;

public sealed class WorkTallyTests
{
    private static readonly DueDocument Head = new(new ProcessId("jar", "one"), "head", NodaConstants.UnixEpoch);
    private static readonly DueDocument Later = new(Head.Process, "head", NodaConstants.UnixEpoch + Duration.Epsilon);

    [Fact]
    public void Begin_WorkThatChangesWithoutEnd_IsReportedAfterTenThousandRounds()
    {
        var (tally, rounds) = (new WorkTally(), 0);
        while (tally.Begin([Head]).Count > 0)
        {
            tally.Add(new WorkDone([Head], IsEffect: false, IsDone: true, null));
            rounds++;
        }

        var report = tally.ToReport();
        Assert.Equal((10_000, 10_000, 0), (rounds, report.Advanced, report.Effects));
        Assert.Contains("still due", Assert.Single(report.Failures).Exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, tally.Failed);
    }

    [Fact]
    public void Begin_WorkThatDidNothing_IsNotTriedAgainUnlessItMoved()
    {
        var tally = new WorkTally();
        tally.Add(new WorkDone([Head], IsEffect: false, IsDone: false, null));
        Assert.Equal([Later], tally.Begin([Later]));
        Assert.Empty(tally.Begin([Head]));
        Assert.Single(tally.ToReport().Failures);
        Assert.Equal(0, tally.ToReport().Advanced);
    }

    [Fact]
    public void Begin_WorkThatFailed_IsNotTriedAgainWheneverItIsDue()
    {
        var tally = new WorkTally();
        tally.Add(new WorkDone([Head], IsEffect: true, IsDone: false, new IOException("No answer.")));
        Assert.Empty(tally.Begin([Head, Later]));
        Assert.Equal("No answer.", Assert.Single(tally.ToReport().Failures).Exception.Message);
        Assert.Equal(0, tally.ToReport().Effects);
    }
}
