using System.Collections.Immutable;
using CivicTech.Ballots;
using CivicTech.Numerics;

namespace CivicTech.Ties;

/// <summary>A chain at work in one run of a rule: it orders tied candidates by the figures that the rule supplies.</summary>
/// <remarks>Made by rules, also by a host's own. Not safe for several threads.</remarks>
public sealed class TieBreaker
{
    private readonly TieChain _chain;
    private readonly CandidateList _candidates;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<Rational>> _figures;
    private readonly Dictionary<int, byte[]> _lots = [];

    /// <summary>Binds a chain to the candidates and figures of a run.</summary>
    /// <param name="chain">How ties are broken.</param>
    /// <param name="candidates">The candidates that ties are among.</param>
    /// <param name="figures">What <c>highest-…</c> and <c>lowest-…</c> may refer to: a name, and a figure for each candidate.</param>
    /// <exception cref="ArgumentException">The chain names a figure that is not supplied, or not for each candidate.</exception>
    public TieBreaker(TieChain chain, CandidateList candidates, IReadOnlyDictionary<string, IReadOnlyList<Rational>> figures)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(figures);
        foreach (var key in chain.Keys)
        {
            if (key.Kind is not (TieKeyKind.Highest or TieKeyKind.Lowest))
            {
                continue;
            }

            if (!figures.TryGetValue(key.Argument, out var figure))
            {
                var known = string.Join(", ", figures.Keys.Order(StringComparer.Ordinal).DefaultIfEmpty("none"));
                throw new ArgumentException($"The tie key '{key}' asks for a figure that this rule does not have; it has: {known}.", nameof(chain));
            }

            if (figure.Count != candidates.Count)
            {
                throw new ArgumentException($"The figure '{key.Argument}' has {figure.Count} values for {candidates.Count} candidates.", nameof(figures));
            }
        }

        _chain = chain;
        _candidates = candidates;
        _figures = figures;
    }

    /// <summary>Orders tied candidates: the first group wins before the second. A group of several is a tie that the keys leave.</summary>
    /// <param name="tied">Indexes of the tied candidates, each once, in any order. The answer does not depend on it.</param>
    /// <returns>Groups that hold all of them; within a group in listed order. No groups when nobody is tied.</returns>
    /// <exception cref="ArgumentException">A candidate is named twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index names no candidate.</exception>
    public TieOrder Order(IEnumerable<int> tied)
    {
        ArgumentNullException.ThrowIfNull(tied);
        int[] all = [.. tied.Order()];
        CheckCandidates(all);
        List<int[]> groups = all.Length == 0 ? [] : [all];
        var used = ImmutableArray.CreateBuilder<TieKey>();
        foreach (var key in _chain.Keys)
        {
            if (groups.TrueForAll(group => group.Length == 1))
            {
                break;
            }

            var before = groups.Count;
            groups = [.. groups.SelectMany(group => Split(group, key))];
            if (groups.Count > before)
            {
                used.Add(key);
            }
        }

        return new TieOrder([.. groups.Select(group => group.ToImmutableArray())], used.ToImmutable());
    }

    // They come ascending, so that equal ones are neighbours.
    private void CheckCandidates(int[] tied)
    {
        for (var i = 0; i < tied.Length; i++)
        {
            if ((uint)tied[i] >= (uint)_candidates.Count)
            {
                throw new ArgumentOutOfRangeException(nameof(tied), tied[i], $"There are {_candidates.Count} candidates, counted from 0.");
            }

            if (i > 0 && tied[i] == tied[i - 1])
            {
                throw new ArgumentException($"Candidate {tied[i]} is named twice.", nameof(tied));
            }
        }
    }

    private IEnumerable<int[]> Split(int[] group, TieKey key)
    {
        if (group.Length == 1)
        {
            return [group];
        }

        return key.Kind switch
        {
            TieKeyKind.ListedOrder => group.Select(candidate => new[] { candidate }),
            TieKeyKind.Identifier => group.OrderBy(candidate => _candidates[candidate], StringComparer.Ordinal).Select(candidate => new[] { candidate }),
            TieKeyKind.Highest => group.GroupBy(candidate => _figures[key.Argument][candidate]).OrderByDescending(same => same.Key).Select(same => same.ToArray()),
            TieKeyKind.Lowest => group.GroupBy(candidate => _figures[key.Argument][candidate]).OrderBy(same => same.Key).Select(same => same.ToArray()),
            TieKeyKind.PublishedOrder => group.GroupBy(candidate => key.PublishedPlace(_candidates[candidate])).OrderBy(same => same.Key).Select(same => same.ToArray()),
            _ => group.OrderBy(candidate => LotNumber(key, candidate), LotOrder).Select(candidate => new[] { candidate }),
        };
    }

    private static readonly Comparer<byte[]> LotOrder = Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b));

    private byte[] LotNumber(TieKey key, int candidate)
    {
        if (!_lots.TryGetValue(candidate, out var number))
        {
            number = key.LotNumber(_candidates[candidate]);
            _lots.Add(candidate, number);
        }

        return number;
    }
}
