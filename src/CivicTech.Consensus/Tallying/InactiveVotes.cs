using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying;

/// <summary>Votes that count for nobody, for one reason.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Votes">How much of the voters' votes: exact, zero or more.</param>
public sealed record InactiveVotes(InactiveReason Reason, Rational Votes);
