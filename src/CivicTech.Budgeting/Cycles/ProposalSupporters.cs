using System.Collections.Immutable;
using CivicTech.Budgeting.Proposals;

namespace CivicTech.Budgeting.Cycles;

/// <summary>The distinct people who support proposals.</summary>
internal static class ProposalSupporters
{
    internal static string Key(string proposal, string person) => $"{proposal}/{person}";

    /// <summary>Everybody who supports one of several proposals, each once, since the first time. Reads all supports of them: O(n log n) in their number.</summary>
    internal static ImmutableSortedDictionary<string, ProposalSupport> Of(CycleState state, IEnumerable<Proposal> proposals)
    {
        var supporters = ImmutableSortedDictionary.CreateBuilder<string, ProposalSupport>(StringComparer.Ordinal);
        foreach (var proposal in proposals.Where(proposal => proposal.Supports > 0))
        {
            // As many as are counted follow the prefix, without a gap.
            var prefix = Key(proposal.Id, "");
            foreach (var (key, support) in state.Supports.After(prefix, proposal.Supports))
            {
                var person = key[prefix.Length..];
                supporters[person] = supporters.TryGetValue(person, out var earlier) && earlier.At <= support.At ? earlier : support;
            }
        }

        return supporters.ToImmutable();
    }
}
