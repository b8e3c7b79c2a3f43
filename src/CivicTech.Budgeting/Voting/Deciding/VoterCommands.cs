using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CivicTech.Budgeting.Voting.Designs;

namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>A voter says what is in the basket for an area; it counts for nothing until it is submitted.</summary>
public sealed record SaveBasket : VotingCommand
{
    /// <summary>The id of the area.</summary>
    public required string Area { get; init; }

    /// <summary>All lines, in any order; none to empty the basket for this area.</summary>
    public required ImmutableArray<BallotLine> Lines { get => field.IsDefault ? [] : field; init; }

    /// <summary>The edition of the official ballot that the voter saw; null when the client does not say, as if it was the present one.</summary>
    public int? SeenEdition { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "save-basket";

    /// <inheritdoc />
    public bool Equals(SaveBasket? other) => other is not null && Area == other.Area && SeenEdition == other.SeenEdition && Lines.AsSpan().SequenceEqual(other.Lines.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Area, Lines.Length, SeenEdition);
}

/// <summary>A voter casts all that is in the basket, in all areas or in none.</summary>
public sealed record SubmitBasket : VotingCommand
{
    /// <summary>The edition of the official ballot that the voter saw last; null for the one that each part of the basket was saved with.</summary>
    public int? SeenEdition { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "submit-basket";
}

/// <summary>A voter casts a ballot for an area.</summary>
public sealed record CastBallot : VotingCommand
{
    /// <summary>The id of the area.</summary>
    public required string Area { get; init; }

    /// <summary>All lines, in any order; none for a blank ballot, where one may be cast.</summary>
    public required ImmutableArray<BallotLine> Lines { get => field.IsDefault ? [] : field; init; }

    /// <summary>The edition of the official ballot that the voter saw; null when the client does not say, as if it was the present one.</summary>
    public int? SeenEdition { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "cast-ballot";

    /// <inheritdoc />
    public bool Equals(CastBallot? other) => other is not null && Area == other.Area && SeenEdition == other.SeenEdition && Lines.AsSpan().SequenceEqual(other.Lines.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Area, Lines.Length, SeenEdition);
}

/// <summary>A voter takes a ballot back, where ballots may be revised.</summary>
public sealed record WithdrawBallot : VotingCommand
{
    /// <summary>The id of the area.</summary>
    public required string Area { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "withdraw-ballot";
}

/// <summary>A voter has seen what was released of the ballots.</summary>
public sealed record SeeNotices : VotingCommand
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "see-notices";
}
