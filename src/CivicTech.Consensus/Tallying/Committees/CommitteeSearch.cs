using System.Numerics;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Committees;

/// <summary>
/// Branch and bound. Candidates are tried from the one that adds most; a branch is left when even the best that the rest could add does not
/// reach the best committee found.
/// </summary>
/// <remarks>
/// Two bounds on what r more members add, of which the lower counts: the r greatest single gains, because gains only shrink as the committee
/// grows; and for each ballot by itself what min(r, open candidates that it approves of) further members are worth to it.
/// </remarks>
internal sealed partial class CommitteeSearch<T> : ICommitteeSearch
    where T : struct, IBinaryInteger<T>
{
    private readonly ThieleState<T> _state;
    private readonly CommitteeSearchOptions _options;
    private readonly int[][] _pools;
    private readonly int[] _open;
    private readonly T[] _sums;
    private readonly List<int> _members = [];
    private List<int[]>? _found;
    private int _limit;
    private long _work;
    private bool _isEnough;
    private T _best;
    private T _bound;

    internal CommitteeSearch(ThieleState<T> state, CommitteeSearchOptions options)
    {
        _state = state;
        _options = options;
        _pools = [.. Enumerable.Range(0, options.Seats + 1).Select(_ => new int[state.Ballots.Candidates])];
        _open = new int[state.Ballots.Approved.Length];
        _sums = new T[state.Units.Length];
        for (var members = 1; members < _sums.Length; members++)
        {
            _sums[members] = _sums[members - 1] + state.Units[members - 1];
        }
    }

    public bool IsStopped { get; private set; }

    public int[] Best { get; private set; } = [];

    public Rational BestScore => _state.Amount(_best);

    public Rational Bound => _state.Amount(IsProven ? _best : T.Max(_best, _bound));

    public bool IsProven { get; private set; }

    public void Improve()
    {
        // Below every score, so that the first committee counts.
        _best = -T.One;
        Run([], []);
        IsProven = !IsStopped;
    }

    public List<int[]> Find(IReadOnlyList<int> inside, IReadOnlyList<int> outside, int limit)
    {
        _found = [];
        _limit = limit;
        if (inside.Count <= _options.Seats)
        {
            Run(inside, outside);
        }

        return _found;
    }

    private bool IsOver => IsStopped || _isEnough;

    private void Run(IReadOnlyList<int> inside, IReadOnlyList<int> outside)
    {
        _isEnough = false;
        foreach (var member in inside)
        {
            Add(member);
        }

        Array.Clear(_open);
        var size = 0;
        foreach (var candidate in Enumerable.Range(0, _state.Ballots.Candidates).Except(inside).Except(outside))
        {
            _pools[_members.Count][size++] = candidate;
            Open(candidate, 1);
        }

        Visit(size);
        foreach (var member in inside.Reverse())
        {
            Remove(member);
        }
    }

    // The first so many of the pool at this depth are open; all of them are open again afterwards.
    private void Visit(int size)
    {
        if ((++_work & 1023) == 0)
        {
            _options.Cancellation.ThrowIfCancellationRequested();
        }

        var depth = _members.Count;
        var wanted = _options.Seats - depth;
        if (wanted == 0)
        {
            Reach();
            return;
        }

        var pool = _pools[depth];
        pool.AsSpan(0, size).Sort(Compare);
        if (_work > _options.WorkLimit && Best.Length > 0)
        {
            IsStopped = true;
            NoteUnseen(pool, size, 0, wanted);
            return;
        }

        var next = 0;
        for (; size - next >= wanted && IsPromising(BoundFrom(pool, next, wanted)); next++)
        {
            var candidate = pool[next];
            Open(candidate, -1);
            Add(candidate);
            pool.AsSpan(next + 1, size - next - 1).CopyTo(_pools[depth + 1]);
            Visit(size - next - 1);
            Remove(candidate);
            if (IsOver)
            {
                NoteUnseen(pool, size, ++next, wanted);
                break;
            }
        }

        for (var i = 0; i < next; i++)
        {
            Open(pool[i], 1);
        }
    }

    private void Reach()
    {
        if (_found is null)
        {
            _best = _state.Score;
            Best = [.. _members.Order()];
        }
        else if (_state.Score == _best)
        {
            _found.Add([.. _members.Order()]);
            _isEnough = _found.Count >= _limit;
        }
    }

    private int Compare(int one, int other)
    {
        var byGain = _state.Gains[other].CompareTo(_state.Gains[one]);
        return byGain != 0 ? byGain : _options.Places[one].CompareTo(_options.Places[other]);
    }

    private void Open(int candidate, int by)
    {
        foreach (var ballot in _state.Ballots.Approving[candidate])
        {
            _open[ballot] += by;
        }
    }

    private void Add(int candidate)
    {
        _state.Add(candidate);
        _members.Add(candidate);
    }

    private void Remove(int candidate)
    {
        _state.Remove(candidate);
        _members.RemoveAt(_members.Count - 1);
    }
}
