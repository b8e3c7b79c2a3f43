using CivicTech.Consensus.Tallying.Transfers;

namespace CivicTech.Consensus.Tallying.Iterated;

/// <summary>Counts the votes of all ballots by keep factors.</summary>
/// <typeparam name="T">An amount.</typeparam>
/// <typeparam name="TKeeping">How it is computed.</typeparam>
internal sealed class KeepCounter<T, TKeeping>
    where T : struct, IComparable<T>
    where TKeeping : struct, IKeeping<T>
{
    private readonly KeptBallots _ballots;
    private readonly TKeeping _keeping;
    private readonly Dictionary<int, EqualParts<T>> _parts = [];
    private T[] _rests = [];

    internal KeepCounter(KeptBallots ballots, TKeeping keeping)
    {
        _ballots = ballots;
        _keeping = keeping;
        Tree = new KeepTree(ballots);
        Tally = new T[ballots.Candidates];
        Inactive = new T[KeptBallots.Reasons];
    }

    internal KeepTree Tree { get; }

    internal T[] Tally { get; }

    /// <summary>By <see cref="InactiveReason"/>.</summary>
    internal T[] Inactive { get; }

    /// <summary>What rounding took.</summary>
    internal T Residual { get; private set; }

    /// <summary>Reads every ballot. O(places of the tree).</summary>
    internal void Count(T[] factors)
    {
        Array.Clear(Tally);
        Array.Clear(Inactive);
        Residual = default;
        _parts.Clear();
        var places = Tree.Places;
        if (_rests.Length < places.Count)
        {
            _rests = new T[places.Count * 2];
        }

        _rests[0] = _keeping.One;
        for (var number = 0; number < places.Count; number++)
        {
            var place = places[number];
            if (number > 0)
            {
                if (place.Ballots == 0)
                {
                    continue;
                }

                _rests[number] = Pass(place, _rests[place.Parent], factors);
            }

            for (var reason = 0; place.Ended is not null && reason < KeptBallots.Reasons; reason++)
            {
                Inactive[reason] = _keeping.Add(Inactive[reason], _keeping.Times(_rests[number], place.Ended[reason]));
            }
        }
    }

    // What of a vote of some value goes on behind a place.
    private T Pass(KeepTree.Place place, T value, T[] factors)
    {
        if (_ballots.IsContested(place.Entry))
        {
            const int Overvote = (int)InactiveReason.Overvote;
            Inactive[Overvote] = _keeping.Add(Inactive[Overvote], _keeping.Times(value, place.Ballots));
            return default;
        }

        T rest;
        var lost = value;
        if (place.Entry < _ballots.Candidates)
        {
            var kept = _keeping.Keep(value, factors[place.Entry], out rest);
            Tally[place.Entry] = _keeping.Add(Tally[place.Entry], _keeping.Times(kept, place.Ballots));
            lost = _keeping.Subtract(lost, kept);
        }
        else
        {
            var members = _ballots.Members(place.Entry);
            if (!_parts.TryGetValue(place.Entry, out var parts))
            {
                parts = EqualParts<T>.Of(_keeping, members, factors, _ballots.Equality == EqualRanks.SplitStepwise);
                _parts.Add(place.Entry, parts);
            }

            // Those who keep everything have equal parts.
            T? ofHopeful = null;
            for (var i = 0; i < members.Length; i++)
            {
                var kept = factors[members[i]].CompareTo(_keeping.One) == 0 ? ofHopeful ??= parts.Kept(_keeping, value, i) : parts.Kept(_keeping, value, i);
                Tally[members[i]] = _keeping.Add(Tally[members[i]], _keeping.Times(kept, place.Ballots));
                lost = _keeping.Subtract(lost, kept);
            }

            rest = parts.Rest(_keeping, value);
        }

        lost = _keeping.Subtract(lost, rest);
        Residual = _keeping.Add(Residual, _keeping.Times(lost, place.Ballots));
        return rest;
    }
}
