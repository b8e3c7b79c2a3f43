namespace CivicTech.Consensus.Tallying.Committees;

/// <summary>Committees of the best score that agree with what is settled so far.</summary>
/// <param name="Committees">All of them, or as many as are held at a time; each ascending.</param>
/// <param name="AreAll">Whether there are no others.</param>
/// <param name="Members">Who is in all of them, ascending.</param>
/// <param name="Open">Who is in some and not in others, ascending.</param>
internal sealed record BestSplit(List<int[]> Committees, bool AreAll, List<int> Members, List<int> Open);
