using System.Collections.Immutable;

namespace CivicTech.Budgeting.Voting.Files;

/// <summary>What a voter has to be told: a change of the official ballot touched a ballot that was cast.</summary>
/// <remarks>Immutable; equal when all that it says is equal.</remarks>
public sealed record ReleaseNotice
{
    internal ReleaseNotice(string area, int edition, bool isWhole, ImmutableArray<string> projects)
    {
        (Area, Edition, IsWhole, Projects) = (area, edition, isWhole, projects);
    }

    /// <summary>The id of the area.</summary>
    public string Area { get; }

    /// <summary>The edition that touched it.</summary>
    public int Edition { get; }

    /// <summary>Whether the whole ballot counts no longer: nothing was left of it, or what was left was no ballot. Otherwise the rest of it counts.</summary>
    public bool IsWhole { get; }

    /// <summary>The projects whose lines were taken out; none when prices or budgets alone made it no ballot.</summary>
    public ImmutableArray<string> Projects { get; }

    /// <inheritdoc />
    public bool Equals(ReleaseNotice? other) => other is not null && Area == other.Area && Edition == other.Edition && IsWhole == other.IsWhole && Projects.AsSpan().SequenceEqual(other.Projects.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Area, Edition, IsWhole, Projects.Length);
}
