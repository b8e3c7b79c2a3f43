using CivicTech.Consensus;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;
using CivicTech.Tests.Consensus.Delphi.Studies;
using NodaTime;
using static CivicTech.Tests.Consensus.Delphi.Studies.Solo;

namespace CivicTech.Tests.Consensus.Delphi.Hosting;

/// <summary>A host with a store in memory, a clock that stands still, and ears.</summary>
internal sealed class Host
{
    private readonly Trap _trap;

    internal Host(Trap? trap = null)
    {
        _trap = trap ?? new Trap("nothing", 0, after: false);
        Studies = NewRunner();
    }

    internal InMemoryProcessStore Store { get; } = new();

    internal FakeClock Clock { get; } = new(Start);

    internal Heard Heard { get; } = new();

    internal DelphiRunner Studies { get; }

    /// <summary>Another machine on the same store.</summary>
    internal DelphiRunner NewRunner() => new(new Trap.Store(Store, _trap), new Trap.Notices(Heard, _trap), Clock, []);

    /// <summary>Asks again under the same key as long as the program dies: what a client does.</summary>
    internal async Task<Execution<DelphiState, DelphiEvent>> DoAsync(DelphiCommand command, string key)
    {
        while (true)
        {
            try
            {
                var execution = await Studies.ExecuteAsync("s", command with { Key = key });
                Assert.True(execution.IsAccepted, string.Join("; ", execution.Refusals));
                return execution;
            }
            catch (Trap.DeathException)
            {
                // It comes up again.
            }
        }
    }

    /// <summary>Time passes in steps, and the scheduler looks at each.</summary>
    internal async Task PassAsync(Duration time, Duration step)
    {
        for (var end = Clock.Now + time; Clock.Now < end; Clock.Now += step)
        {
            var report = await Studies.AdvanceDueAsync();
            Assert.All(report.Failures, failure => Assert.IsType<Trap.DeathException>(failure.Exception));
        }
    }

    internal async Task PrepareAsync(DelphiProtocol protocol, int experts, int items)
    {
        var number = 0;
        await DoAsync(new PlanStudy { Protocol = protocol }, $"p{number++}");
        for (var expert = 0; expert < experts; expert++)
        {
            await DoAsync(new InviteExpert { Expert = $"e{expert}", Seats = [new() { Panel = protocol.Panels[0].Id, Role = protocol.Panels[0].Roles[0].Role }] }, $"p{number++}");
            await DoAsync(new AnswerInvitation { Expert = $"e{expert}", Accepts = true }, $"p{number++}");
        }

        await DoAsync(new RegisterItems { Items = [.. Enumerable.Range(0, items).Select(item => Item($"i{item}", protocol.Panels[0].Id))] }, $"p{number++}");
        await DoAsync(new ScheduleRound { Opens = On(Clock.Now), Closes = On(Clock.Now + (10 * Day)) }, $"p{number++}");
    }
}
