namespace CivicTech.Budgeting.Loads;

/// <content>
/// The flow: sent along shortest ways first (Dinic, Soviet Math. Doklady 11, 1970). A way may go from a group back to a project that it takes
/// from, which then has to send as much elsewhere.
/// </content>
internal sealed partial class LoadNetwork<T>
{
    private readonly T[] _flow;
    private readonly T[] _room;
    private readonly T[] _unsent;
    private T _perVoter;

    private readonly int[] _projectLevels;
    private readonly int[] _groupLevels;
    private readonly int[] _projectCursors;
    private readonly int[] _groupCursors;
    private readonly List<int> _queue = [];
    private readonly List<(int Sent, int TakenBack)> _way = [];

    // The shared flow, brought to the scale of another bound that is no lower. What is lost in rounding is sent again: little, as costs
    // come in small units.
    private void Start(Load<T> bound)
    {
        var isShared = bound == _shared;
        _perVoter = bound.Cost;
        for (var project = 0; project <= _projects; project++)
        {
            _unsent[project] = _costs[project] * bound.Voters;
        }

        for (var group = 0; group < _room.Length; group++)
        {
            var room = _weights[group] * bound.Cost;
            for (var entry = _fold.Starts[group]; entry < _fold.Starts[group + 1]; entry++)
            {
                var flow = isShared ? _sharedFlow[entry] : _sharedWhole[entry] * bound.Voters;
                _flow[entry] = flow;
                _unsent[_entryProject[entry]] -= flow;
                room -= flow;
            }

            _room[group] = room;
        }

        _flow.AsSpan(_entries).Clear();
    }

    private void Send(CancellationToken cancellation)
    {
        while (FindLevels())
        {
            cancellation.ThrowIfCancellationRequested();
            _projectStarts.AsSpan(0, _projects + 1).CopyTo(_projectCursors);
            _fold.Starts.AsSpan(0, _room.Length).CopyTo(_groupCursors);
            for (var project = 0; project <= _projects; project++)
            {
                while (_unsent[project] > T.Zero && FindWay(project) is var group and >= 0)
                {
                    SendAlong(project, group);
                }
            }
        }
    }

    // How far projects and groups are from projects that have something unsent; false if no group with room can be reached.
    private bool FindLevels()
    {
        Array.Fill(_projectLevels, -1);
        Array.Fill(_groupLevels, -1);
        _queue.Clear();
        for (var project = 0; project <= _projects; project++)
        {
            if (_unsent[project] > T.Zero)
            {
                _projectLevels[project] = 0;
                _queue.Add(project);
            }
        }

        var last = int.MaxValue;
        for (var i = 0; i < _queue.Count && _projectLevels[_queue[i]] < last; i++)
        {
            var level = _projectLevels[_queue[i]] + 1;
            for (var place = _projectStarts[_queue[i]]; place < _projectStarts[_queue[i] + 1]; place++)
            {
                var entry = _projectEntries[place];
                var group = _entryGroup[entry];
                if (_groupLevels[group] >= 0 || !CanSend(entry))
                {
                    continue;
                }

                _groupLevels[group] = level;
                if (_room[group] > T.Zero)
                {
                    last = level;
                }
                else if (last == int.MaxValue)
                {
                    Reach(group, level + 1);
                }
            }
        }

        return last != int.MaxValue;
    }

    private void Reach(int group, int level)
    {
        for (var cursor = _fold.Starts[group]; EntryOf(group, cursor) is var entry and >= 0; cursor++)
        {
            if (_projectLevels[_entryProject[entry]] < 0 && _flow[entry] > T.Zero)
            {
                _projectLevels[_entryProject[entry]] = level;
                _queue.Add(_entryProject[entry]);
            }
        }
    }

    // A way from a project to a group with room, level by level; -1 if there is none. Cursors never come back to what was a dead end.
    private int FindWay(int project)
    {
        _way.Clear();
        while (true)
        {
            if (_projectCursors[project] < _projectStarts[project + 1])
            {
                var sent = _projectEntries[_projectCursors[project]];
                var group = _entryGroup[sent];
                if (_groupLevels[group] != _projectLevels[project] + 1 || !CanSend(sent))
                {
                    _projectCursors[project]++;
                }
                else if (_room[group] > T.Zero)
                {
                    _way.Add((sent, -1));
                    return group;
                }
                else if (NextTakenBack(group) is var taken and >= 0)
                {
                    _way.Add((sent, taken));
                    project = _entryProject[taken];
                }
                else
                {
                    _projectCursors[project]++;
                }
            }
            else if (_way.Count == 0)
            {
                return -1;
            }
            else
            {
                var (sent, taken) = _way[^1];
                _way.RemoveAt(_way.Count - 1);
                _groupCursors[_entryGroup[taken]]++;
                project = _entryProject[sent];
            }
        }
    }

    private int NextTakenBack(int group)
    {
        for (; EntryOf(group, _groupCursors[group]) is var entry and >= 0; _groupCursors[group]++)
        {
            if (_projectLevels[_entryProject[entry]] == _groupLevels[group] + 1 && _flow[entry] > T.Zero)
            {
                return entry;
            }
        }

        return -1;
    }

    private void SendAlong(int project, int group)
    {
        var amount = T.Min(_unsent[project], _room[group]);
        foreach (var (sent, taken) in _way)
        {
            amount = sent < _entries ? amount : T.Min(amount, GuestLimit(sent) - _flow[sent]);
            amount = taken < 0 ? amount : T.Min(amount, _flow[taken]);
        }

        foreach (var (sent, taken) in _way)
        {
            _flow[sent] += amount;
            if (taken >= 0)
            {
                _flow[taken] -= amount;
            }
        }

        _unsent[project] -= amount;
        _room[group] -= amount;
    }

    // The entries of a group one after the other, that of the guest last; -1 behind the last.
    private int EntryOf(int group, int cursor) =>
        cursor < _fold.Starts[group + 1] ? cursor : cursor == _fold.Starts[group + 1] ? _guestEntry[group] : -1;

    private bool CanSend(int entry) => entry < _entries || _flow[entry] < GuestLimit(entry);

    private T GuestLimit(int entry) => _guestWeights[_entryGroup[entry]] * _perVoter;
}
