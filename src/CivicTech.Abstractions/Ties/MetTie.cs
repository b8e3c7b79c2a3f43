namespace CivicTech.Ties;

/// <summary>A tie as a rule in the making notes it.</summary>
/// <param name="Round">The round in which it was met, from 1.</param>
/// <param name="Tied">Indexes of the tied candidates, ascending.</param>
/// <param name="Matters">Whether choosing one of them changes what another has.</param>
internal readonly record struct MetTie(int Round, int[] Tied, bool Matters);
