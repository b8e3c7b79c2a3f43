using CivicTech.Ballots;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Conformance;

/// <summary>An election as a starvote file describes it.</summary>
internal sealed record StarvoteElection(string Method, int Seats, Rational MaximumScore, TieChain Ties, CardinalProfile Profile);
