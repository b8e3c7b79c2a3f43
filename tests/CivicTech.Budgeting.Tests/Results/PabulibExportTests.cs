using System.Collections.Immutable;
using System.Text;
using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Formats;
using CivicTech.Budgeting.Results;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Counting;
using NodaTime;
using static CivicTech.Tests.Budgeting.Results.Town;

namespace CivicTech.Tests.Budgeting.Results;

public sealed class PabulibExportTests
{
    private static readonly PabulibFacts Facts = new()
    {
        Description = "Budget of Smallville.",
        Country = "France",
        Unit = "Smallville",
        Instance = "2026",
        DateBegin = new LocalDate(2026, 9, 3),
        DateEnd = new LocalDate(2026, 9, 21),
        Names = id => id == "A" ? "Playground; with a slide" : null,
    };

    private static readonly string[] Ballots = ["north 5*A,C", "north 7*B", "north 2*C,B,A", "north 3*", "south 20*D"];

    private static Town Voted(params string[] ballots) => Of("north:20 south:5", "A/north:10.50 B/north:9 C/north:9.50 D/south:5", ballots.Length == 0 ? Ballots : ballots);

    [Fact]
    public void B21_RoundTrip_GivesTheSameBallotsAndTheSameOutcome()
    {
        var town = Voted();
        var files = Export(town, town.Count()).Files;

        foreach (var area in town.Count().Areas)
        {
            var read = Pabulib.ReadElection(files[area.Area].AsMemory());
            Assert.Equal(area.Profile, read.Profile.Digest);
            Assert.Equal(area.Funded.ToArray(), new Greedy().Allocate(read).Funded.Select(project => project.Id));
            Assert.Equal(area.Funded.Order(), read.Projects.Where(project => project.Selected == 1).Select(project => project.Id).Order());
            Assert.Equal(area.Projects.Select(project => project.Votes), read.Projects.Select(project => (long)project.DeclaredVotes!.Value.Numerator));
        }

        Assert.Equal("Playground; with a slide", Pabulib.ReadElection(files["north"].AsMemory())["A"].Name);
    }

    [Fact]
    public void B21_OrderOfCasting_LeavesNoTrace()
    {
        var one = Voted();
        var other = Voted([.. Ballots.Reverse()]);

        Assert.Equal(Export(one, one.Count()).Files["north"].ToArray(), Export(other, other.Count()).Files["north"].ToArray());
    }

    [Fact]
    public void File_OfATown_IsAsPublished()
    {
        var town = Voted();

        Golden.Verify(Encoding.UTF8.GetString(Export(town, town.Count()).Files["north"].AsSpan()), "pb");
    }

    [Fact]
    public void SmallArea_IsLeftOutAndItIsSaid()
    {
        var town = Voted("north 10*A", "south 9*D");

        var export = Export(town, town.Count());

        Assert.Equal(["north"], export.Files.Keys);
        Assert.Equal("fewer than 10 voters", export.LeftOut["south"]);
        Assert.Contains("Left out: south (fewer than 10 voters).", Encoding.UTF8.GetString(export.Files["north"].AsSpan()), StringComparison.Ordinal);
        Assert.Equal(2, PabulibExport.Of(town.Input(new CountPlan { SmallestGroup = 9 }), Records(town.Count()), Facts).Files.Count);
    }

    [Fact]
    public void Override_IsMarkedAsOne()
    {
        var town = Voted();
        var record = Records(town.Count())[0];
        var decided = new ResultOverride { Number = 1, Funded = ["A", "C"], Reason = "r", ProposedBy = "ann", ProposedAt = default, ConfirmedBy = "bob" };

        var read = Pabulib.ReadElection(PabulibExport.Of(town.Input(), [record with { Overrides = [decided] }], Facts).Files["north"].AsMemory());

        Assert.Equal(["A", "B"], record.Winners.Order());
        Assert.Equal([1, 0, 2], read.Projects.Select(project => project.Selected));
    }

    [Fact]
    public void Removed_IsMarkedAsTheFormatMarksIt()
    {
        var town = Of("north:20", "A/north:10! B/north:10", "north 9*A", "north 3*B");

        var read = Pabulib.ReadElection(Export(town, town.Count()).Files["north"].AsMemory());

        Assert.True(read["A"].IsWithdrawn);
        Assert.Equal("B", Made.Funded(new Greedy(), read));
    }

    [Fact]
    public void Rankings_AreWrittenInCanonicalOrderToo()
    {
        var town = Voted();
        var first = Ranked([(0, 1), (2, 0)]);
        var second = Ranked([(2, 0), (0, 1)]);

        Assert.Equal(first, second);
        Assert.IsType<OrdinalProfile>(Pabulib.ReadElection(first).Profile);

        byte[] Ranked((int First, int Second)[] rankings)
        {
            var builder = new OrdinalProfileBuilder(town.Tallies[0].Profile.Candidates);
            Array.ForEach(rankings, ranking => builder.Add([ranking.First, ranking.Second], 6));
            return With(town, builder.Build()).Files["north"].ToArray();
        }
    }

    [Fact]
    public void Points_AreWritten()
    {
        var town = Voted();
        var builder = new CardinalProfileBuilder(town.Tallies[0].Profile.Candidates);
        builder.Add([0, 2], [3, 2], 11);

        var read = Pabulib.ReadElection(With(town, builder.Build()).Files["north"].AsMemory());

        Assert.Equal([33, 0, 22], read.CountPoints()!.Value.Select(points => (long)points.Numerator));
        Assert.Equal(33, read["A"].DeclaredScore);
    }

    [Fact]
    public void Grades_HaveNoPlaceInTheFormat()
    {
        var town = Voted();
        var builder = new GradedProfileBuilder(town.Tallies[0].Profile.Candidates, "no", "yes");
        builder.Add([0], [1], 20);

        Assert.Equal("the format has no place for graded ballots", With(town, builder.Build()).LeftOut["north"]);
    }

    private static PabulibExport With(Town town, Profile profile)
    {
        ImmutableArray<AreaTally> tallies = [new AreaTally { Profile = profile, Numbers = Numbers("north", profile.Voters) }, town.Tallies[1]];
        var input = new CountInput
        {
            Plan = new CountPlan(),
            Rules = default,
            Ballot = town.Ballot,
            Box = town.Box with { Ballots = BallotsDigest.Of(tallies.Select(tally => tally.Profile)) },
            Tallies = tallies,
        };
        return PabulibExport.Of(input, Records(CycleCount.Run(input, Rules)), Facts);
    }

    private static PabulibExport Export(Town town, CycleResult result) => PabulibExport.Of(town.Input(), Records(result), Facts);

    private static ImmutableArray<AreaRecord> Records(CycleResult result) => [.. result.Areas.Select(area => new AreaRecord { Counted = area })];
}
