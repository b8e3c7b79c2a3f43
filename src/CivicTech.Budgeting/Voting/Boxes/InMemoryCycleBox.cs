using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Rolls;

namespace CivicTech.Budgeting.Voting.Boxes;

/// <summary>The box of one cycle. Voters are spread over many drawers, each with a lock of its own; what concerns all of them takes all locks.</summary>
internal sealed class InMemoryCycleBox
{
    private readonly Drawer[] _drawers = [.. Enumerable.Range(0, 256).Select(_ => new Drawer())];

    // Changed with all locks held, so that whoever holds one sees a state that stays.
    private StateCell _state = new(default);

    private ImmutableArray<BallotGroup> _groups = [];

    internal BoxState State => Volatile.Read(ref _state).State;

    internal ImmutableArray<BallotGroup> Groups => State.Stage == BoxStage.Separated ? _groups : [];

    internal BoxState Open(int edition) => Change(state => state.Stage is BoxStage.NotOpened or BoxStage.Open && state.Edition < edition ? new BoxState(BoxStage.Open, edition) : state);

    internal BoxState Seal() => Change(state => state.Stage is BoxStage.NotOpened or BoxStage.Open ? new BoxState(BoxStage.Sealed, state.Edition) : state);

    internal BoxState Separate(IReadOnlyList<BallotGroup> groups) => Change(state =>
    {
        if (state.Stage != BoxStage.Sealed)
        {
            return state;
        }

        _groups = [.. groups.OrderBy(group => group.Area, StringComparer.Ordinal).ThenBy(group => group.Content)];
        foreach (var drawer in _drawers)
        {
            // A value in the place of another leaves the order of the dictionary alone.
            foreach (var (key, file) in drawer.Files)
            {
                drawer.Files[key] = file.WithoutBallots();
            }
        }

        return new BoxState(BoxStage.Separated, state.Edition);
    });

    internal VoterFile? Find(VoterKey voter)
    {
        var drawer = _drawers[voter.FirstByte];
        lock (drawer.Lock)
        {
            return drawer.Files.GetValueOrDefault(voter);
        }
    }

    internal bool Save(int edition, VoterFile file)
    {
        var drawer = _drawers[file.Key.FirstByte];
        lock (drawer.Lock)
        {
            return State.Takes(edition) && drawer.Put(file);
        }
    }

    internal IReadOnlyList<VoterFile> Read(VoterKey? after, int count)
    {
        var page = new List<VoterFile>();
        for (int place = after?.FirstByte ?? 0; place < _drawers.Length && page.Count < count; place++)
        {
            lock (_drawers[place].Lock)
            {
                _drawers[place].Read(after, count, page);
            }
        }

        return page;
    }

    private BoxState Change(Func<BoxState, BoxState> next)
    {
        var entered = 0;
        try
        {
            for (; entered < _drawers.Length; entered++)
            {
                _drawers[entered].Lock.Enter();
            }

            var state = next(State);
            Volatile.Write(ref _state, new StateCell(state));
            return state;
        }
        finally
        {
            while (entered > 0)
            {
                _drawers[--entered].Lock.Exit();
            }
        }
    }

    private sealed class StateCell(BoxState state)
    {
        internal BoxState State { get; } = state;
    }

    private sealed class Drawer
    {
        // The keys in order; null when a key came since.
        private VoterKey[]? _keys;

        internal Lock Lock { get; } = new();

        internal Dictionary<VoterKey, VoterFile> Files { get; } = [];

        internal bool Put(VoterFile file)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrNullRef(Files, file.Key);
            if (!Unsafe.IsNullRef(ref place))
            {
                var isNext = place.Version == file.Version - 1;
                place = isNext ? file : place;
                return isNext;
            }

            if (file.Version != 1)
            {
                return false;
            }

            Files.Add(file.Key, file);
            _keys = null;
            return true;
        }

        internal void Read(VoterKey? after, int count, List<VoterFile> page)
        {
            if (_keys is null)
            {
                _keys = [.. Files.Keys];
                Array.Sort(_keys);
            }

            var place = 0;
            if (after is { } key && Array.BinarySearch(_keys, key) is var found)
            {
                place = found >= 0 ? found + 1 : ~found;
            }

            for (; place < _keys.Length && page.Count < count; place++)
            {
                page.Add(Files[_keys[place]]);
            }
        }
    }
}
