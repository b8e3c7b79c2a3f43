namespace CivicTech.Consensus.Permutations;

/// <summary>Carries out replicates of a permutation test, with memory of its own for one thread.</summary>
internal abstract class Replicates
{
    /// <summary>How many of the replicates from first to before end have a Q of at least the observed one.</summary>
    internal abstract int CountAtLeast(int first, int end);
}
