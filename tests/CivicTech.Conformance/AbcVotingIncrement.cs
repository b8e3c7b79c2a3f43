using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;
using CivicTech.Numerics;

namespace CivicTech.Conformance;

/// <summary>
/// Abcvoting's increment completion of Equal Shares: voters get money for one more seat until all seats are taken; then the run ends, whoever
/// else they could pay for.
/// </summary>
/// <remarks>
/// The Add1 completion of this library, as of the literature and the tools of cities, differs in one case: where the run that fills all seats
/// would go beyond them, it takes the outcome before. In all other cases both must elect the same.
/// </remarks>
internal static class AbcVotingIncrement
{
    /// <summary>The first run that fills all seats, or elects everybody with a supporter; who comes behind the last seat is not a member.</summary>
    /// <exception cref="InvalidDataException">Add1 elects others where it should not.</exception>
    internal static Allocation Allocate(IAllocationRule plain, Profile profile, int seats)
    {
        var enough = Math.Min(seats, profile.CountVoters().Count(votes => votes > 0));
        var money = seats;
        var allocation = plain.AllocateCommittee(profile, money);
        while (allocation.Funded.Length < enough)
        {
            allocation = plain.AllocateCommittee(profile, ++money);
        }

        var addOne = new EqualShares
        {
            AddOne = new() { Start = AddOneStart.Fractional, StopWhenExhaustive = true, Increment = new Rational(1, profile.Voters) },
            Ties = ((EqualShares)plain).Ties,
        };
        var elected = allocation.Funded.Select(member => member.Id).Order(StringComparer.Ordinal);
        var stepwise = addOne.AllocateCommittee(profile, seats).Funded.Select(member => member.Id).Order(StringComparer.Ordinal);
        return allocation.Funded.Length != enough || elected.SequenceEqual(stepwise, StringComparer.Ordinal)
            ? allocation
            : throw new InvalidDataException($"Add1 elects {string.Join(", ", stepwise)}; the first run that fills all seats {string.Join(", ", elected)}.");
    }
}
