using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying;

/// <summary>The conservation check: no vote appears or disappears between rounds.</summary>
internal static class TrustedRounds
{
    /// <exception cref="InvalidOperationException">A round accounts for more or fewer votes than the first one.</exception>
    internal static IReadOnlyList<TallyRound> Of(Contest contest, IReadOnlyList<TallyRound> rounds)
    {
        foreach (var round in rounds)
        {
            if (round.CountsVotes && round.Total != (Rational)contest.Profile.Voters)
            {
                throw new InvalidOperationException(
                    FormattableString.Invariant($"Round {round.Number} accounts for {round.Total} of {contest.Profile.Voters} votes: the count is wrong."));
            }
        }

        return rounds;
    }
}
