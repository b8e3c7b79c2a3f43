using CivicTech.Budgeting.Voting.Designs;
using NodaTime;

namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>A ballot on its way into the box.</summary>
/// <param name="Content">What it says.</param>
/// <param name="Channel">How it came.</param>
/// <param name="At">When it was cast or handed in.</param>
/// <param name="Card">The reference of the card, on paper.</param>
internal readonly record struct NewBallot(BallotContent Content, VotingChannel Channel, Instant At, string? Card);
