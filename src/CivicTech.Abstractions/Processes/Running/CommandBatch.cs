using System.Collections.Immutable;
using CivicTech.Processes.Storage;
using NodaTime;

namespace CivicTech.Processes.Running;

/// <summary>Commands on one process that are decided one after the other and saved together.</summary>
internal sealed class CommandBatch<TState, TCommand, TEvent>(
    IProcess<TState, TCommand, TEvent> process,
    IProcessFormat<TState, TCommand, TEvent> format,
    IProcessStore store,
    IClock clock)
    where TState : class
    where TCommand : IProcessCommand
    where TEvent : class
{
    private const int Attempts = 100;

    // A batch that lost so often is down to one command; what loses still, loses against a crowd.
    private const int AttemptsWithoutPause = 8;
    private const int LongestPause = 20;

    // A decision that needs more documents than this asks without end.
    private const int DocumentLimit = 10_000;

    /// <summary>Never throws: every command gets an answer or the exception.</summary>
    internal async Task RunAsync(ProcessId id, ImmutableArray<AskedCommand<TState, TCommand, TEvent>> asked)
    {
        // From here on the commands are done, whoever stops waiting for them.
        var commands = asked.RemoveAll(command => command.IsGivenUp());
        try
        {
            for (var rest = commands; !rest.IsEmpty;)
            {
                rest = rest[await DecideAndSaveAsync(id, rest).ConfigureAwait(false)..];
            }
        }
        catch (Exception exception)
        {
            foreach (var command in commands)
            {
                command.Fail(exception);
            }
        }
    }

    /// <summary>Does the first of them, as many as get through.</summary>
    /// <returns>How many were done, at least one.</returns>
    private async Task<int> DecideAndSaveAsync(ProcessId id, ImmutableArray<AskedCommand<TState, TCommand, TEvent>> commands)
    {
        var request = DocumentRequest.Empty
            .With(format.Head)
            .With(commands.SelectMany(command => command.Documents))
            .WithCommands(commands.Select(command => command.Command.Key).OfType<string>());
        for (var attempt = 1; attempt <= Attempts;)
        {
            var stored = await store.LoadAsync(id, request, CancellationToken.None).ConfigureAwait(false);
            var decided = new DecidedBatch<TState, TCommand, TEvent>(process, format, stored, format.Read(stored, request), clock.GetCurrentInstant());
            var wider = Decide(decided, commands, request);
            if (wider != request)
            {
                // No attempt: nothing was tried.
                request = wider;
                continue;
            }

            if (decided.Change(id) is not { } change || await store.SaveAsync(change, CancellationToken.None).ConfigureAwait(false))
            {
                for (var i = 0; i < commands.Length; i++)
                {
                    decided.Answer(i, commands[i]);
                }

                return commands.Length;
            }

            // A long batch loses against many short ones again and again: the fewer, the sooner they are through.
            attempt++;
            commands = commands[..Math.Max(1, commands.Length / 2)];
            if (attempt > AttemptsWithoutPause)
            {
                // Somebody has a queue of work on this process and is quicker each time: by waiting a little longer each time, more of it goes by.
                await Task.Delay(Math.Min(attempt, LongestPause)).ConfigureAwait(false);
            }
        }

        throw new ProcessConflictException(id, Attempts);
    }

    /// <summary>Decides all of them; when documents are missing, finds out what all of them miss, so that it is loaded at once.</summary>
    /// <returns>What to load before deciding again; the request itself when nothing is missing.</returns>
    private static DocumentRequest Decide(
        DecidedBatch<TState, TCommand, TEvent> decided,
        ImmutableArray<AskedCommand<TState, TCommand, TEvent>> commands,
        DocumentRequest request)
    {
        var wider = request;
        foreach (var command in commands)
        {
            try
            {
                decided.Decide(command.Command, command.Digest);
            }
            catch (PartsMissingException missing)
            {
                var more = wider.With(missing);
                if (request.With(missing) == request || more.Count > DocumentLimit)
                {
                    decided.Fail(new InvalidOperationException($"The decision asks for what it was given, or without end: {missing.Message}", missing));
                }

                wider = more.Count > DocumentLimit ? wider : more;
            }
        }

        return wider;
    }
}
