namespace CivicTech.Consensus.Permutations;

/// <summary>
/// A state and its mirror image, every sum as far on the other side of their mean, come to the same Q in equally many ways when later raters'
/// values are symmetric, as untied ones are. One of the two can stand for both.
/// </summary>
internal static class MirrorImages
{
    /// <summary>Puts the mirror image in place when it is the one that stands for both.</summary>
    /// <param name="sums">Ascending.</param>
    internal static void ChooseOne(Span<int> sums)
    {
        var total = 0L;
        foreach (var sum in sums)
        {
            total += sum;
        }

        // No such state, when twice the mean is not whole, or the mirror image would not be whole numbers from 0.
        var (twiceMean, rest) = Math.DivRem(2 * total, sums.Length);
        if (rest != 0 || twiceMean < sums[^1])
        {
            return;
        }

        for (int low = 0, high = sums.Length - 1; high >= 0; low++, high--)
        {
            var difference = twiceMean - sums[high] - sums[low];
            if (difference != 0)
            {
                if (difference < 0)
                {
                    Mirror(sums, (int)twiceMean);
                }

                return;
            }
        }
    }

    private static void Mirror(Span<int> sums, int twiceMean)
    {
        sums.Reverse();
        foreach (ref var sum in sums)
        {
            sum = twiceMean - sum;
        }
    }
}
