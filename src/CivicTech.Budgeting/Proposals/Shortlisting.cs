using System.Collections.Immutable;

namespace CivicTech.Budgeting.Proposals;

/// <summary>Shortlists, from candidates and a rule.</summary>
internal static class Shortlisting
{
    /// <summary>What a rule makes of candidates, in the order of their numbers whatever the order in which they come. O(n log n).</summary>
    internal static ImmutableArray<ShortlistEntry> Apply(ShortlistRule rule, IEnumerable<Proposal> candidates) => Apply(candidates, rule, null);

    /// <summary>A shortlist that was made by hand.</summary>
    internal static ImmutableArray<ShortlistEntry> Name(IReadOnlySet<string> chosen, IEnumerable<Proposal> candidates) => Apply(candidates, ShortlistRule.ByHand, chosen);

    private static ImmutableArray<ShortlistEntry> Apply(IEnumerable<Proposal> candidates, ShortlistRule rule, IReadOnlySet<string>? named) =>
    [
        .. candidates
            .GroupBy(proposal => rule.Kind switch
            {
                ShortlistKind.TopOfArea => proposal.Content.Area,
                ShortlistKind.TopOfTheme => proposal.Content.Theme ?? "",
                _ => "",
            })
            .SelectMany(together => Ranked(rule, together, named))
            .OrderBy(ranked => ranked.Number)
            .Select(ranked => ranked.Entry),
    ];

    private static IEnumerable<(int Number, ShortlistEntry Entry)> Ranked(ShortlistRule rule, IEnumerable<Proposal> together, IReadOnlySet<string>? named)
    {
        var (placed, place, last) = (0, 0, -1);
        foreach (var proposal in together.OrderByDescending(proposal => proposal.Supports).ThenBy(proposal => proposal.Number))
        {
            placed++;
            place = proposal.Supports == last ? place : placed;
            last = proposal.Supports;
            var isChosen = rule.Kind switch
            {
                ShortlistKind.AllFeasible => true,
                ShortlistKind.Threshold => proposal.Supports >= rule.Number,
                ShortlistKind.ByHand => named!.Contains(proposal.Id),
                _ => (rule.Ties == ShortlistTies.AllIn ? place : placed) <= rule.Number,
            };
            yield return (proposal.Number, new ShortlistEntry { Proposal = proposal.Id, Supports = proposal.Supports, Place = place, IsChosen = isChosen });
        }
    }
}
