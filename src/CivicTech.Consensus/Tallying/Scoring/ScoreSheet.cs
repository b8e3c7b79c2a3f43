using CivicTech.Ballots;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>Score ballots of a range from zero to a highest score; who is not scored has zero.</summary>
internal sealed class ScoreSheet
{
    /// <exception cref="ArgumentException">They are no score ballots, or a score is out of range.</exception>
    internal ScoreSheet(Profile profile, Rational maximum)
    {
        Profile = profile as CardinalProfile ?? throw new ArgumentException($"Scores are counted from score ballots, not from {profile.Kind} ballots.", nameof(profile));
        Maximum = maximum;
        Unit = new Rational(1, CardinalScale.PowerOfTen(Profile.Decimals));
        Sums = Profile.SumScores();
        for (var ballot = 0; ballot < Profile.DistinctBallots; ballot++)
        {
            foreach (var score in Profile.ScoresOf(ballot))
            {
                if (score < 0 || score * Unit > maximum)
                {
                    throw new ArgumentException($"A ballot gives a score of {score * Unit}; scores go from 0 to {maximum}.", nameof(profile));
                }
            }
        }
    }

    internal CardinalProfile Profile { get; }

    internal CandidateList Candidates => Profile.Candidates;

    internal Rational Maximum { get; }

    /// <summary>What a score of one is, as ballots are stored.</summary>
    internal Rational Unit { get; }

    internal Rational[] Sums { get; }
}
