using System.Collections.Immutable;
using CivicTech.Processes.Storage;

namespace CivicTech.Processes.Running;

/// <summary>What one call did so far, and what it must not try again: a call ends, whatever the processes do.</summary>
internal sealed class WorkTally
{
    // Work that goes on page by page may stay due at the same instant; work that does so this often never ends.
    private const int Rounds = 10_000;

    private readonly ImmutableArray<WorkFailure>.Builder _failures = ImmutableArray.CreateBuilder<WorkFailure>();
    private readonly HashSet<(ProcessId, string)> _failed = [];
    private readonly Dictionary<DueDocument, int> _rounds = [];
    private readonly HashSet<DueDocument> _idle = [];
    private int _advanced;
    private int _effects;

    /// <summary>How many documents stay due though nothing more can be done about them.</summary>
    internal int Failed => _failed.Count;

    /// <summary>What is to be tried of what is due.</summary>
    internal IReadOnlyList<DueDocument> Begin(IEnumerable<DueDocument> listed)
    {
        var open = listed.Where(document => !_failed.Contains((document.Process, document.Name))).ToList();
        foreach (var document in open.Where(IsStuck))
        {
            Fail(document, new InvalidOperationException($"'{document.Name}' is still due at {document.Due}, though its work was done."));
        }

        return [.. open.Where(document => !_failed.Contains((document.Process, document.Name)))];
    }

    internal void Add(WorkDone work)
    {
        foreach (var document in work.Documents)
        {
            if (work.Exception is { } exception)
            {
                Fail(document, exception);
            }
            else if (!work.IsDone)
            {
                _idle.Add(document);
            }
        }

        _advanced += work.IsDone && !work.IsEffect ? 1 : 0;
        _effects += work.IsDone && work.IsEffect ? 1 : 0;
    }

    internal WorkReport ToReport() => new(_advanced, _effects, _failures.ToImmutable());

    private bool IsStuck(DueDocument document)
    {
        var round = _rounds[document] = _rounds.GetValueOrDefault(document) + 1;
        return _idle.Contains(document) || round > Rounds;
    }

    private void Fail(DueDocument document, Exception exception)
    {
        _failed.Add((document.Process, document.Name));
        _failures.Add(new WorkFailure(document.Process, document.Name, exception));
    }
}
