using System.Collections.Immutable;
using CivicTech.Budgeting.Calendars;

namespace CivicTech.Budgeting.Proposals;

/// <summary>What a condition is asked about.</summary>
public sealed record EligibilityQuestion
{
    /// <summary>The id of the cycle.</summary>
    public required string Cycle { get; init; }

    /// <summary>The host's opaque id of the person.</summary>
    public required string Person { get; init; }

    /// <summary>What the person wants to do.</summary>
    public required Activity Activity { get; init; }

    /// <summary>In which area; null when it is about none.</summary>
    public string? Area { get; init; }

    /// <summary>The ids of the conditions that the person declares to meet.</summary>
    public ImmutableArray<string> Declared { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    public bool Equals(EligibilityQuestion? other) => other is not null && Cycle == other.Cycle && Person == other.Person && Activity == other.Activity && Area == other.Area
        && Declared.AsSpan().SequenceEqual(other.Declared.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Cycle, Person, Activity, Area, Declared.Length);
}
