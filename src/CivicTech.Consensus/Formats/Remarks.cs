using System.Collections.Immutable;

namespace CivicTech.Consensus.Formats;

/// <summary>Remarks of one reading: so many are kept that a person can read them.</summary>
internal sealed class Remarks(BallotContent content)
{
    private const int Most = 100;

    private readonly List<BallotDiagnostic> _list = [];
    private readonly HashSet<string> _messages = new(StringComparer.Ordinal);

    internal ImmutableArray<BallotDiagnostic> List => [.. _list];

    /// <summary>Remembers a remark, unless the same was made before.</summary>
    internal void Add(int at, string message)
    {
        if (_list.Count < Most && _messages.Add(message))
        {
            _list.Add(content.Remark(at, message));
        }
    }
}
