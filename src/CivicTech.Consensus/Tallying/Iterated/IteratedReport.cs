using CivicTech.Ballots;
using CivicTech.Consensus.Tallying.Transfers;

namespace CivicTech.Consensus.Tallying.Iterated;

/// <summary>Rounds in the words of a <see cref="TallyRound"/>.</summary>
internal static class IteratedReport
{
    internal static IReadOnlyList<TallyRound> Of<T, TKeeping>(CandidateList candidates, IReadOnlyList<IteratedRound<T>> rounds, TKeeping keeping)
        where T : struct, IComparable<T>
        where TKeeping : struct, IKeeping<T> => [.. rounds.Select(round => new TallyRound
        {
            Number = round.Number,
            Tallies = [.. Enumerable.Range(0, candidates.Count).Where(candidate => round.Shown[candidate]).Select(candidate => new CandidateTally(
                candidates[candidate], keeping.ToRational(round.Tally[candidate]), IsContinuing: true, keeping.ToRational(round.Factors[candidate])))],
            Threshold = keeping.ToRational(round.Quota),
            Inactive = [.. Enumerable.Range(0, KeptBallots.Reasons)
                .Select(reason => new InactiveVotes((InactiveReason)reason, keeping.ToRational(round.Inactive[reason])))
                .Where(inactive => !inactive.Votes.IsZero)],
            Residual = keeping.ToRational(round.Residual),
            Actions = [.. round.Actions.Select(action => new TallyAction { Candidate = candidates[action.Candidate], Kind = action.Kind, Why = action.Why })],
            Note = round.Note,
        })];
}
