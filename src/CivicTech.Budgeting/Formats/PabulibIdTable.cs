using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using System.Text;
using CivicTech.Ballots;

namespace CivicTech.Budgeting.Formats;

/// <summary>
/// From the bytes of a project id (up to 16) to its index: the id is one vector, compared at once. Longer ids are left to the careful way.
/// </summary>
internal sealed class PabulibIdTable
{
    internal const int MaxLength = 16;

    private readonly Slot[] _slots;
    private readonly int _shift;

    // Keyed anew in every process: nobody can prepare ids that all collide.
    private readonly ulong _multiplier = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) | 1;

    internal PabulibIdTable(CandidateList candidates)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, candidates.Count * 4));
        _slots = new Slot[size];
        _shift = 64 - BitOperations.Log2((uint)size);
        Span<byte> bytes = stackalloc byte[MaxLength];
        for (var i = 0; i < candidates.Count; i++)
        {
            var id = candidates[i];
            if (Encoding.UTF8.GetByteCount(id) <= MaxLength && !id.Contains('\0', StringComparison.Ordinal))
            {
                bytes.Clear();
                Encoding.UTF8.GetBytes(id, bytes);
                var key = Vector128.Create<byte>(bytes);
                var slot = Place(key);
                while (_slots[slot].Number != 0)
                {
                    slot = (slot + 1) & (_slots.Length - 1);
                }

                _slots[slot] = new Slot(key, i + 1);
            }
        }
    }

    /// <summary>The index of the id, or -1.</summary>
    /// <param name="bytes">16 bytes of which the first ones are the id.</param>
    /// <param name="length">How many: 1 to 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int IndexOf(Vector128<byte> bytes, int length)
    {
        var key = bytes & Vector128.LessThan(Vector128<byte>.Indices, Vector128.Create((byte)length));
        var slots = _slots;
        var slot = Place(key);
        while (true)
        {
            ref var found = ref slots[slot & (slots.Length - 1)];
            if (found.Key == key || found.Number == 0)
            {
                return found.Number - 1;
            }

            slot++;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Place(Vector128<byte> key)
    {
        var halves = key.AsUInt64();
        return (int)(((halves[0] ^ BitOperations.RotateLeft(halves[1], 29)) * _multiplier) >> _shift);
    }

    private readonly record struct Slot(Vector128<byte> Key, int Number);
}
