using System.Collections.Immutable;
using CivicTech.Processes.Storage;
using CivicTech.Receipts;
using NodaTime;

namespace CivicTech.Processes.Running;

/// <summary>The decisions of a batch on one loaded state: what to save, and what to answer once it is saved.</summary>
internal sealed class DecidedBatch<TState, TCommand, TEvent>
    where TState : class
    where TCommand : IProcessCommand
    where TEvent : class
{
    private readonly IProcess<TState, TCommand, TEvent> _process;
    private readonly IProcessFormat<TState, TCommand, TEvent> _format;
    private readonly StoredProcess? _stored;
    private readonly TState _before;
    private readonly Instant _now;
    private readonly ImmutableArray<JournalEntry>.Builder _entries = ImmutableArray.CreateBuilder<JournalEntry>();
    private readonly List<Action<AskedCommand<TState, TCommand, TEvent>>> _answers = [];
    private TState _state;
    private long _version;
    private Digest _digest;

    internal DecidedBatch(IProcess<TState, TCommand, TEvent> process, IProcessFormat<TState, TCommand, TEvent> format, StoredProcess? stored, TState state, Instant now)
    {
        _process = process;
        _format = format;
        _stored = stored;
        _before = _state = state;
        _version = stored?.Version ?? 0;
        _digest = stored?.Digest ?? default;

        // A machine whose clock is behind must not decide before what was decided already.
        _now = stored is { } last && last.At > now ? last.At : now;
    }

    /// <summary>Decides the next command. What it throws is its own answer: the other commands of the batch are not to suffer for it.</summary>
    /// <exception cref="PartsMissingException">It cannot be decided on what was loaded.</exception>
    internal void Decide(TCommand command, Digest digest)
    {
        try
        {
            var execution = Done(command.Key) is { } entry ? Again(entry, command, digest) : First(command, digest);
            _answers.Add(asked => asked.Answer(execution));
        }
        catch (Exception exception) when (exception is not PartsMissingException)
        {
            Fail(exception);
        }
    }

    /// <summary>The next command cannot be decided.</summary>
    internal void Fail(Exception exception) => _answers.Add(asked => asked.Fail(exception));

    /// <summary>What to save; null when nothing happened.</summary>
    internal ProcessChange? Change(ProcessId id) => _entries.Count == 0
        ? null
        : new ProcessChange(id, _stored?.Version ?? 0, [.. _format.Changes(_before, _state)], _entries.ToImmutable());

    internal void Answer(int index, AskedCommand<TState, TCommand, TEvent> asked) => _answers[index](asked);

    private Execution<TState, TEvent> First(TCommand command, Digest digest)
    {
        var decision = _process.Decide(_state, command, _now);
        if (!decision.Events.IsEmpty)
        {
            var next = JournalEntry.Next(_version, _digest, _now, command.Key, digest, command.By, _format.WriteEvents(decision.Events));
            _entries.Add(next);
            (_state, _version, _digest) = (decision.State, next.Version, next.Digest);
        }

        return new Execution<TState, TEvent>(_state, decision.Events, decision.Refusals, _version, _now, isRepeat: false);
    }

    private Execution<TState, TEvent> Again(JournalEntry entry, TCommand command, Digest digest) => entry.CommandDigest == digest
        ? new Execution<TState, TEvent>(_state, _format.ReadEvents(entry.Events), [], entry.Version, entry.At, isRepeat: true)
        : new Execution<TState, TEvent>(_state, [], [RunnerRefusals.KeyReused.With(("key", command.Key!))], _version, _now, isRepeat: false);

    private JournalEntry? Done(string? key) => key is null
        ? null
        : _stored?.FindCommand(key) ?? _entries.FirstOrDefault(entry => entry.CommandKey == key);
}
