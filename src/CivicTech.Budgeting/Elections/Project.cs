using System.Collections.Immutable;
using System.Collections.ObjectModel;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Elections;

/// <summary>Something that the budget can fund.</summary>
/// <remarks>Immutable.</remarks>
public sealed class Project
{
    /// <summary>Makes a project.</summary>
    /// <param name="id">Not empty; unique in its election.</param>
    /// <param name="cost">In the election's own unit of money; zero or more.</param>
    /// <exception cref="ArgumentException">The identifier is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The cost is negative.</exception>
    public Project(string id, Rational cost)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        if (cost < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(cost), cost, $"The cost of project '{id}' is negative.");
        }

        Id = id;
        Cost = cost;
    }

    /// <summary>Names the project on ballots.</summary>
    public string Id { get; }

    /// <summary>What funding it takes, in the election's own unit of money.</summary>
    public Rational Cost { get; }

    /// <summary>What people call it; empty when unknown.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The categories it belongs to; may be none.</summary>
    public ImmutableArray<string> Categories { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What else is known of it, such as <c>district</c> or <c>neighborhood</c>; group budgets may refer to it.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init => field = Copy(value); } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Withdrawn after the ballot papers were made: it can be voted for, never funded.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>The number of votes that the organiser states, if any; rules count the ballots unless told otherwise.</summary>
    public Rational? DeclaredVotes { get; init; }

    /// <summary>The number of points that the organiser states, if any; rules count the ballots unless told otherwise.</summary>
    public Rational? DeclaredScore { get; init; }

    /// <summary>Whether the organiser funded it, as far as stated: Pabulib's 0 no, 1 by the rule, 2 and more otherwise.</summary>
    public int? Selected { get; init; }

    /// <summary>The identifier, and the name where there is one.</summary>
    public override string ToString() => Name.Length == 0 ? Id : $"{Id} ({Name})";

    private static ReadOnlyDictionary<string, string> Copy(IReadOnlyDictionary<string, string> attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        return attributes.Count == 0 ? ReadOnlyDictionary<string, string>.Empty : new Dictionary<string, string>(attributes, StringComparer.Ordinal).AsReadOnly();
    }
}
