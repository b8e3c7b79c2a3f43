using System.Collections.Immutable;
using CivicTech.Processes;

namespace CivicTech.Budgeting.Voting.Refusals;

/// <summary>Refusals as they are found. Costs nothing while there are none. Passed by reference.</summary>
internal struct RefusalList
{
    private ImmutableArray<Refusal>.Builder? _items;

    internal readonly bool IsEmpty => _items is null;

    internal void Add(Refusal refusal) => (_items ??= ImmutableArray.CreateBuilder<Refusal>()).Add(refusal);

    internal readonly ImmutableArray<Refusal> ToImmutable() => _items?.ToImmutable() ?? [];
}
