using CivicTech.Consensus.Tallying.Transfers;

namespace CivicTech.Consensus.Tallying.Iterated;

/// <summary>What candidates had in earlier iterations, by which ties can be broken.</summary>
/// <param name="candidates">How many there are.</param>
/// <typeparam name="T">An amount.</typeparam>
internal sealed class IterationHistory<T>(int candidates) : RoundHistory(candidates)
    where T : struct, IComparable<T>
{
    // The last one is the present.
    private readonly List<T[]> _iterations = [];

    internal override IEnumerable<int[]> Backwards => Enumerable.Reverse(_iterations).Skip(1).Select(Places);

    internal override IEnumerable<int[]> Forwards => _iterations.Take(_iterations.Count - 1).Select(Places);

    internal void Add(T[] tally)
    {
        if (_iterations.Count == 0 || !_iterations[^1].AsSpan().SequenceEqual(tally))
        {
            _iterations.Add([.. tally]);
        }
    }
}
