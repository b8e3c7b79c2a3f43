using CivicTech.Receipts;

namespace CivicTech.Consensus.Tallying;

/// <summary>Where ballots came from, and how many there should be: a file, a precinct, a scanner's batch.</summary>
/// <param name="Source">Its name, as it should stand in a report.</param>
/// <param name="Ballots">How many ballots it was declared to hold: zero or more.</param>
/// <param name="Digest">The SHA-256 of its bytes, or null when it is not known.</param>
public sealed record BallotBatch(string Source, long Ballots, Digest? Digest);
