using CivicTech.Consensus.Tallying.Transfers;

namespace CivicTech.Consensus.Tallying.Iterated;

/// <summary>Who is elected, who can be still, and who is out.</summary>
internal sealed class Standings
{
    private readonly int _seats;
    private readonly int _writeIns;
    private readonly bool[] _isHopeful;
    private readonly List<(int Candidate, int Round)> _elected = [];
    private readonly List<(int Candidate, int Round)> _out = [];

    internal Standings(CountInput input)
    {
        _seats = input.Contest.Seats;
        _writeIns = input.WriteIns;
        _isHopeful = [.. input.CanReceive];
        HasWriteIns = _writeIns >= 0 && input.CanReceive[_writeIns];
        if (HasWriteIns)
        {
            _isHopeful[_writeIns] = false;
        }
    }

    /// <summary>Whether undeclared write-ins are in the count still.</summary>
    internal bool HasWriteIns { get; private set; }

    internal int SeatsLeft => _seats - _elected.Count;

    internal int Hopefuls => _isHopeful.Count(isHopeful => isHopeful);

    internal IEnumerable<int> Elected => _elected.Select(elected => elected.Candidate);

    /// <summary>Whose votes a round shows.</summary>
    internal bool[] Shown
    {
        get
        {
            bool[] shown = [.. _isHopeful];
            foreach (var candidate in Elected)
            {
                shown[candidate] = true;
            }

            if (HasWriteIns)
            {
                shown[_writeIns] = true;
            }

            return shown;
        }
    }

    /// <summary>Those who can be elected still, ascending.</summary>
    internal List<int> AllHopefuls() => [.. Enumerable.Range(0, _isHopeful.Length).Where(candidate => _isHopeful[candidate])];

    internal void Elect(int candidate, int round)
    {
        _isHopeful[candidate] = false;
        _elected.Add((candidate, round));
    }

    internal void Eliminate(int candidate, int round)
    {
        if (candidate == _writeIns)
        {
            HasWriteIns = false;
            return;
        }

        _isHopeful[candidate] = false;
        _out.Add((candidate, round));
    }

    /// <summary>The elected in order of election; and the order of all.</summary>
    /// <param name="votes">The votes of a candidate in a round, from 1, that decided about it; in the last round when that is 0.</param>
    internal (IReadOnlyList<(int Candidate, int Round)> Elected, IReadOnlyList<IReadOnlyList<int>> Order) Order<T>(Func<int, int, T> votes)
        where T : struct, IComparable<T>
    {
        var elected = _elected.OrderBy(one => one.Round).ThenByDescending(one => votes(one.Round, one.Candidate)).ThenBy(one => one.Candidate).ToList();
        var staying = AllHopefuls().Select(candidate => (Candidate: candidate, Round: 0)).OrderByDescending(one => votes(0, one.Candidate));
        var losers = _out.OrderByDescending(one => one.Round).ThenByDescending(one => votes(one.Round, one.Candidate));
        return (elected, [.. Groups(elected), .. Groups(staying), .. Groups(losers)]);

        IEnumerable<IReadOnlyList<int>> Groups(IEnumerable<(int Candidate, int Round)> ordered) => ordered
            .GroupBy(one => (one.Round, votes(one.Round, one.Candidate)))
            .Select(group => (IReadOnlyList<int>)[.. group.Select(one => one.Candidate).Order()]);
    }
}
