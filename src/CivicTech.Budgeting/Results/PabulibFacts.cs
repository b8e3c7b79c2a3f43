using NodaTime;

namespace CivicTech.Budgeting.Results;

/// <summary>What a Pabulib file states about an election that no count knows.</summary>
public sealed record PabulibFacts
{
    /// <summary>What it is, in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>The country.</summary>
    public required string Country { get; init; }

    /// <summary>The city or organisation.</summary>
    public required string Unit { get; init; }

    /// <summary>The year, or another name of the cycle.</summary>
    public required string Instance { get; init; }

    /// <summary>The day on which the vote began.</summary>
    public required LocalDate DateBegin { get; init; }

    /// <summary>The last day of the vote.</summary>
    public required LocalDate DateEnd { get; init; }

    /// <summary>The names of projects by their ids; null, or null for one, where there is none.</summary>
    public Func<string, string?>? Names { get; init; }
}
