using System.Numerics;

namespace CivicTech.Consensus.Coefficients;

/// <summary>Every finite double is a whole number times a power of two.</summary>
internal static class DyadicScale
{
    /// <summary>Whole numbers in the same proportions as the values, as small as a common power of two makes them.</summary>
    /// <param name="values">Finite.</param>
    internal static BigInteger[] WholeNumbers(ReadOnlySpan<double> values)
    {
        var parts = new (long Mantissa, int Exponent)[values.Length];
        var lowest = int.MaxValue;
        for (var i = 0; i < values.Length; i++)
        {
            parts[i] = Parts(values[i]);
            lowest = values[i] == 0 ? lowest : Math.Min(lowest, parts[i].Exponent);
        }

        return Array.ConvertAll(parts, part => part.Mantissa == 0 ? BigInteger.Zero : (BigInteger)part.Mantissa << (part.Exponent - lowest));
    }

    // An odd mantissa, or 0.
    private static (long Mantissa, int Exponent) Parts(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var biased = (int)((bits >> 52) & 0x7FF);
        var fraction = bits & 0xF_FFFF_FFFF_FFFF;
        var mantissa = biased == 0 ? fraction : fraction | (1L << 52);
        var zeros = mantissa == 0 ? 0 : BitOperations.TrailingZeroCount(mantissa);
        return ((bits < 0 ? -1 : 1) * (mantissa >> zeros), Math.Max(biased, 1) + zeros);
    }
}
