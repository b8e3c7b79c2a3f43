namespace CivicTech.Consensus.Formats;

/// <summary>What voters could choose in a contest of the common data format.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="IsWriteIn">Whether it stands for a name written in.</param>
/// <param name="Key">What is the same for selections of the same candidate, as on the lists of two parties.</param>
internal sealed record CdfSelection(string Name, bool IsWriteIn, string Key);
