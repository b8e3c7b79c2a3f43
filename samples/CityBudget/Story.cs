using System.Text;
using CityBudget.Storage;
using CivicTech;
using CivicTech.Budgeting;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Hosting;
using CivicTech.Budgeting.Voting.Boxes;
using CivicTech.Budgeting.Voting.Rolls;
using CivicTech.Processes;
using CivicTech.Processes.Storage;
using CivicTech.Samples;
using CivicTech.Samples.Sqlite;
using CivicTech.TestKit.Clocks;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CityBudget;

/// <summary>What happens, in its order.</summary>
internal sealed partial class Story
{
    private const string Secret = "the mayor's envelope, sealed on 30 August";

    private readonly AppConsole _console;
    private readonly int _voters;
    private readonly TestClock _clock = new(At(new LocalDateTime(2026, 12, 1, 9, 0)));
    private readonly Told _told = new();
    private readonly IBudgetCycles _cycles;
    private readonly RuleRegistry _rules;
    private readonly VoterKeys _keys = new(Encoding.UTF8.GetBytes("not a secret: it stands in this source file"));
    private readonly SqliteElectoralRoll _roll;

    internal Story(string connection, int voters, AppConsole console)
    {
        (_voters, _console) = (voters, console);
        _roll = new SqliteElectoralRoll(connection);

        // As a host does it: the container has the store, the box, the roll, the notices and the clock.
        var services = new ServiceCollection();
        services.AddSingleton<IProcessStore>(new SqliteProcessStore(connection));
        services.AddSingleton<IBallotBox>(new SqliteBallotBox(connection));
        services.AddSingleton<IElectoralRoll>(_roll);
        services.AddSingleton(_keys);
        services.AddSingleton<ICycleNotices>(_told);
        services.AddSingleton<IClock>(_clock);
        services.AddCivicTech().AddBudgeting();
        var provider = services.BuildServiceProvider();
        _cycles = provider.GetRequiredService<IBudgetCycles>();
        _rules = provider.GetRequiredService<RuleRegistry>();
    }

    /// <summary>The ballots as open data, by area.</summary>
    internal IReadOnlyDictionary<string, string> Ballots { get; private set; } = new Dictionary<string, string>();

    /// <returns>Whether the result could be verified.</returns>
    internal async Task<bool> PlayAsync(CancellationToken cancellation)
    {
        await ProposeAsync();
        await ReviewAsync();
        await FreezeAsync();
        cancellation.ThrowIfCancellationRequested();
        await VoteAsync(cancellation);
        var isVerified = await CountAsync();
        cancellation.ThrowIfCancellationRequested();
        await RealiseAsync();
        return isVerified;
    }

    private Task DoAsync(CycleCommand command) => DoAsync(CycleRoles.Administrator, "office", command);

    private async Task DoAsync(string role, string by, CycleCommand command)
    {
        var execution = await _cycles.ExecuteAsync(City.Id, command with { Role = role, By = by });
        if (!execution.IsAccepted)
        {
            throw new InvalidOperationException($"{command.Name}: {string.Join("; ", execution.Refusals)}");
        }
    }

    private async Task RefuseAsync(string role, string by, CycleCommand command)
    {
        var execution = await _cycles.ExecuteAsync(City.Id, command with { Role = role, By = by });
        foreach (var refusal in execution.Refusals)
        {
            Say($"Refused: {refusal.Message()}");
            _console.WriteLine($"      fr: {refusal.Message("fr")}");
            _console.WriteLine($"      fa: {refusal.Message("fa")}");
        }
    }

    private static Instant At(LocalDateTime local) => local.InZoneLeniently(DateTimeZoneProviders.Tzdb[City.Zone]).ToInstant();

    // The host's scheduler looks every now and then; here, whenever the story goes on.
    private async Task GoToAsync(int year, int month, int day, int hour = 9, int minute = 0)
    {
        _clock.Set(At(new LocalDateTime(year, month, day, hour, minute)));
        await _cycles.AdvanceDueAsync();
    }

    private void Heading(string text) => _console.WriteLine($"\n{text}");

    private void Say(string text) => _console.WriteLine($"   {_clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[City.Zone]).Date:uuuu'-'MM'-'dd}  {text}");
}
