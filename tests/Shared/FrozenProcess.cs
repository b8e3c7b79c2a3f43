using System.Reflection;
using CivicTech.Processes;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;
using NodaTime;

namespace CivicTech.Testing;

/// <summary>
/// A process that stands in a store as some whole state says, and stays so whatever is saved: commands are decided on what is loaded of it, and can be compared with decisions on the whole.
/// The store is asked only for names that documents can have, as stores are promised.
/// </summary>
internal static class FrozenProcess
{
    private const string Id = "frozen";

    /// <summary>What the runner says to a command.</summary>
    internal static async Task<Func<TCommand, Task<Execution<TState, TEvent>>>> OfAsync<TState, TCommand, TEvent>(
        IProcess<TState, TCommand, TEvent> process, IProcessFormat<TState, TCommand, TEvent> format, TState whole, Instant now)
        where TState : class
        where TCommand : IProcessCommand
        where TEvent : class
    {
        var kept = new InMemoryProcessStore();
        var nothing = format.Read(null, DocumentRequest.Empty);
        DocumentChange[] documents = [.. format.Changes(nothing, AsLoaded(nothing, whole))];
        if (documents.Length > 0)
        {
            var entry = new JournalEntry(1, now, null, default, null, format.WriteEvents([]), default);
            Assert.True(await kept.SaveAsync(new ProcessChange(new ProcessId(format.Kind, Id), 0, [.. documents], [entry]), default));
        }

        var runner = new ProcessRunner<TState, TCommand, TEvent>(process, format, new Store(kept), new Clock(now));
        return command => runner.ExecuteAsync(Id, command);
    }

    // The whole state, but knowing of each part that it is not in the store yet.
    private static TState AsLoaded<TState>(TState nothing, TState whole)
        where TState : class
    {
        const BindingFlags Fields = BindingFlags.Instance | BindingFlags.NonPublic;
        var copy = (TState)typeof(object).GetMethod(nameof(MemberwiseClone), Fields)!.Invoke(whole, null)!;
        foreach (var field in typeof(TState).GetFields(Fields).Where(field => field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(Parts<>)))
        {
            var parts = typeof(FrozenProcess).GetMethod(nameof(Copy), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(field.FieldType.GetGenericArguments());
            field.SetValue(copy, parts.Invoke(null, [field.GetValue(nothing), field.GetValue(whole)]));
        }

        return copy;
    }

    private static Parts<T> Copy<T>(Parts<T> nothing, Parts<T> whole)
        where T : class => whole.All.Aggregate(nothing, (parts, part) => parts.Set(part.Key, part.Value));

    private sealed class Clock(Instant now) : IClock
    {
        public Instant GetCurrentInstant() => now;
    }

    private sealed class Store(InMemoryProcessStore kept) : IProcessStore
    {
        public ValueTask<StoredProcess?> LoadAsync(ProcessId process, DocumentRequest request, CancellationToken cancellationToken)
        {
            Assert.All(request.Names, name => Assert.True(IsName(name), $"A store was asked for '{name}'."));
            Assert.All(request.Pages, page => Assert.True(page.After is null || IsName(page.Prefix + page.After), $"A store was asked for what comes after '{page.After}'."));
            return kept.LoadAsync(process, request, cancellationToken);
        }

        public ValueTask<bool> SaveAsync(ProcessChange change, CancellationToken cancellationToken) => ValueTask.FromResult(true);

        public IAsyncEnumerable<JournalEntry> ReadJournalAsync(ProcessId process, long afterVersion, CancellationToken cancellationToken) => kept.ReadJournalAsync(process, afterVersion, cancellationToken);

        public ValueTask<IReadOnlyList<DueDocument>> ListDueAsync(string kind, Instant now, int limit, CancellationToken cancellationToken) => kept.ListDueAsync(kind, now, limit, cancellationToken);

        private static bool IsName(string name) => name.Length is > 0 and <= 400 && !name.Any(c => char.IsControl(c) || char.IsSurrogate(c) || c > '\uFFFD');
    }
}
