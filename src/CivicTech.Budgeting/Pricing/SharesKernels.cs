using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CivicTech.Budgeting.Pricing;

/// <summary>How many numbers a machine adds at once.</summary>
internal enum Lanes
{
    /// <summary>One by one.</summary>
    Scalar = 1,

    /// <summary>As many as <see cref="Vector{T}"/> has: 4 with AVX2, 2 with SSE or NEON.</summary>
    Vector = 2,

    /// <summary>8, with AVX-512.</summary>
    Vector512 = 8,
}

/// <summary>
/// Sums over the supporters of a project: those who cannot pay the price in full, and the shares of those who can. Each supporter has money
/// and a share (how many times they pay the price); behind <c>shares.Length</c> the share is 1.
/// </summary>
internal static class SharesKernels
{
    /// <summary>The widest that this machine does well.</summary>
    internal static Lanes Widest { get; } =
        System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated ? Lanes.Vector512 : Vector.IsHardwareAccelerated ? Lanes.Vector : Lanes.Scalar;

    /// <summary>How many partial sums are kept: the rounding error of a sum of n numbers grows with n over this.</summary>
    internal static int PartialSums(Lanes lanes) => lanes switch
    {
        Lanes.Vector512 => 8,
        Lanes.Vector => Vector<double>.Count,
        _ => 1,
    };

    /// <summary>The sum of all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Sum(ReadOnlySpan<double> money, Lanes lanes)
    {
        ref var first = ref MemoryMarshal.GetReference(money);
        var length = money.Length;
        var i = 0;
        var sum = 0.0;
        if (lanes == Lanes.Vector512)
        {
            var one = Vector512<double>.Zero;
            var other = Vector512<double>.Zero;
            for (; i <= length - 16; i += 16)
            {
                one += Vector512.LoadUnsafe(ref first, (nuint)i);
                other += Vector512.LoadUnsafe(ref first, (nuint)(i + 8));
            }

            sum = Vector512.Sum(one + other);
        }
        else if (lanes == Lanes.Vector)
        {
            var partial = Vector<double>.Zero;
            for (; i <= length - Vector<double>.Count; i += Vector<double>.Count)
            {
                partial += Vector.LoadUnsafe(ref first, (nuint)i);
            }

            sum = Vector.Sum(partial);
        }

        for (; i < length; i++)
        {
            sum += Unsafe.Add(ref first, i);
        }

        return sum;
    }

    /// <summary>The money of those who have less than their share of the price, and the shares of the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static (double Poor, double Rich) Split(ReadOnlySpan<double> money, ReadOnlySpan<double> shares, double price, Lanes lanes)
    {
        var (poor, rich) = lanes switch
        {
            Lanes.Vector512 => SplitHead512(money, shares, price),
            Lanes.Vector => SplitHeadVector(money, shares, price),
            _ => SplitHeadScalar(money, shares, price, 0),
        };
        var tail = money[shares.Length..];
        var (tailPoor, tailRich) = lanes switch
        {
            Lanes.Vector512 => SplitTail512(tail, price),
            Lanes.Vector => SplitTailVector(tail, price),
            _ => SplitTailScalar(tail, price, 0),
        };
        return (poor + tailPoor, rich + tailRich);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double Poor, double Rich) SplitTail512(ReadOnlySpan<double> money, double price)
    {
        ref var first = ref MemoryMarshal.GetReference(money);
        var prices = Vector512.Create(price);
        var ones = Vector512.Create(1.0);
        var poor = Vector512<double>.Zero;
        var rich = Vector512<double>.Zero;
        var poor2 = Vector512<double>.Zero;
        var rich2 = Vector512<double>.Zero;
        var i = 0;
        for (; i <= money.Length - 16; i += 16)
        {
            var have = Vector512.LoadUnsafe(ref first, (nuint)i);
            var have2 = Vector512.LoadUnsafe(ref first, (nuint)(i + 8));
            var can = Vector512.GreaterThanOrEqual(have, prices);
            var can2 = Vector512.GreaterThanOrEqual(have2, prices);
            poor += Vector512.ConditionalSelect(can, Vector512<double>.Zero, have);
            rich += Vector512.ConditionalSelect(can, ones, Vector512<double>.Zero);
            poor2 += Vector512.ConditionalSelect(can2, Vector512<double>.Zero, have2);
            rich2 += Vector512.ConditionalSelect(can2, ones, Vector512<double>.Zero);
        }

        var rest = SplitTailScalar(money, price, i);
        return (Vector512.Sum(poor + poor2) + rest.Poor, Vector512.Sum(rich + rich2) + rest.Rich);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double Poor, double Rich) SplitTailVector(ReadOnlySpan<double> money, double price)
    {
        ref var first = ref MemoryMarshal.GetReference(money);
        var prices = new Vector<double>(price);
        var poor = Vector<double>.Zero;
        var rich = Vector<double>.Zero;
        var i = 0;
        for (; i <= money.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var have = Vector.LoadUnsafe(ref first, (nuint)i);
            var can = Vector.GreaterThanOrEqual(have, prices);
            poor += Vector.ConditionalSelect(can, Vector<double>.Zero, have);
            rich += Vector.ConditionalSelect(can, Vector<double>.One, Vector<double>.Zero);
        }

        var rest = SplitTailScalar(money, price, i);
        return (Vector.Sum(poor) + rest.Poor, Vector.Sum(rich) + rest.Rich);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double Poor, double Rich) SplitTailScalar(ReadOnlySpan<double> money, double price, int from)
    {
        var poor = 0.0;
        var rich = 0L;
        for (var i = from; i < money.Length; i++)
        {
            var can = money[i] >= price;
            poor += can ? 0 : money[i];
            rich += can ? 1 : 0;
        }

        return (poor, rich);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double Poor, double Rich) SplitHead512(ReadOnlySpan<double> money, ReadOnlySpan<double> shares, double price)
    {
        ref var first = ref MemoryMarshal.GetReference(money);
        ref var firstShare = ref MemoryMarshal.GetReference(shares);
        var prices = Vector512.Create(price);
        var poor = Vector512<double>.Zero;
        var rich = Vector512<double>.Zero;
        var i = 0;
        for (; i <= shares.Length - 8; i += 8)
        {
            var have = Vector512.LoadUnsafe(ref first, (nuint)i);
            var share = Vector512.LoadUnsafe(ref firstShare, (nuint)i);
            var can = Vector512.GreaterThanOrEqual(have, share * prices);
            poor += Vector512.ConditionalSelect(can, Vector512<double>.Zero, have);
            rich += Vector512.ConditionalSelect(can, share, Vector512<double>.Zero);
        }

        var rest = SplitHeadScalar(money, shares, price, i);
        return (Vector512.Sum(poor) + rest.Poor, Vector512.Sum(rich) + rest.Rich);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double Poor, double Rich) SplitHeadVector(ReadOnlySpan<double> money, ReadOnlySpan<double> shares, double price)
    {
        ref var first = ref MemoryMarshal.GetReference(money);
        ref var firstShare = ref MemoryMarshal.GetReference(shares);
        var prices = new Vector<double>(price);
        var poor = Vector<double>.Zero;
        var rich = Vector<double>.Zero;
        var i = 0;
        for (; i <= shares.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var have = Vector.LoadUnsafe(ref first, (nuint)i);
            var share = Vector.LoadUnsafe(ref firstShare, (nuint)i);
            var can = Vector.GreaterThanOrEqual(have, share * prices);
            poor += Vector.ConditionalSelect(can, Vector<double>.Zero, have);
            rich += Vector.ConditionalSelect(can, share, Vector<double>.Zero);
        }

        var rest = SplitHeadScalar(money, shares, price, i);
        return (Vector.Sum(poor) + rest.Poor, Vector.Sum(rich) + rest.Rich);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double Poor, double Rich) SplitHeadScalar(ReadOnlySpan<double> money, ReadOnlySpan<double> shares, double price, int from)
    {
        var poor = 0.0;
        var rich = 0.0;
        for (var i = from; i < shares.Length; i++)
        {
            var can = money[i] >= shares[i] * price;
            poor += can ? 0 : money[i];
            rich += can ? shares[i] : 0;
        }

        return (poor, rich);
    }

