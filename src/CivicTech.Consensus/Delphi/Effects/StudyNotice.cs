using System.Collections.Immutable;

namespace CivicTech.Consensus.Delphi.Effects;

/// <summary>Something that people are to be told: the one thing that a study wants done outside.</summary>
/// <remarks>Immutable; equal when all that it says is equal.</remarks>
public sealed record StudyNotice
{
    /// <summary>What.</summary>
    public required NoticeKind Notice { get; init; }

    /// <summary>Whom: ids of experts; empty for the facilitator.</summary>
    public ImmutableArray<string> Experts { get => field.IsDefault ? [] : field; init; }

    /// <summary>The round it is about; null when it is about none.</summary>
    public int? Round { get; init; }

    /// <inheritdoc />
    public bool Equals(StudyNotice? other) => other is not null && Notice == other.Notice && Experts.AsSpan().SequenceEqual(other.Experts.AsSpan()) && Round == other.Round;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Notice, Experts.Length, Round);
}
