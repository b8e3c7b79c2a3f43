using CivicTech.Numerics;

namespace CivicTech.Budgeting.Allocation;

/// <summary>An amount that some number of voters share.</summary>
/// <param name="Amount">What each of them paid or has, in the election's own unit of money.</param>
/// <param name="Voters">How many voters: at least 1.</param>
public readonly record struct VoterAmount(Rational Amount, long Voters);
