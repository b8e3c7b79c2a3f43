using System.Collections.Immutable;
using CivicTech.Processes.Storage;

namespace CivicTech.Processes.Running;

/// <summary>How a process is kept: its state as documents, its events and commands as JSON. What an earlier version wrote stays readable.</summary>
/// <typeparam name="TState">The state of the process.</typeparam>
/// <typeparam name="TCommand">What can be asked.</typeparam>
/// <typeparam name="TEvent">What can happen.</typeparam>
public interface IProcessFormat<TState, TCommand, TEvent>
    where TState : class
    where TCommand : IProcessCommand
    where TEvent : class
{
    /// <summary>The kind of process, such as <c>campaign</c>.</summary>
    string Kind { get; }

    /// <summary>The documents that every decision needs.</summary>
    ImmutableArray<string> Head { get; }

    /// <summary>The documents that deciding a command will need besides the head, as far as they can be foretold: a hint that saves a second load.</summary>
    /// <param name="command">The command.</param>
    IEnumerable<string> DocumentsOf(TCommand command);

    /// <summary>The state as far as it was loaded.</summary>
    /// <param name="stored">What the store found; null when the process does not exist.</param>
    /// <param name="request">What it was asked for.</param>
    /// <exception cref="FormatException">A document is not what this format wrote.</exception>
    TState Read(StoredProcess? stored, DocumentRequest request);

    /// <summary>What must be written to lead a store from one state to another.</summary>
    /// <param name="before">As it was read.</param>
    /// <param name="after">As it is now.</param>
    IEnumerable<DocumentChange> Changes(TState before, TState after);

    /// <summary>A command as JSON, the same bytes for the same command.</summary>
    /// <param name="command">The command.</param>
    byte[] WriteCommand(TCommand command);

    /// <summary>Events as JSON.</summary>
    /// <param name="events">What happened.</param>
    byte[] WriteEvents(ImmutableArray<TEvent> events);

    /// <summary>Events from JSON, also as earlier versions wrote it.</summary>
    /// <param name="json">As <see cref="WriteEvents"/> wrote it.</param>
    /// <exception cref="FormatException">It is anything else.</exception>
    ImmutableArray<TEvent> ReadEvents(ReadOnlyMemory<byte> json);

    /// <summary>The command that does the work that is due.</summary>
    /// <param name="documents">The names of the documents that are due; not those of effects.</param>
    TCommand Advance(ImmutableArray<string> documents);
}
