using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Proposals;
using CivicTech.Budgeting.Voting;

namespace CivicTech.Budgeting.Cycles;

/// <summary>The first edition of the official ballot: areas in the order of the plan, projects of each by number or shuffled by a seed.</summary>
internal static class BallotOrder
{
    internal static OfficialBallot Make(ImmutableArray<VotingArea> areas, ImmutableArray<Proposal> proposals, FreezeBallot freeze)
    {
        var sets = freeze.Exclusions.Select((set, i) => (Name: $"set:{(i + 1).ToString(CultureInfo.InvariantCulture)}", Members: set))
            .Concat(BallotProposals.SamePlace(proposals).Select(same => (Name: $"place:{same.Place}", Members: same.Proposals)))
            .ToList();
        return new OfficialBallot
        {
            Edition = 1,
            Areas = areas,
            Projects =
            [
                .. areas.SelectMany(area => Ordered(proposals.Where(proposal => proposal.Content.Area == area.Id), freeze.OrderSeed)).Select(proposal => new BallotProject
                {
                    Id = proposal.Id,
                    Area = proposal.Content.Area,
                    Cost = proposal.Price!.Value,
                    Theme = proposal.Content.Theme,
                    ExclusionGroups = [.. sets.Where(set => set.Members.Contains(proposal.Id)).Select(set => set.Name)],
                }),
            ],
        };
    }

    // By the SHA-256 of the seed, a zero byte and the id, as lots are: anybody can do it again.
    private static IEnumerable<Proposal> Ordered(IEnumerable<Proposal> proposals, string? seed) => seed is null
        ? proposals
        : proposals.OrderBy(proposal => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\0{proposal.Id}"))), StringComparer.Ordinal);
}
