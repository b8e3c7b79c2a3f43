using CivicTech.Consensus.Tallying.Transfers;

namespace CivicTech.Consensus.Tallying.Iterated;

/// <summary>
/// The ballots merged by whom their votes pass: a tree in which a ballot lies at the first place where somebody can still be elected, below the
/// elected candidates that it passes on the way. What an iteration computes is the same for all ballots at a place.
/// </summary>
/// <remarks>
/// A ballot only moves when the place it lies at is elected or goes out, and only onward: over a whole count in proportion to its ranks.
/// </remarks>
internal sealed class KeepTree
{
    private readonly KeptBallots _ballots;
    private readonly bool[] _isElected;
    private readonly bool[] _isOut;
    private readonly int[] _cursor;
    private readonly int[] _next;
    private readonly List<Place> _places = [new() { Parent = -1, Entry = -1, IsPassed = true }];
    private readonly Dictionary<(int Parent, int Entry), int> _children = [];
    private readonly List<int>[] _placesOf;

    internal KeepTree(KeptBallots ballots)
    {
        _ballots = ballots;
        _isElected = new bool[ballots.Candidates];
        _isOut = new bool[ballots.Candidates];
        _placesOf = [.. Enumerable.Range(0, ballots.Candidates).Select(_ => new List<int>())];
        _cursor = ballots.Starts[..^1];
        _next = new int[ballots.Count];
        for (var ballot = 0; ballot < ballots.Count; ballot++)
        {
            PutBelow(0, ballot);
        }
    }

    /// <summary>Every place behind its parent; the first is the root, which every ballot passes.</summary>
    internal IReadOnlyList<Place> Places => _places;

    /// <summary>Whether a vote lies at, or passes, a candidate.</summary>
    internal bool IsReached(int candidate) => _placesOf[candidate].Exists(place => _places[place].Ballots > 0);

    internal void Elect(int candidate)
    {
        _isElected[candidate] = true;
        foreach (var place in _placesOf[candidate].ToArray())
        {
            PassIfNobodyIsHopeful(place);
        }
    }

    internal void Eliminate(int candidate)
    {
        _isOut[candidate] = true;
        foreach (var number in _placesOf[candidate].ToArray())
        {
            var place = _places[number];
            if (_ballots.Equality == EqualRanks.SplitStepwise && place.Entry >= _ballots.Candidates)
            {
                PassIfNobodyIsHopeful(number);
                continue;
            }

            // The ballots go to what is left of the entry, or behind it, at the same height.
            var ballot = place.First;
            (place.First, place.Ballots) = (-1, 0);
            while (ballot >= 0)
            {
                var next = _next[ballot];
                PutBelow(place.Parent, ballot);
                ballot = next;
            }
        }
    }

    private void PassIfNobodyIsHopeful(int number)
    {
        var place = _places[number];
        if (place.IsPassed || !IsPassed(place.Entry))
        {
            return;
        }

        place.IsPassed = true;
        var ballot = place.First;
        place.First = -1;
        while (ballot >= 0)
        {
            var next = _next[ballot];
            _cursor[ballot]++;
            PutBelow(number, ballot);
            ballot = next;
        }
    }

    private bool IsPassed(int entry) =>
        !_ballots.IsContested(entry) && Array.TrueForAll(_ballots.Members(entry), member => _isElected[member] || _isOut[member]);

    private void PutBelow(int parent, int ballot)
    {
        var weight = _ballots.Weights[ballot];
        for (var end = _ballots.Starts[ballot + 1]; _cursor[ballot] < end; _cursor[ballot]++)
        {
            var entry = _ballots.Without(_ballots.Entries[_cursor[ballot]], _isOut);
            if (entry < 0)
            {
                continue;
            }

            parent = ChildOf(parent, entry);
            var place = _places[parent];
            place.Ballots += weight;
            if (!place.IsPassed)
            {
                _next[ballot] = place.First;
                place.First = ballot;
                return;
            }
        }

        (_places[parent].Ended ??= new long[KeptBallots.Reasons])[_ballots.Ends[ballot]] += weight;
    }

    private int ChildOf(int parent, int entry)
    {
        if (!_children.TryGetValue((parent, entry), out var child))
        {
            child = _places.Count;
            _places.Add(new Place { Parent = parent, Entry = entry, IsPassed = IsPassed(entry) });
            _children.Add((parent, entry), child);
            foreach (var member in _ballots.Members(entry))
            {
                _placesOf[member].Add(child);
            }
        }

        return child;
    }

    /// <summary>A place of the tree.</summary>
    internal sealed class Place
    {
        internal required int Parent { get; init; }

        /// <summary>The candidate or group; -1 for the root.</summary>
        internal required int Entry { get; init; }

        /// <summary>Whether votes go on behind it: nobody here is hopeful.</summary>
        internal bool IsPassed { get; set; }

        /// <summary>How many ballots reach it.</summary>
        internal long Ballots { get; set; }

        /// <summary>The first of the list of ballots that lie here, or -1.</summary>
        internal int First { get; set; } = -1;

        /// <summary>How many ballots name nobody behind it, by <see cref="InactiveReason"/>.</summary>
        internal long[]? Ended { get; set; }
    }
}
