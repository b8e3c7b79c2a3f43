using System.Collections.Immutable;

namespace CivicTech.Budgeting.Voting.Designs;

/// <summary>A ballot in hand, to be checked: every line is of a project of the area, none twice.</summary>
internal readonly ref struct BallotDraft
{
    /// <summary>The value of a line that came without one.</summary>
    internal const long NoValue = long.MinValue;

    internal required string Area { get; init; }

    /// <summary>Places on the official ballot, ascending.</summary>
    internal required ReadOnlySpan<int> Projects { get; init; }

    /// <summary>One for each project.</summary>
    internal required ReadOnlySpan<long> Values { get; init; }

    /// <summary>The ids of all projects of the official ballot.</summary>
    internal required ImmutableArray<string> Ids { get; init; }

    /// <summary>What the projects cost together, in minor units.</summary>
    internal required Int128 Cost { get; init; }

    /// <summary>The budget of the area.</summary>
    internal required Money? Budget { get; init; }

    /// <summary>Whether it is to be cast; a basket may still be short of something.</summary>
    internal required bool IsComplete { get; init; }

    /// <summary>An amount for people; what no amount holds is shown as the largest.</summary>
    internal string Show(Int128 minorUnits) => Money.FromMinorUnits((long)Int128.Min(minorUnits, long.MaxValue), Budget!.Value.Currency).ToString();
}
