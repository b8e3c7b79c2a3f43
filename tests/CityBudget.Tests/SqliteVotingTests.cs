using CityBudget.Storage;
using CivicTech.Budgeting.Voting.Boxes;
using CivicTech.Budgeting.Voting.Rolls;
using CivicTech.TestKit;
using CivicTech.TestKit.Voting;
using NodaTime;

namespace CityBudget.Tests;

public sealed class SqliteVotingTests : IDisposable
{
    private static readonly TemporaryFolder Folder = new();
    private static int _files;

    private static readonly IReadOnlyList<KitCase> Boxes = BallotBoxKit.Cases(_ => Task.FromResult<IBallotBox>(new SqliteBallotBox(NewFile())));
    private static readonly IReadOnlyList<KitCase> Rolls = ElectoralRollKit.Cases((voters, _) => Task.FromResult<IElectoralRoll>(Roll(voters)));

    public static TheoryData<string> BoxNames => [.. Boxes.Select(one => one.Name)];

    public static TheoryData<string> RollNames => [.. Rolls.Select(one => one.Name)];

    public void Dispose() => Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();

    [Theory]
    [MemberData(nameof(BoxNames))]
    public Task Kit_SqliteBallotBox_Passes(string name) => Boxes.Single(one => one.Name == name).RunAsync();

    [Theory]
    [MemberData(nameof(RollNames))]
    public Task Kit_SqliteElectoralRoll_Passes(string name) => Rolls.Single(one => one.Name == name).RunAsync();

    [Fact]
    public async Task Roll_DaysOfAnotherCalendarSystem_AreKeptAsTheSameDays()
    {
        var born = new LocalDate(2008, 2, 29);
        static LocalDate Persian(LocalDate day) => day.WithCalendar(CalendarSystem.PersianArithmetic);
        var key = VoterKey.FromBytes(new byte[VoterKey.Size]);
        var roll = new SqliteElectoralRoll(NewFile());
        roll.Enter("city", [KeyValuePair.Create(key, new RollEntry { Born = Persian(born), Residences = [new Residence { Area = "north", From = Persian(born) }] })]);

        var entry = await roll.FindAsync("city", key, CancellationToken.None);

        Assert.Equal(new RollEntry { Born = born, Residences = [new Residence { Area = "north", From = born }] }, entry);
    }

    private static string NewFile() => $"Data Source={Path.Combine(Folder.Name, $"box-{Interlocked.Increment(ref _files)}.db")}";

    private static SqliteElectoralRoll Roll(IReadOnlyList<EnteredVoter> voters)
    {
        var roll = new SqliteElectoralRoll(NewFile());
        foreach (var cycle in voters.GroupBy(voter => voter.Cycle, StringComparer.Ordinal))
        {
            roll.Enter(cycle.Key, cycle.Select(voter => KeyValuePair.Create(voter.Key, voter.Entry)));
        }

        return roll;
    }
}
