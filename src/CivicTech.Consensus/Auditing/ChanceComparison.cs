namespace CivicTech.Consensus.Auditing;

/// <summary>
/// How many printed numbers would pass if each were drawn at random, all numbers of as many decimals within the scale being equally
/// likely. What was really computed from the stated answers passes always; what has nothing to do with them passes this often.
/// </summary>
public sealed record ChanceComparison
{
    internal ChanceComparison(double expected, double atLeastAsMany)
    {
        Expected = expected;
        AtLeastAsMany = atLeastAsMany;
    }

    /// <summary>How many would pass on average.</summary>
    public double Expected { get; }

    /// <summary>The probability that at least as many pass as did, from 0 to 1.</summary>
    public double AtLeastAsMany { get; }

    /// <param name="shares">For each number the share of random ones that pass.</param>
    /// <param name="passed">How many passed.</param>
    internal static ChanceComparison Of(IReadOnlyList<double> shares, int passed)
    {
        // The distribution of the number that pass, one printed number after the other.
        var ways = new double[shares.Count + 1];
        ways[0] = 1;
        for (var i = 0; i < shares.Count; i++)
        {
            for (var count = i + 1; count >= 0; count--)
            {
                ways[count] = (ways[count] * (1 - shares[i])) + (count > 0 ? ways[count - 1] * shares[i] : 0);
            }
        }

        return new(shares.Sum(), passed == 0 ? 1 : Math.Min(1, ways.Skip(passed).Sum()));
    }
}
