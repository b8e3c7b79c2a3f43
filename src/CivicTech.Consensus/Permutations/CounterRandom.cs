using System.Runtime.CompilerServices;

namespace CivicTech.Consensus.Permutations;

/// <summary>
/// Random numbers that depend on nothing but what they are for: (seed, stream, replicate). Replicates can be drawn in any order, on any
/// number of threads and on any machine, and are the same.
/// </summary>
/// <remarks>
/// <para>
/// SplitMix64 (Steele, Lea and Flood 2014) three times over. Its output number k from state x is M(x + (k + 1) γ) with γ =
/// 9E3779B97F4A7C15 and M its mixing function. A = output number <c>stream</c> from <c>seed</c>; B = output number <c>replicate</c> from A;
/// the words of this generator are the outputs 0, 1, 2, ... from B.
/// </para>
/// <para>
/// A shuffle of a(0), ..., a(n - 1) swaps a(i) with a(j) for i = 1, 2, ..., n - 1, where j is uniform on 0..i. Several j come from one word
/// (Brackett-Rozinsky and Lemire 2024): with f the upper 48 bits of the word, j = ⌊f (i + 1) / 2^48⌋, and f (i + 1) mod 2^48 is the f of
/// the next i. A word serves as many i as keep the product P of their i + 1 at most 2^40 (or fewer at the end of the row). When the last
/// remainder is less than 2^48 mod P, the word is passed over, before anything is swapped: so all arrangements are exactly equally likely.
/// </para>
/// </remarks>
internal struct CounterRandom
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;
    private const int FractionBits = 48;
    private const ulong FractionMask = (1UL << FractionBits) - 1;
    private const ulong MaxProduct = 1UL << 40;

    private ulong _state;

    internal CounterRandom(ulong seed, ulong stream, ulong replicate) => _state = Output(Output(seed, stream), replicate);

    /// <summary>The next 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong Next() => Mix(_state += Gamma);

    /// <summary>Puts the values in random order, in place.</summary>
    internal void Shuffle(Span<short> values)
    {
        for (var start = 1; start < values.Length;)
        {
            var end = start;
            var product = 1UL;
            while (end < values.Length && product * (ulong)(end + 1) <= MaxProduct)
            {
                product *= (ulong)(end + 1);
                end++;
            }

            var fraction = Fraction(product);
            for (; start < end; start++)
            {
                fraction *= (ulong)(start + 1);
                var other = (int)(fraction >> FractionBits);
                fraction &= FractionMask;
                (values[start], values[other]) = (values[other], values[start]);
            }
        }
    }

    /// <summary>48 bits whose multiples of 2^48 / product are equally likely to be met.</summary>
    private ulong Fraction(ulong product)
    {
        while (true)
        {
            var fraction = Next() >> (64 - FractionBits);
            var remainder = (fraction * product) & FractionMask;
            if (remainder >= product || remainder >= (1UL << FractionBits) % product)
            {
                return fraction;
            }
        }
    }

    private static ulong Output(ulong state, ulong number) => Mix(state + ((number + 1) * Gamma));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
