using CityBudget.Storage;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Desks;
using CivicTech.Budgeting.Voting.Rolls;
using CivicTech.Samples.Sqlite;
using CivicTech.TestKit.Clocks;
using CivicTech.Time;
using NodaTime;

namespace CityBudget.Tests;

public sealed class SqliteConcurrencyTests : IVotingSheets
{
    private const string Cycle = "crowd";

    private static readonly Instant Noon = Instant.FromUtc(2027, 9, 1, 12, 0);

    private static readonly VotingArea Area = new() { Id = "north", Budget = City.Eur(100) };

    private static readonly VotingSheet Sheet = new(
        Cycle,
        new VotingPlan { Areas = [Area], Design = new ApprovalDesign { Maximum = 2 }, Access = AreaAccess.AllAreas, Submission = Submission.ReviseUntilClose },
        new OfficialBallot { Edition = 1, Areas = [Area], Projects = [.. new[] { "a", "b", "c" }.Select(id => new BallotProject { Id = id, Area = "north", Cost = City.Eur(10) })] },
        new Dictionary<string, System.Collections.Immutable.ImmutableArray<TimeWindow>> { ["north"] = [new TimeWindow(Noon, Noon + Duration.FromHours(1))] });

    public ValueTask<VotingSheet?> FindAsync(string cycle, CancellationToken cancellationToken) => ValueTask.FromResult<VotingSheet?>(Sheet);

    [Fact]
    public async Task Votes_OfTwoThousandAtOnceAtTwoDesks_AreCountedOnceEach()
    {
        using var database = new DatabaseFile(null);
        var roll = new SqliteElectoralRoll(database.ConnectionString);
        var keys = new VoterKeys(new byte[32]);
        roll.Enter(Cycle, Enumerable.Range(0, 2_000).Select(voter => KeyValuePair.Create(keys.KeyOf(Cycle, $"v{voter}"), new RollEntry())));
        var box = new SqliteBallotBox(database.ConnectionString);
        var desks = Enumerable.Range(0, 2).Select(_ => new VotingDesk(box, roll, keys, this, new TestClock(Noon))).ToArray();
        await desks[0].ReleaseAsync(Cycle);

        // Each votes at both desks at the same moment: the same, or something else.
        await Parallel.ForEachAsync(Enumerable.Range(0, 4_000), new ParallelOptions { MaxDegreeOfParallelism = 128 }, async (number, _) =>
        {
            var (voter, machine) = (number / 2, number % 2);
            var project = voter % 2 == 0 ? "a" : machine == 0 ? "b" : "c";
            var decision = await desks[machine].ExecuteAsync(Cycle, $"v{voter}", new CastBallot { Area = "north", Lines = [new BallotLine { Project = project }] }, CancellationToken.None);
            Assert.True(decision.IsAccepted, string.Join("; ", decision.Refusals));
        });

        var content = await desks[1].SealAndSeparateAsync(Cycle);
        var numbers = Assert.Single(content.Areas);
        Assert.Equal((2_000, 2_000, 1_000, 3_000), (content.Voters, numbers.Counted, numbers.Replaced, numbers.Cast));
        var votes = (await desks[0].TallyAsync(Cycle)).Tally!.Areas[0].Profile.CountVoters();
        Assert.Equal(1_000, votes[0]);
        Assert.Equal(1_000, votes[1] + votes[2]);
    }
}
