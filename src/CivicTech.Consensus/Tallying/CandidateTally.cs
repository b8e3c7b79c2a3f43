using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying;

/// <summary>What a candidate has in a round.</summary>
/// <param name="Candidate">The identifier.</param>
/// <param name="Votes">Exact: votes, points or grades, as the rule counts.</param>
/// <param name="IsContinuing">Whether votes can still go to the candidate.</param>
/// <param name="KeepFactor">In rules that let candidates keep a part of each vote (Meek, Warren): that part; otherwise null.</param>
public sealed record CandidateTally(string Candidate, Rational Votes, bool IsContinuing, Rational? KeepFactor);
