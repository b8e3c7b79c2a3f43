using CivicTech.Ballots;

namespace CivicTech;

/// <summary>A rule that orders candidates: profile in, ordering with tie groups out.</summary>
public interface IRankingRule : IRule
{
    /// <summary>Orders the candidates of a profile.</summary>
    /// <param name="profile">A profile of a kind that the rule knows.</param>
    /// <exception cref="ArgumentException">The rule does not know ballots of this kind.</exception>
    Ranking Rank(Profile profile);
}
