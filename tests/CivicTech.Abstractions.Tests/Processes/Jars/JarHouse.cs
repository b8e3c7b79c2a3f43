using CivicTech.Processes;
using CivicTech.Processes.Storage;
using NodaTime;
using Execution = CivicTech.Processes.Running.Execution<CivicTech.Abstractions.Tests.Processes.Jars.JarState, CivicTech.Abstractions.Tests.Processes.Jars.JarEvent>;
using Runner = CivicTech.Processes.Running.ProcessRunner<
    CivicTech.Abstractions.Tests.Processes.Jars.JarState, CivicTech.Abstractions.Tests.Processes.Jars.JarCommand, CivicTech.Abstractions.Tests.Processes.Jars.JarEvent>;

namespace CivicTech.Abstractions.Tests.Processes.Jars;

/// <summary>A store with a clock, and runners on it.</summary>
internal sealed class JarHouse
{
    internal JarHouse(JarProcess? process = null)
    {
        Process = process ?? new JarProcess();
        Runner = NewRunner();
    }

    internal SteppedClock Clock { get; } = new();

    internal WatchedStore Store { get; } = new();

    internal JarProcess Process { get; }

    internal Runner Runner { get; }

    internal Runner NewRunner() => new(Process, new JarFormat(), Store, Clock);

    /// <summary>A jar that closes in a day.</summary>
    internal Task<Execution> OpenAsync(string id = "one") => Runner.ExecuteAsync(id, new JarCommand.Open(Clock.Now + Duration.FromDays(1)));

    internal Task<Execution> DoAsync(JarCommand command, CancellationToken cancellationToken = default) => Runner.ExecuteAsync("one", command, cancellationToken);

    /// <summary>Holds up the next loads until it is let go, so that what is asked meanwhile is decided together.</summary>
    internal TaskCompletionSource HoldLoads()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Store.BeforeLoad = () => gate.Task;
        return gate;
    }

    internal Task<List<JournalEntry>> JournalAsync(string id = "one") => Store.ReadJournalAsync(new ProcessId("jar", id), 0, default).ToListAsync().AsTask();

    /// <summary>The whole state as the store has it.</summary>
    internal async Task<JarState> StateAsync(string id = "one")
    {
        var request = DocumentRequest.Empty.With(new PartPage("donor/", null, int.MaxValue)).With(new PartPage("effect/", null, int.MaxValue));
        return (await Runner.LoadAsync(id, request))!.State;
    }

    /// <summary>The whole state as the journal tells it.</summary>
    internal async Task<JarState> FoldAsync(string id = "one") =>
        (await JournalAsync(id)).SelectMany(entry => Runner.Format.ReadEvents(entry.Events)).Aggregate(Process.Initial, Process.Evolve);

    internal static string Text(JarState state) =>
        $"{state.Head}\n{string.Join('\n', state.Donors.All.Select(donor => $"{donor.Key} {donor.Value}"))}\n{string.Join('\n', state.Effects.All.Select(effect => effect.Value))}";
}
