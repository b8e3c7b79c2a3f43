using System.Buffers;
using System.Runtime.CompilerServices;

namespace CivicTech.Ballots;

/// <summary>
/// Arrays that grow. Up to some megabytes they are borrowed from the shared pool, so that reading one election after another does not fill
/// the heap with outgrown arrays; larger ones are allocated and handed over without a copy.
/// </summary>
internal static class GrowingArray
{
    private const int BorrowedBytes = 1 << 23;

    /// <summary>An array of at least that size; its content is arbitrary.</summary>
    internal static T[] New<T>(int size)
        where T : unmanaged => IsBorrowed<T>(size) ? ArrayPool<T>.Shared.Rent(size) : GC.AllocateUninitializedArray<T>(size);

    /// <summary>Makes room for so many items; the used ones are kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Reserve<T>(ref T[] array, int needed, int used)
        where T : unmanaged
    {
        if (needed > array.Length)
        {
            Grow(ref array, needed, used);
        }
    }

    /// <summary>The used items as an array of their own, or the array itself with what is behind them. Do not use it afterwards.</summary>
    internal static T[] HandOver<T>(T[] array, int used)
        where T : unmanaged
    {
        if (!IsBorrowed<T>(array.Length))
        {
            return array;
        }

        var own = array.AsSpan(0, used).ToArray();
        Release(array);
        return own;
    }

    /// <summary>Gives the array back, if it was borrowed. Do not use it afterwards.</summary>
    internal static void Release<T>(T[] array)
        where T : unmanaged
    {
        if (IsBorrowed<T>(array.Length))
        {
            ArrayPool<T>.Shared.Return(array);
        }
    }

    private static bool IsBorrowed<T>(int size)
        where T : unmanaged => (long)size * Unsafe.SizeOf<T>() <= BorrowedBytes;

    private static void Grow<T>(ref T[] array, int needed, int used)
        where T : unmanaged
    {
        // By half where it is large: twice the memory at the peak is what hurts there.
        var size = IsBorrowed<T>(needed) ? array.Length * 2L : array.Length + (array.Length / 2L);
        var larger = New<T>((int)Math.Min(Math.Max(size, needed), Array.MaxLength));
        array.AsSpan(0, used).CopyTo(larger);
        Release(array);
        array = larger;
    }
}