    /// <summary>What each supporter has left after paying: those who cannot pay in full are marked as out of money.</summary>
    /// <param name="money">What they have; afterwards what they have left.</param>
    /// <param name="shares">The shares of the first of them.</param>
    /// <param name="price">The price of a share.</param>
    /// <param name="nothingLeft">The mark.</param>
    /// <param name="lanes">Which instructions are used.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Pay(Span<double> money, ReadOnlySpan<double> shares, double price, double nothingLeft, Lanes lanes)
    {
        ref var first = ref MemoryMarshal.GetReference(money);
        ref var firstShare = ref MemoryMarshal.GetReference(shares);
        var i = 0;
        if (lanes == Lanes.Vector512)
        {
            var prices = Vector512.Create(price);
            var nothing = Vector512.Create(nothingLeft);
            for (; i <= shares.Length - 8; i += 8)
            {
                var left = Vector512.LoadUnsafe(ref first, (nuint)i) - (prices * Vector512.LoadUnsafe(ref firstShare, (nuint)i));
                Vector512.ConditionalSelect(Vector512.GreaterThan(left, Vector512<double>.Zero), left, nothing).StoreUnsafe(ref first, (nuint)i);
            }

            PayScalar(money[..shares.Length], shares, price, nothingLeft, i);
            for (i = shares.Length; i <= money.Length - 8; i += 8)
            {
                var left = Vector512.LoadUnsafe(ref first, (nuint)i) - prices;
                Vector512.ConditionalSelect(Vector512.GreaterThan(left, Vector512<double>.Zero), left, nothing).StoreUnsafe(ref first, (nuint)i);
            }
        }
        else if (lanes == Lanes.Vector)
        {
            var prices = new Vector<double>(price);
            var nothing = new Vector<double>(nothingLeft);
            for (; i <= shares.Length - Vector<double>.Count; i += Vector<double>.Count)
            {
                var left = Vector.LoadUnsafe(ref first, (nuint)i) - (prices * Vector.LoadUnsafe(ref firstShare, (nuint)i));
                Vector.ConditionalSelect(Vector.GreaterThan(left, Vector<double>.Zero), left, nothing).StoreUnsafe(ref first, (nuint)i);
            }

            PayScalar(money[..shares.Length], shares, price, nothingLeft, i);
            for (i = shares.Length; i <= money.Length - Vector<double>.Count; i += Vector<double>.Count)
            {
                var left = Vector.LoadUnsafe(ref first, (nuint)i) - prices;
                Vector.ConditionalSelect(Vector.GreaterThan(left, Vector<double>.Zero), left, nothing).StoreUnsafe(ref first, (nuint)i);
            }
        }

        PayScalar(money, shares, price, nothingLeft, i);
    }

    private static void PayScalar(Span<double> money, ReadOnlySpan<double> shares, double price, double nothingLeft, int from)
    {
        for (var i = from; i < money.Length; i++)
        {
            var left = money[i] - (i < shares.Length ? price * shares[i] : price);
            money[i] = left > 0 ? left : nothingLeft;
        }
    }
}
