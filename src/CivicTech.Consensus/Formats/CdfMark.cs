namespace CivicTech.Consensus.Formats;

/// <summary>A mark on a ballot of the common data format that counts.</summary>
/// <param name="Selection">What is marked.</param>
/// <param name="Rank">Its rank; 0 where there are no ranks.</param>
/// <param name="Votes">How many votes it stands for.</param>
/// <param name="At">Where it stands in the file.</param>
internal readonly record struct CdfMark(CdfSelection Selection, long Rank, long Votes, int At);
