using System.Text.Json;
using CivicTech.Processes;
using CivicTech.Processes.Running;
using NodaTime;

namespace CivicTech.Testing;

/// <summary>Commands that are broken in one place each, decided on a whole state and on what a runner loads of it.</summary>
internal static class BrokenCommands
{
    /// <summary>Both decide alike; and the runner neither fails nor asks a store for what it cannot have. Keys and who asks are checked by the runner itself.</summary>
    internal static async Task AssertDecidedAlikeAsync<TState, TCommand, TEvent>(
        IProcess<TState, TCommand, TEvent> process, IProcessFormat<TState, TCommand, TEvent> format, TState state, string json, Func<string, TCommand?> read, Instant now)
        where TState : class
        where TCommand : class, IProcessCommand
        where TEvent : class
    {
        var execute = await FrozenProcess.OfAsync(process, format, state, now);
        foreach (var (place, broken) in BrokenJson.Of(json).Where(broken => !broken.Place.StartsWith("key", StringComparison.Ordinal) && !broken.Place.StartsWith("by ", StringComparison.Ordinal)))
        {
            TCommand command;
            try
            {
                command = read(broken)!;
            }
            catch (Exception exception) when (exception is JsonException or NotSupportedException)
            {
                continue;
            }

            var decided = process.Decide(state, command, now);
            var executed = await execute(command);
            Assert.True(decided.IsAccepted == executed.IsAccepted, $"{place}: {broken}");
            Assert.Equal(decided.Refusals.Select(refusal => refusal.Message()), executed.Refusals.Select(refusal => refusal.Message()));
            Assert.Equal(decided.Events.AsEnumerable(), executed.Events);
        }
    }
}
