using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CivicTech.Consensus.Permutations;

/// <summary>
/// Random numbers that depend on nothing but what they are for: (seed, stream, replicate). Replicates can be drawn in any order, on any
/// number of threads and on any machine, and are the same.
/// </summary>
/// <remarks>
/// <para>
/// SplitMix64 (Steele, Lea and Flood 2014) three times over. Its output number k from state x is M(x + (k + 1) γ) mod 2^64 with γ =
/// 9E3779B97F4A7C15 and M its mixing function. A = output number <c>stream</c> from <c>seed</c>; B = output number <c>replicate</c> from A;
/// the words of this generator are the outputs number 0, 1, 2, ... from B.
/// </para>
/// <para>
/// A shuffle of a(0), ..., a(n - 1) swaps a(i) with a(j) for i = 1, 2, ..., n - 1, where j is uniform on 0..i. Several j come from one word
/// (Brackett-Rozinsky and Lemire 2024): with f the upper 48 bits of the word, j = ⌊f (i + 1) / 2^48⌋, and f (i + 1) mod 2^48 is the f of
/// the next i. A word serves as many i as keep the product P of their i + 1 at most 2^40, or fewer at the end. When f P mod 2^48 is less
/// than 2^48 mod P, the word is passed over: so all arrangements are exactly equally likely, as far as words are uniform.
/// </para>
/// </remarks>
internal struct CounterRandom
{
    internal const int FractionBits = 48;

    private const ulong FractionMask = (1UL << FractionBits) - 1;
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    private ulong _state;

    internal CounterRandom(ulong seed, ulong stream, ulong replicate) => _state = Output(Output(seed, stream), replicate);

    /// <summary>The next 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong Next() => Mix(_state += Gamma);

    /// <summary>Puts the values in random order, in place.</summary>
    internal void Shuffle(Span<short> values) => Shuffle(values, values, ShufflePlan.For(values.Length));

    /// <summary>Puts the values in random order into a target: another place of the same size, or the same place.</summary>
    /// <remarks>Optimised at once: a single test is over before calls have been counted.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Shuffle(ReadOnlySpan<short> source, Span<short> target, ShufflePlan plan)
    {
        Debug.Assert(source.Length == plan.Count && target.Length == plan.Count);
        if (source.IsEmpty)
        {
            return;
        }

        // Every place is below the end of a batch, and so below plan.Count.
        ref var from = ref MemoryMarshal.GetReference(source);
        ref var to = ref MemoryMarshal.GetReference(target);
        to = from;
        nint place = 1;
        foreach (ref readonly var batch in plan.Batches.AsSpan())
        {
            var fraction = Fraction(batch.Product, batch.Excess);
            nint end = batch.End;
            do
            {
                fraction *= (ulong)(place + 1);
                var other = (nint)(fraction >> FractionBits);
                fraction &= FractionMask;
                var value = Unsafe.Add(ref from, place);
                Unsafe.Add(ref to, place) = Unsafe.Add(ref to, other);
                Unsafe.Add(ref to, other) = value;
            }
            while (++place < end);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Fraction(ulong product, ulong excess)
    {
        while (true)
        {
            var fraction = Next() >> (64 - FractionBits);
            if (((fraction * product) & FractionMask) >= excess)
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
