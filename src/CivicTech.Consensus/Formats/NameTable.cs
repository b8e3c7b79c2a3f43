using System.Numerics;
using System.Text;

namespace CivicTech.Consensus.Formats;

/// <summary>From the bytes of a name to its number: found without decoding the name.</summary>
internal sealed class NameTable
{
    private readonly List<(byte[] Name, int Number)> _names = [];
    private int[] _slots = new int[16];

    /// <summary>Enters a name; false when it is there already.</summary>
    internal bool TryAdd(string name, int number)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        if (Find(bytes) >= 0)
        {
            return false;
        }

        _names.Add((bytes, number));
        if (_names.Count * 2 > _slots.Length)
        {
            _slots = new int[(int)BitOperations.RoundUpToPowerOf2((uint)_names.Count * 4)];
            for (var i = 0; i < _names.Count; i++)
            {
                Enter(i);
            }
        }
        else
        {
            Enter(_names.Count - 1);
        }

        return true;
    }

    /// <summary>The number of a name, or -1.</summary>
    internal int Find(ReadOnlySpan<byte> name)
    {
        var mask = _slots.Length - 1;
        for (var slot = (int)ByteHash.Of(name) & mask; _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            var (found, number) = _names[_slots[slot] - 1];
            if (name.SequenceEqual(found))
            {
                return number;
            }
        }

        return -1;
    }

    private void Enter(int index)
    {
        var mask = _slots.Length - 1;
        var slot = (int)ByteHash.Of(_names[index].Name) & mask;
        while (_slots[slot] != 0)
        {
            slot = (slot + 1) & mask;
        }

        _slots[slot] = index + 1;
    }
}
