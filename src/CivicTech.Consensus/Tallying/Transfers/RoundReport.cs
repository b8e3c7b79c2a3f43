using System.Collections.Immutable;
using CivicTech.Ballots;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>Rounds in the words of a <see cref="TallyRound"/>.</summary>
internal static class RoundReport
{
    internal static IReadOnlyList<TallyRound> Of<T, TArithmetic>(CandidateList candidates, IReadOnlyList<CountedRound<T>> rounds, TArithmetic arithmetic)
        where T : struct, IComparable<T>
        where TArithmetic : struct, IVoteArithmetic<T>
    {
        return [.. rounds.Select(Round)];

        TallyRound Round(CountedRound<T> round) => new()
        {
            Pass = round.Pass,
            Number = round.Number,
            Tallies = [.. Enumerable.Range(0, candidates.Count).Where(candidate => round.Shown[candidate]).Select(candidate =>
                new CandidateTally(candidates[candidate], arithmetic.ToRational(round.Tally[candidate]), round.Open[candidate], KeepFactor: null))],
            Threshold = round.Threshold,
            Inactive = [.. round.Inactive
                .Select((votes, reason) => new InactiveVotes((InactiveReason)reason, arithmetic.ToRational(votes)))
                .Where(inactive => !inactive.Votes.IsZero)],
            Residual = arithmetic.ToRational(round.Residual),
            Actions = [.. round.Actions.Select(Action)],
            Note = round.Note,
        };

        TallyAction Action(CountedAction<T> action) => new()
        {
            Candidate = candidates[action.Candidate],
            Kind = action.Kind,
            Why = action.Why,
            Transfers = Transfers(action),
        };

        ImmutableArray<VoteTransfer> Transfers(CountedAction<T> action)
        {
            if (action.Received is not { } received)
            {
                return [];
            }

            var transfers = ImmutableArray.CreateBuilder<VoteTransfer>();
            for (var place = 0; place < received.Length; place++)
            {
                var votes = arithmetic.ToRational(received[place]);
                if (!votes.IsZero)
                {
                    transfers.Add(place < candidates.Count
                        ? new VoteTransfer(candidates[place], null, votes)
                        : new VoteTransfer(null, (InactiveReason)(place - candidates.Count), votes));
                }
            }

            if (arithmetic.ToRational(action.Lost) is { IsZero: false } lost)
            {
                transfers.Add(new VoteTransfer(null, null, lost));
            }

            return transfers.ToImmutable();
        }
    }
}
