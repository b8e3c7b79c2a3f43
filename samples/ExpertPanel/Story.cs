using System.Collections.Immutable;
using CivicTech;
using CivicTech.Consensus;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Hosting;
using CivicTech.Consensus.Delphi.Reading;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Processes;
using CivicTech.Processes.Running;
using CivicTech.Samples;
using CivicTech.Time;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ExpertPanel;

/// <summary>What happens, in its order.</summary>
internal sealed partial class Story
{
    private readonly HandClock _clock = new();
    private readonly Told _told = new();
    private readonly Opinions _opinions = new();
    private readonly Page _page;
    private readonly IDelphiStudies _studies;
    private StudyReport? _report;

    internal Story(AppConsole console)
    {
        _page = new Page(console, _clock);

        // As a host does it: the container has the store, the notices and the clock.
        var services = new ServiceCollection();
        services.AddSingleton<IStudyNotices>(_told);
        services.AddSingleton<IClock>(_clock);
        services.AddCivicTech().AddConsensus().UseInMemoryProcesses();
        _studies = services.BuildServiceProvider().GetRequiredService<IDelphiStudies>();
    }

    /// <summary>The report at the end.</summary>
    internal StudyReport Report => _report ?? throw new InvalidOperationException("The story was not played.");

    /// <returns>Whether the receipt of the study holds.</returns>
    internal async Task<bool> PlayAsync(CancellationToken cancellation)
    {
        await PlanAsync();
        await InviteAsync();
        await RegisterAsync();
        cancellation.ThrowIfCancellationRequested();
        await FirstRoundAsync();
        await BetweenAsync();
        cancellation.ThrowIfCancellationRequested();
        await SecondRoundAsync();
        await ThirdRoundAsync();
        cancellation.ThrowIfCancellationRequested();
        var isVerified = await ReportAsync();
        CheckPublished();
        return isVerified;
    }

    private async Task DoAsync(DelphiCommand command)
    {
        if (await TryAsync(command) is { IsEmpty: false } refusals)
        {
            throw new InvalidOperationException($"{command.Name}: {string.Join("; ", refusals)}");
        }
    }

    /// <summary>Asks for what must be refused, and shows why.</summary>
    private async Task RefuseAsync(DelphiCommand command)
    {
        var refusals = await TryAsync(command);
        _page.Refused(refusals.IsEmpty ? throw new InvalidOperationException($"{command.Name} was not refused.") : refusals);
    }

    private async Task<ImmutableArray<Refusal>> TryAsync(DelphiCommand command) => (await _studies.ExecuteAsync(Town.Study, command)).Refusals;

    // The host's scheduler looks every now and then; here, whenever the story goes on.
    private async Task GoToAsync(int month, int day, int hour = 9)
    {
        _clock.Set(new LocalDateTime(2027, month, day, hour, 0));
        if ((await _studies.AdvanceDueAsync()).Failures is [var failure, ..])
        {
            throw new InvalidOperationException($"{failure.Document}: {failure.Exception.Message}", failure.Exception);
        }
    }

    private static Deadline At(int month, int day, int hour) => new(new LocalDateTime(2027, month, day, hour, 0), Town.Zone);
}
