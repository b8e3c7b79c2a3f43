using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CivicTech.Budgeting.Voting;
using CivicTech.Receipts;

namespace CivicTech.Budgeting.Results;

/// <summary>The count of an area: what is funded, what everything had, and where the money goes.</summary>
public sealed record AreaResult
{
    /// <summary>The id of the area.</summary>
    public required string Area { get; init; }

    /// <summary>How the count ended.</summary>
    public required AreaOutcome Outcome { get; init; }

    /// <summary>The id of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>The budget of the area on the official ballot; null where the number of winners is fixed instead.</summary>
    public Money? Budget { get; init; }

    /// <summary>What areas that were counted before left to this one.</summary>
    public required Money CarriedIn { get; init; }

    /// <summary>The numbers of ballots.</summary>
    public required AreaCount Numbers { get; init; }

    /// <summary>How many voters must take part; 0 for no quorum.</summary>
    public required long Quorum { get; init; }

    /// <summary>The digest of the counted ballots as a profile.</summary>
    public required Digest Profile { get; init; }

    /// <summary>The funded projects in the order of funding.</summary>
    public required ImmutableArray<string> Funded { get; init; }

    /// <summary>What they cost.</summary>
    public required Money Cost { get; init; }

    /// <summary>What is left of the budget and of what was carried in; zero when the rule went beyond them, or there is no budget.</summary>
    public required Money Unspent { get; init; }

    /// <summary>What must come from elsewhere, because the rule tolerates that a project goes beyond the budget.</summary>
    public required Money Beyond { get; init; }

    /// <summary>The area to which what is left was carried; null when it is returned.</summary>
    public string? CarriedTo { get; init; }

    /// <summary>Every project of the area on the ballot, in its order.</summary>
    public required ImmutableArray<ProjectOutcome> Projects { get; init; }

    /// <summary>Every tie that was met, and how it fell.</summary>
    public ImmutableArray<TieAccount> Ties { get => field.IsDefault ? [] : field; init; }

    /// <summary>What else is to be known, in sentences.</summary>
    public ImmutableArray<string> Notes { get => field.IsDefault ? [] : field; init; }

    /// <summary>The digest of the receipt of the allocation; null when the rule was not applied.</summary>
    public Digest? Receipt { get; init; }

    /// <summary>What the second rule would have funded; null when the plan has none.</summary>
    public ComparedOutcome? Compared { get; init; }

    /// <summary>The budget with what was carried in; null where there is no budget.</summary>
    [JsonIgnore]
    public Money? Available => Budget + CarriedIn;

    /// <inheritdoc />
    public bool Equals(AreaResult? other) => other is not null && Area == other.Area && Outcome == other.Outcome && Rule == other.Rule && Budget == other.Budget && CarriedIn == other.CarriedIn
        && Numbers == other.Numbers && Quorum == other.Quorum && Profile == other.Profile && Funded.AsSpan().SequenceEqual(other.Funded.AsSpan()) && Cost == other.Cost
        && Unspent == other.Unspent && Beyond == other.Beyond && CarriedTo == other.CarriedTo && Projects.AsSpan().SequenceEqual(other.Projects.AsSpan())
        && Ties.AsSpan().SequenceEqual(other.Ties.AsSpan()) && Notes.AsSpan().SequenceEqual(other.Notes.AsSpan()) && Receipt == other.Receipt && Compared == other.Compared;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Area, Outcome, Profile, Cost, Funded.Length);
}
