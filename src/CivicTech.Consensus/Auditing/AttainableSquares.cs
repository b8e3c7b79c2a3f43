namespace CivicTech.Consensus.Auditing;

/// <summary>
/// Which sums of squares go with which sums of n whole numbers from 0 to k. A dynamic programme over both: how few numbers above 0 reach
/// them. The square of a number has its parity, so that the sum of squares of numbers with the sum s is s + 2h with a whole h.
/// </summary>
internal sealed class AttainableSquares
{
    private const long MostSteps = 20_000_000;
    private const int Unreachable = int.MaxValue;

    private readonly int _count;
    private readonly long _largest;
    private readonly int[][] _fewest;

    private AttainableSquares(int count, int largest)
    {
        _count = count;
        _largest = largest;
        _fewest = new int[((long)count * largest / 2) + 1][];
        _fewest[0] = [0];
        for (var sum = 1; sum < _fewest.Length; sum++)
        {
            _fewest[sum] = Row(sum, largest);
        }
    }

    /// <summary>Null when it would be too much work: for 0 to 4 from about 1,300 numbers on.</summary>
    internal static AttainableSquares? TryOf(int count, long largest)
    {
        // Sums up to half of the largest, halves h up to sum · (largest - 1) / 2, each from every number.
        var sums = (double)count * largest / 2;
        return sums * sums / 4 * Math.Max(1, largest - 1) * largest <= MostSteps ? new(count, (int)largest) : null;
    }

    /// <summary>The sums of squared deviations, times n, of n numbers with this sum; ascending.</summary>
    internal IEnumerable<Int128> DeviationsOf(long sum)
    {
        // Numbers counted from the other end are spread alike.
        var near = Math.Min(sum, (_count * _largest) - sum);
        var row = _fewest[near];
        for (var half = 0; half < row.Length; half++)
        {
            if (row[half] <= _count)
            {
                yield return ((Int128)_count * (near + (2L * half))) - ((Int128)near * near);
            }
        }
    }

    private int[] Row(int sum, int largest)
    {
        var row = new int[(int)((long)sum * (largest - 1) / 2) + 1];
        Array.Fill(row, Unreachable);
        for (var number = 1; number <= Math.Min(largest, sum); number++)
        {
            var before = _fewest[sum - number];
            var half = number * (number - 1) / 2;
            for (var i = 0; i < before.Length; i++)
            {
                if (before[i] < _count && before[i] + 1 < row[i + half])
                {
                    row[i + half] = before[i] + 1;
                }
            }
        }

        return row;
    }
}
