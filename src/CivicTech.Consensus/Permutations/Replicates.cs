namespace CivicTech.Consensus.Permutations;

/// <summary>Carries out replicates of a permutation test, with memory of its own for one thread.</summary>
internal abstract class Replicates
{
    /// <summary>How many of the replicates from first to before end have a Q of at least the observed one.</summary>
    internal int CountAtLeast(int first, int end)
    {
        var count = 0;
        for (var replicate = first; replicate < end; replicate++)
        {
            if (Reaches((ulong)replicate))
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>Whether a replicate has a Q of at least the observed one.</summary>
    protected abstract bool Reaches(ulong replicate);
}
