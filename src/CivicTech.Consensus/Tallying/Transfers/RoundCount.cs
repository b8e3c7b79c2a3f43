using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>What all counts of rounds do alike: piles, who is in and who is out, the notes of rounds, ties.</summary>
/// <typeparam name="T">An amount of votes.</typeparam>
/// <typeparam name="TArithmetic">How votes are counted.</typeparam>
internal abstract class RoundCount<T, TArithmetic>
    where T : struct, IComparable<T>
    where TArithmetic : struct, IVoteArithmetic<T>
{
    private readonly List<CountedRound<T>> _rounds = [];
    private readonly bool[] _isElected;
    private readonly List<(int Candidate, int Round)> _elected = [];
    private readonly List<List<int>> _out = [];
    private readonly int _writeIns;
    private bool[] _dealtTo;

    private protected RoundCount(CountInput input, TArithmetic arithmetic, int pass, IReadOnlyCollection<int> excluded)
    {
        Input = input;
        Arithmetic = arithmetic;
        Pass = pass;
        var open = new bool[input.Contest.Candidates.Count];
        for (var candidate = 0; candidate < open.Length; candidate++)
        {
            open[candidate] = input.CanReceive[candidate] && !excluded.Contains(candidate);
        }

        _isElected = new bool[open.Length];
        _writeIns = input.WriteIns;
        Piles = new Piles<T, TArithmetic>(input.Table, arithmetic, open);
        Piles.Deal();
        _dealtTo = [.. open];
        OpenCount = open.Count(isOpen => isOpen);
    }

    private protected CountInput Input { get; }

    private protected TArithmetic Arithmetic { get; }

    private protected Piles<T, TArithmetic> Piles { get; }

    private protected int Pass { get; }

    /// <summary>The round that is being counted.</summary>
    private protected CountedRound<T> Round => _rounds[^1];

    private protected IReadOnlyList<CountedRound<T>> Rounds => _rounds;

    /// <summary>How many can receive votes.</summary>
    private protected int OpenCount { get; private set; }

    private protected int OutCount { get; private set; }

    private protected int ElectedCount => _elected.Count;

    private protected T Residual { get; set; }

    /// <summary>Whether somebody is elected, or out, in this round.</summary>
    private protected bool HasActed(TallyActionKind kind) => _rounds.Count > 0 && Round.Actions.Exists(action => action.Kind == kind);

    private protected bool HasWriteIns => _writeIns >= 0 && Piles.Open[_writeIns] && Piles.Tally[_writeIns].CompareTo(default) > 0;

    private protected void BeginRound()
    {
        var shown = new bool[_dealtTo.Length];
        for (var candidate = 0; candidate < shown.Length; candidate++)
        {
            shown[candidate] = Piles.Open[candidate] || _isElected[candidate];
        }

        _rounds.Add(new CountedRound<T>
        {
            Pass = Pass,
            Number = _rounds.Count + 1,
            Tally = [.. Piles.Tally],
            Inactive = [.. Piles.Inactive],
            Residual = Residual,
            Open = _dealtTo,
            Shown = shown,
        });
        Piles.Begin(_rounds.Count + 1);
    }

    /// <summary>Those who can receive votes, ascending.</summary>
    private protected IEnumerable<int> OpenCandidates()
    {
        for (var candidate = 0; candidate < Piles.Open.Length; candidate++)
        {
            if (Piles.Open[candidate])
            {
                yield return candidate;
            }
        }
    }

    /// <summary>Those who can be elected still.</summary>
    private protected IEnumerable<int> Hopefuls() => OpenCandidates().Where(candidate => candidate != _writeIns && !_isElected[candidate]);

    private protected T ActiveVotes()
    {
        var sum = Arithmetic.Of(0);
        foreach (var candidate in OpenCandidates())
        {
            sum = Arithmetic.Add(sum, Piles.Tally[candidate]);
        }

        return sum;
    }

    /// <summary>Notes that a candidate is elected.</summary>
    /// <param name="candidate">Who.</param>
    /// <param name="why">Why, as a sentence.</param>
    /// <param name="staysOpen">Whether votes still go to the candidate.</param>
    private protected CountedAction<T> Elect(int candidate, string why, bool staysOpen)
    {
        _isElected[candidate] = true;
        _elected.Add((candidate, Round.Number));
        var action = new CountedAction<T> { Candidate = candidate, Kind = TallyActionKind.Elected, Why = why };
        Round.Actions.Add(action);
        if (!staysOpen)
        {
            Close(candidate);
        }

        return action;
    }

    /// <summary>Takes candidates out and transfers their ballots.</summary>
    private protected void Eliminate(IReadOnlyList<(int Candidate, string Why)> candidates)
    {
        var ascending = candidates.OrderBy(one => Piles.Tally[one.Candidate]).ThenBy(one => one.Candidate).ToList();
        foreach (var group in ascending.GroupBy(one => Piles.Tally[one.Candidate]))
        {
            _out.Add([.. group.Select(one => one.Candidate)]);
        }

        foreach (var (candidate, _) in ascending)
        {
            Close(candidate);
        }

        OutCount += ascending.Count;
        foreach (var (candidate, why) in ascending)
        {
            Round.Actions.Add(new CountedAction<T>
            {
                Candidate = candidate,
                Kind = TallyActionKind.Eliminated,
                Why = why,
                Received = Piles.TransferAll(candidate),
            });
        }

        RememberOpen();
    }

    /// <summary>The ballots were dealt to those who are open now.</summary>
    private protected void RememberOpen() => _dealtTo = [.. Piles.Open];

    /// <summary>The undeclared write-ins, who go out first.</summary>
    private protected void EliminateWriteIns() => Eliminate([(_writeIns, "stands for names that were not declared")]);

    /// <summary>Takes out who has the fewest votes.</summary>
    /// <param name="idle">Whether the order among tied candidates cannot matter, given them and how many votes each has.</param>
    private protected void EliminateLowest(Func<IReadOnlyList<int>, T, bool> idle)
    {
        List<int> lowest = [];
        foreach (var candidate in OpenCandidates())
        {
            var order = lowest.Count == 0 ? -1 : Piles.Tally[candidate].CompareTo(Piles.Tally[lowest[0]]);
            if (order < 0)
            {
                lowest.Clear();
            }

            if (order <= 0)
            {
                lowest.Add(candidate);
            }
        }

        if (lowest.Count == 1)
        {
            Eliminate([(lowest[0], "has the fewest votes")]);
            return;
        }

        var loser = idle(lowest, Piles.Tally[lowest[0]])
            ? Input.Ties.LastOfIdle(Round.Number, lowest, History)
            : Input.Ties.Last(Round.Number, lowest, History, "They are tied for the fewest votes: one of them goes out.");
        Eliminate([(loser, "lost the tie for the fewest votes")]);
    }

    /// <summary>
    /// Those who cannot be elected any more: all who have so few votes that even together, and with the surpluses, they stay below the next one.
    /// </summary>
    /// <param name="spared">How many must remain.</param>
    /// <param name="surplus">Votes that can still come to anybody from surpluses.</param>
    private protected List<(int Candidate, string Why)> Hopeless(int spared, T surplus)
    {
        int[] ascending = [.. OpenCandidates().OrderBy(candidate => Piles.Tally[candidate])];
        var running = surplus;
        var hopeless = 0;
        for (var i = 0; i < ascending.Length && ascending.Length - i >= spared; i++)
        {
            if (running.CompareTo(Piles.Tally[ascending[i]]) < 0)
            {
                hopeless = i;
            }

            running = Arithmetic.Add(running, Piles.Tally[ascending[i]]);
        }

        return [.. ascending[..hopeless].Select(candidate => (candidate, "cannot reach the next candidate even with the votes of all behind"))];
    }

    private protected RoundHistory History => new EarlierRounds(_rounds, Input.CanReceive.Length);

    /// <summary>Who of the best is elected where only one can be.</summary>
    private protected int Best(IReadOnlyList<int> candidates, string about)
    {
        var best = candidates.Max(candidate => Piles.Tally[candidate]);
        int[] tied = [.. candidates.Where(candidate => Piles.Tally[candidate].CompareTo(best) == 0)];
        return tied.Length == 1 ? tied[0] : Input.Ties.First(Round.Number, tied, History, about);
    }

    /// <summary>Who is elected in order of election, and the order of all: the elected, those who stayed to the end, then who went out last.</summary>
    internal (IReadOnlyList<(int Candidate, int Round)> Elected, IReadOnlyList<IReadOnlyList<int>> Order) Standing()
    {
        var elected = _elected.OrderBy(one => one.Round).ThenByDescending(one => _rounds[one.Round - 1].Tally[one.Candidate]).ThenBy(one => one.Candidate).ToList();
        IEnumerable<IReadOnlyList<int>> winners = elected
            .GroupBy(one => (one.Round, _rounds[one.Round - 1].Tally[one.Candidate]))
            .Select(group => (IReadOnlyList<int>)[.. group.Select(one => one.Candidate)]);
        IEnumerable<IReadOnlyList<int>> staying = Hopefuls()
            .GroupBy(candidate => Piles.Tally[candidate])
            .OrderByDescending(group => group.Key)
            .Select(group => (IReadOnlyList<int>)[.. group]);
        IEnumerable<IReadOnlyList<int>> losers = Enumerable.Reverse(_out)
            .Select(group => (IReadOnlyList<int>)[.. group.Where(candidate => candidate != _writeIns)])
            .Where(group => group.Count > 0);
        return (elected, [.. winners, .. staying, .. losers]);
    }

    private void Close(int candidate)
    {
        Piles.Open[candidate] = false;
        OpenCount--;
    }

    private sealed class EarlierRounds(List<CountedRound<T>> rounds, int candidates) : RoundHistory(candidates)
    {
        internal override IEnumerable<int[]> Backwards => Enumerable.Reverse(rounds).Skip(1).Select(round => Places(round.Tally));

        internal override IEnumerable<int[]> Forwards => rounds.Take(rounds.Count - 1).Select(round => Places(round.Tally));
    }
}
