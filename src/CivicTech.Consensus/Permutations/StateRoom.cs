namespace CivicTech.Consensus.Permutations;

/// <summary>Arrays that tables no longer need, for the tables after them: fresh memory costs more than clearing used memory.</summary>
internal sealed class StateRoom
{
    private const int MaxKept = 2;
    private readonly List<ulong[]> _kept = [];

    /// <summary>An array of at least so many digits, the first of them 0.</summary>
    internal ulong[] Take(int length)
    {
        var best = -1;
        for (var i = 0; i < _kept.Count; i++)
        {
            if (_kept[i].Length >= length && (best < 0 || _kept[i].Length < _kept[best].Length))
            {
                best = i;
            }
        }

        if (best < 0)
        {
            return new ulong[length];
        }

        var room = _kept[best];
        _kept.RemoveAt(best);
        room.AsSpan(0, length).Clear();
        return room;
    }

    internal void GiveBack(ulong[] room)
    {
        _kept.Add(room);
        if (_kept.Count > MaxKept)
        {
            _kept.Remove(_kept.MinBy(kept => kept.Length)!);
        }
    }
}
