using System.Collections.Immutable;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Rolls;
using NodaTime;

namespace CivicTech.Budgeting.Voting.Files;

/// <summary>What one clerk read on a paper card.</summary>
/// <remarks>Immutable; equal when all that it says is equal.</remarks>
internal sealed record PaperEntry
{
    /// <summary>The host's opaque id of the clerk.</summary>
    internal required string Clerk { get; init; }

    /// <summary>Whose card it is; null when it names nobody on the roll, and of cards from an urn.</summary>
    internal VoterKey? Voter { get; init; }

    /// <summary>When the card was handed in.</summary>
    internal required Instant HandedIn { get; init; }

    internal bool IsSigned { get; init; }

    internal bool IsIdentityChecked { get; init; }

    internal bool IsUnreadable { get; init; }

    /// <summary>The lines in the order of the projects' ids, so that two who read the same wrote the same.</summary>
    internal ImmutableArray<BallotLine> Lines { get; init; } = [];

    /// <summary>Whether two clerks read the same.</summary>
    internal bool Says(PaperEntry other) => Equals(other with { Clerk = Clerk });

    /// <summary>What enough clerks read alike; null as long as there is no such thing.</summary>
    internal static PaperEntry? Agreed(ImmutableArray<PaperEntry> entries, int needed)
    {
        foreach (var entry in entries)
        {
            if (entries.Count(entry.Says) >= needed)
            {
                return entry;
            }
        }

        return null;
    }

    public bool Equals(PaperEntry? other) => other is not null && Clerk == other.Clerk && Voter == other.Voter && HandedIn == other.HandedIn && IsSigned == other.IsSigned
        && IsIdentityChecked == other.IsIdentityChecked && IsUnreadable == other.IsUnreadable && Lines.AsSpan().SequenceEqual(other.Lines.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Clerk, Voter, HandedIn, Lines.Length);
}
