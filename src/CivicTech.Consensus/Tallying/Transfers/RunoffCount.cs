using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>Round by round the last goes out, until enough are elected; ballots are never divided.</summary>
internal sealed class RunoffCount : RoundCount<long, WholeVotes>
{
    private readonly RunoffPlan _plan;
    private readonly int _entrants;
    private Rational _threshold;

    private RunoffCount(CountInput input, RunoffPlan plan, int pass, IReadOnlyCollection<int> excluded)
        : base(input, default, pass, excluded)
    {
        _plan = plan;
        _entrants = OpenCount;
    }

    internal IReadOnlyList<CountedRound<long>> AllRounds => Rounds;

    internal static RunoffCount Run(CountInput input, RunoffPlan plan, int pass, IReadOnlyCollection<int> excluded)
    {
        var count = new RunoffCount(input, plan, pass, excluded);
        while (count.Continues())
        {
            count.CountRound();
        }

        count.Piles.Release();
        return count;
    }

    private bool ContinuesToTwo => _plan.End == RunoffEnd.TwoLeft;

    private bool Continues()
    {
        if (Rounds.Count >= _plan.StopAfterRound || OpenCount == 0)
        {
            return false;
        }

        // After the last elimination one more round shows its effect.
        return Rounds.Count == 0
            || (ContinuesToTwo ? OutCount + ElectedCount + 1 < _entrants || HasActed(TallyActionKind.Eliminated)
                : _plan.Share is not null ? ElectedCount == 0
                : ElectedCount < _plan.Seats && Hopefuls().Any());
    }

    private void CountRound()
    {
        BeginRound();
        var active = ActiveVotes();
        if (Rounds.Count == 1 || !(_plan.KeepsFirstThreshold || (ContinuesToTwo && ElectedCount > 0)))
        {
            _threshold = _plan.Share is { } share ? active * share : (active / (_plan.MajorityElects ? 2 : _plan.Seats + 1)) + 1;
        }

        Round.Threshold = _threshold;
        if (!TryElect() && (ElectedCount < _plan.Seats || _plan.Share is not null || (ContinuesToTwo && OutCount < _entrants - 2)))
        {
            EliminateSome();
        }
    }

    private bool TryElect()
    {
        if (HasWriteIns)
        {
            return false;
        }

        if (_plan.Share is not null)
        {
            return OpenCandidates().All(candidate => Piles.Tally[candidate] > _threshold)
                && ElectAll([.. Hopefuls()], "has more than the share, like everybody who is left");
        }

        var seatsLeft = _plan.Seats - ElectedCount;
        if (seatsLeft == 0)
        {
            return false;
        }

        int[] hopefuls = [.. Hopefuls()];
        if (hopefuls.Length <= seatsLeft)
        {
            return ElectAll(hopefuls, "is among the last, as many as there are seats");
        }

        if (!_plan.MajorityElects || (_plan.End == RunoffEnd.FirstRoundOrTwoLeft && Rounds.Count > 1 && OpenCount > 2))
        {
            return false;
        }

        // Where the first threshold stays it may be out of reach when two are left.
        var isLastRound = OpenCount == 2;
        int[] reached = [.. hopefuls.Where(candidate => Piles.Tally[candidate] >= _threshold)];
        if (_plan.KeepsFirstThreshold && isLastRound)
        {
            reached = [Best(hopefuls, "They are tied for the seat.")];
        }
        else if (reached.Length == 0 && isLastRound)
        {
            reached = [Best(hopefuls, "They are tied for the seat.")];
        }

        return ElectAll(reached, Piles.Tally[reached.FirstOrDefault()] >= _threshold ? "reaches the threshold" : "has the most votes of the last two");
    }

    private bool ElectAll(int[] candidates, string why)
    {
        foreach (var candidate in candidates)
        {
            _ = Elect(candidate, why, staysOpen: true);
        }

        return candidates.Length > 0;
    }

    private void EliminateSome()
    {
        if (HasWriteIns)
        {
            EliminateWriteIns();
            return;
        }

        List<(int Candidate, string Why)> together = _plan.AllBelowShareGo
            ? [.. OpenCandidates().Where(candidate => Piles.Tally[candidate] < _threshold).Select(candidate => (candidate, "is below the threshold"))]
            : _plan.EliminatesHopeless ? Hopeless(spared: _plan.End == RunoffEnd.Majority ? 1 : 2, surplus: 0)
            : [];
        if (together.Count > 0)
        {
            Eliminate(together);
        }
        else
        {
            EliminateLowest(AreIdle);
        }
    }

    // All of the tied go out before anybody else, in whatever order: even together they stay below the next one.
    private bool AreIdle(IReadOnlyList<int> tied, long votes) =>
        OpenCount - tied.Count >= Math.Max(1, _plan.Seats - ElectedCount)
        && (votes == 0 || (_plan.Share is null && (Int128)votes * tied.Count < OpenCandidates().Except(tied).Min(candidate => Piles.Tally[candidate])));
}
