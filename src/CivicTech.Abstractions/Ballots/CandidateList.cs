using System.Collections;
using System.Collections.Immutable;
using CivicTech.Receipts;

namespace CivicTech.Ballots;

/// <summary>
/// The candidates (or projects) of an election, in listed order. A profile names candidates by their index in this list.
/// </summary>
/// <remarks>Immutable and safe to share between threads. Two lists are equal when they hold the same identifiers in the same order.</remarks>
public sealed class CandidateList : IReadOnlyList<string>, IEquatable<CandidateList>
{
    private readonly ImmutableArray<string> _ids;
    private readonly Dictionary<string, int> _index;

    /// <summary>Makes a list from identifiers in listed order.</summary>
    /// <param name="ids">Identifiers: not empty, no half of a surrogate pair in them, all different under ordinal comparison.</param>
    /// <exception cref="ArgumentException">An identifier is empty, holds half a surrogate pair, or occurs twice.</exception>
    public CandidateList(params IEnumerable<string> ids)
        : this("candidate", ids)
    {
    }

    /// <summary>The same list of things that another package calls by another name.</summary>
    internal CandidateList(string noun, IEnumerable<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        _ids = [.. ids];

        var index = new Dictionary<string, int>(_ids.Length, StringComparer.Ordinal);
        for (var i = 0; i < _ids.Length; i++)
        {
            if (string.IsNullOrEmpty(_ids[i]))
            {
                throw new ArgumentException($"The identifier of {noun} {i} is empty.", nameof(ids));
            }

            if (!WellFormedText.Is(_ids[i]))
            {
                throw new ArgumentException($"The identifier of {noun} {i} holds half a surrogate pair.", nameof(ids));
            }

            if (!index.TryAdd(_ids[i], i))
            {
                throw new ArgumentException($"The identifier '{_ids[i]}' of a {noun} occurs twice.", nameof(ids));
            }
        }

        _index = index;
    }

    /// <summary>How many candidates there are.</summary>
    public int Count => _ids.Length;

    /// <summary>The identifier of the candidate at a place in the list, counted from 0.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such place.</exception>
    public string this[int index] => _ids[index];

    /// <summary>The place of an identifier in the list, or -1 when it is not there.</summary>
    /// <param name="id">Compared ordinally.</param>
    public int IndexOf(string id) => _index.GetValueOrDefault(id, -1);

    /// <summary>The places of several identifiers.</summary>
    /// <param name="ids">Identifiers of this list.</param>
    /// <exception cref="ArgumentException">An identifier is not in the list.</exception>
    public int[] IndexesOf(params IEnumerable<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return [.. ids.Select(id => IndexOf(id) is >= 0 and var index
            ? index
            : throw new ArgumentException($"There is no candidate '{id}'.", nameof(ids)))];
    }

    /// <inheritdoc />
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_ids).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc />
    public bool Equals(CandidateList? other) =>
        ReferenceEquals(this, other) || (other is not null && _ids.AsSpan().SequenceEqual(other._ids.AsSpan()));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as CandidateList);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var id in _ids)
        {
            hash.Add(id, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    /// <summary>Whether two lists hold the same identifiers in the same order.</summary>
    public static bool operator ==(CandidateList? left, CandidateList? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two lists differ.</summary>
    public static bool operator !=(CandidateList? left, CandidateList? right) => !(left == right);
}
