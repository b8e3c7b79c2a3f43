using System.Collections.Immutable;

namespace CivicTech.Budgeting.Proposals;

/// <summary>The proposals that come on the ballot.</summary>
internal static class BallotProposals
{
    /// <summary>Those on the shortlist that are priced and not hidden, in the order of their numbers.</summary>
    internal static ImmutableArray<Proposal> Of(IEnumerable<Proposal> proposals) =>
        [.. proposals.Where(proposal => proposal is { Status: ProposalStatus.Shortlisted, Price: not null, HiddenFor: null }).OrderBy(proposal => proposal.Number)];

    /// <summary>Sets of at least two that share a place, of which at most one can win: the reference of the place, and ids in the order given.</summary>
    internal static ImmutableArray<(string Place, ImmutableArray<string> Proposals)> SamePlace(ImmutableArray<Proposal> proposals) =>
    [
        .. proposals.Where(proposal => proposal.Content.Place?.Reference is not null)
            .GroupBy(proposal => proposal.Content.Place!.Reference!, proposal => proposal.Id, StringComparer.Ordinal)
            .Where(same => same.Count() > 1)
            .Select(same => (same.Key, same.ToImmutableArray())),
    ];
}
