namespace CivicTech.Ballots;

/// <summary>Decimals of scores.</summary>
internal static class CardinalScale
{
    internal const int MaxDecimals = 18;

    internal static long PowerOfTen(int decimals)
    {
        var power = 1L;
        for (var i = 0; i < decimals; i++)
        {
            power *= 10;
        }

        return power;
    }

    /// <summary>The same scores with the fewest decimals that hold them all; so equal profiles have equal bytes.</summary>
    internal static (BallotColumns Columns, int Decimals) Reduce(BallotColumns columns, int decimals)
    {
        var used = columns.Values.AsSpan(0, columns.ValueCount);
        while (decimals > 0)
        {
            foreach (var value in used)
            {
                if (value % 10 != 0)
                {
                    return (columns, decimals);
                }
            }

            foreach (ref var value in used)
            {
                value /= 10;
            }

            decimals--;
        }

        return (columns, decimals);
    }
}
