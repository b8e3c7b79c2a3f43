using System.Collections.Immutable;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Consensus.Tallying.Committees;

/// <summary>Adds candidates to a committee, or takes them out of that of all, one a round.</summary>
internal sealed class ThieleSequence(ApprovalBallots ballots, ThieleScale scale, TieChain ties, TallyRequest request)
{
    private readonly CandidateFigures _approvals = ballots.Figure;

    // The order in which each set of picked candidates was first come to.
    private readonly Dictionary<string, int[]> _cameBy = new(StringComparer.Ordinal);

    /// <summary>How many candidates are added or taken out.</summary>
    internal required int Turns { get; init; }

    /// <summary>Whether candidates are taken out.</summary>
    internal required bool Reverses { get; init; }

    internal TallyFindings Play(TieJudge judge)
    {
        var state = Begin();
        var picked = new List<int>();
        List<int> left = [.. Enumerable.Range(0, ballots.Candidates)];
        while (picked.Count < Turns)
        {
            request.CancellationToken.ThrowIfCancellationRequested();

            // Whatever follows here was seen when the same candidates had been picked in another order: any way to the end will do.
            judge = WasSeen(picked) ? new TieJudge(ties, ballots.Profile.Candidates, request, new Choices()) : judge;
            var pick = Pick(state, left, picked.Count + 1, judge);
            Move(state, pick);
            picked.Add(pick);
            left.Remove(pick);
        }

        return Findings(picked, left);
    }

    private IThieleState Begin()
    {
        var state = scale.Begin(ballots);
        for (var candidate = 0; Reverses && candidate < ballots.Candidates; candidate++)
        {
            state.Add(candidate);
        }

        return state;
    }

    private void Move(IThieleState state, int pick)
    {
        if (Reverses)
        {
            state.Remove(pick);
        }
        else
        {
            state.Add(pick);
        }
    }

    private int Pick(IThieleState state, List<int> left, int round, TieJudge judge)
    {
        var tied = Reverses ? state.LeastMissed(left) : state.MostGaining(left);
        return tied.Count == 1 ? tied[0]
            : Reverses ? judge.Last(round, tied, Figures, "Their leaving takes equally little from the score.")
            : judge.First(round, tied, Figures, "They add equally much to the score.");

        IReadOnlyDictionary<string, IReadOnlyList<Rational>> Figures() =>
            new Dictionary<string, IReadOnlyList<Rational>>(StringComparer.Ordinal) { [_approvals.Name] = _approvals.Values };
    }

    // Outcomes depend on who was picked, not in which order; and ways are gone through depth first, so that everything behind the first
    // order was looked at before another one comes.
    private bool WasSeen(List<int> picked)
    {
        var set = string.Join(',', picked.Order());
        if (_cameBy.TryGetValue(set, out var first))
        {
            return !first.SequenceEqual(picked);
        }

        _cameBy.Add(set, [.. picked]);
        return false;
    }

    private TallyFindings Findings(List<int> picked, List<int> left)
    {
        var last = Turns + 1;
        return new TallyFindings
        {
            Candidates = ballots.Profile.Candidates,
            Elected = Reverses ? [.. left.Select(member => (member, last))] : [.. picked.Select((member, turn) => (member, turn + 1))],
            Order = Reverses
                ? [.. new[] { left }.Where(group => group.Count > 0), .. Enumerable.Reverse(picked).Select(candidate => (int[])[candidate])]
                : [.. picked.Select(candidate => (int[])[candidate]), .. new[] { left }.Where(group => group.Count > 0)],
            Figures = [_approvals],
            Rounds = () => Tell(picked, left),
        };
    }

    private List<TallyRound> Tell(List<int> picked, List<int> left)
    {
        var state = Begin();
        List<int> open = [.. Enumerable.Range(0, ballots.Candidates)];
        var rounds = new List<TallyRound>();
        foreach (var pick in picked)
        {
            rounds.Add(Round([Action(pick, Reverses ? TallyActionKind.Eliminated : TallyActionKind.Elected)]));
            Move(state, pick);
            open.Remove(pick);
        }

        if (Reverses)
        {
            rounds.Add(Round([.. left.Select(member => Action(member, TallyActionKind.Elected))]));
        }

        return rounds;

        TallyRound Round(ImmutableArray<TallyAction> actions) => new()
        {
            Number = rounds.Count + 1,
            CountsVotes = false,
            Actions = actions,
            Tallies = [.. open.Select(candidate =>
                new CandidateTally(ballots.Profile.Candidates[candidate], Reverses ? state.Loss(candidate) : state.Gain(candidate), IsContinuing: true, KeepFactor: null))],
        };
    }

    private TallyAction Action(int candidate, TallyActionKind kind) => new()
    {
        Candidate = ballots.Profile.Candidates[candidate],
        Kind = kind,
        Why = kind == TallyActionKind.Eliminated ? "Leaving takes least from the score."
            : Reverses ? "As many are left as there are seats."
            : "Adds most to the score.",
    };
}
