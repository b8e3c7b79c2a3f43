using System.Collections.Immutable;
using System.Globalization;
using CivicTech.Amounts;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Desks;
using CivicTech.Budgeting.Voting.Rolls;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Benchmarks.Voting;

/// <summary>A large city: 18 districts of 25 projects each; everybody votes in the own district for up to four of them.</summary>
internal sealed class BenchmarkVote : IVotingSheets, IClock
{
    internal const string Cycle = "paris";
    internal const int Districts = 18;
    internal const int Projects = 25;

    private static readonly Instant Opens = Instant.FromUtc(2026, 9, 7, 6, 0);

    private readonly RollEntry[] _entries;
    private readonly ImmutableArray<BallotLine>[] _lines;

    internal BenchmarkVote()
    {
        var currency = Currency.Of("EUR");
        var plan = new VotingPlan
        {
            Areas = [.. Enumerable.Range(0, Districts).Select(i => new VotingArea { Id = Area(i), Budget = Money.Of(2_000_000, currency) })],
            Design = new ApprovalDesign { Maximum = 4 },
            Voters = new VoterRule { MinimumAge = 7, AgeAsOf = new LocalDate(2026, 9, 7), ResidenceAsOf = new LocalDate(2026, 9, 7) },
        };
        var ballot = new OfficialBallot
        {
            Edition = 1,
            Areas = plan.Areas,
            Projects = [.. Enumerable.Range(0, Districts * Projects).Select(i => new BallotProject { Id = Project(i), Area = Area(i / Projects), Cost = Money.Of(10_000 + i, currency) })],
        };
        Sheet = new VotingSheet(Cycle, plan, ballot, plan.Areas.ToDictionary(area => area.Id, _ => ImmutableArray.Create(new TimeWindow(Opens, Opens + Duration.FromDays(16)))));
        _entries = [.. Enumerable.Range(0, Districts).Select(i => new RollEntry { Born = new LocalDate(1980, 3, 4), Residences = [new Residence { Area = Area(i) }] })];

        // The lines of a request come from outside: making them is not what is measured.
        _lines = [.. Enumerable.Range(0, Districts * Projects).Select(i => new BallotLine { Project = Project(i) }).Select(line => ImmutableArray.Create(line))];
    }

    internal VotingSheet Sheet { get; }

    public ValueTask<VotingSheet?> FindAsync(string cycle, CancellationToken cancellationToken) => ValueTask.FromResult<VotingSheet?>(Sheet);

    public Instant GetCurrentInstant() => Opens + Duration.FromDays(1);

    internal static string Voter(int number) => string.Create(CultureInfo.InvariantCulture, $"voter-{number:D8}");

    internal static string Area(int district) => string.Create(CultureInfo.InvariantCulture, $"district-{district}");

    internal static string Project(int place) => string.Create(CultureInfo.InvariantCulture, $"project-{place:D4}");

    internal RollEntry Entry(int number) => _entries[number % Districts];

    /// <summary>The places of the projects that a voter chooses: one to four of the own district, the first ones more often.</summary>
    internal static int[] Choice(int number)
    {
        var bits = (ulong)number * 0x9E3779B97F4A7C15;
        var first = number % Districts * Projects;
        var chosen = new SortedSet<int>();
        for (var i = 0; i <= (int)(bits >> 62); i++)
        {
            bits = (bits ^ (bits >> 29)) * 0xBF58476D1CE4E5B9;
            chosen.Add(first + (int)(Math.Min((bits >> 32) % Projects, (bits >> 40) % Projects)));
        }

        return [.. chosen];
    }

    internal CastBallot Cast(int number) => new() { Area = Area(number % Districts), Lines = [.. Choice(number).Select(place => _lines[place][0])] };
}
