namespace CivicTech.Consensus.Concordance;

/// <summary>Which sums raters can have: what cannot be was misread, or subtracted without having been added.</summary>
internal static class ConcordanceSums
{
    internal static bool CanBe(ReadOnlySpan<long> sums, Int128 squares, long raters, long constant, long incomplete)
    {
        if (raters < 0 || constant < 0 || incomplete < 0 || constant > raters || squares < 0)
        {
            return false;
        }

        // Constant raters add nothing, so the others alone must explain the sums.
        Int128 ranking = raters - constant;
        Int128 n = sums.Length;
        if (squares > ranking * ((n * n * n) - n) / 3 || (ranking > 0 && squares == 0))
        {
            return false;
        }

        Int128 total = 0;
        var squared = System.Numerics.BigInteger.Zero;
        foreach (var sum in sums)
        {
            if (Int128.Abs(sum) > ranking * (n - 1))
            {
                return false;
            }

            total += sum;
            squared += (Int128)sum * sum;
        }

        // Cauchy and Schwarz: the squared length of a sum is at most the number of terms times their squared lengths.
        return total == 0 && squared <= ranking * (System.Numerics.BigInteger)squares;
    }
}
