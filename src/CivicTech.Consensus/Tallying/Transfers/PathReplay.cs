using System.Collections.Immutable;
using CivicTech.Ballots;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>The way of each ballot, told again from the notes of the rounds: nothing is kept for it while counting.</summary>
internal static class PathReplay
{
    /// <param name="candidates">Their names.</param>
    /// <param name="table">The ballots.</param>
    /// <param name="passes">The rounds of each count.</param>
    /// <param name="arithmetic">How votes are counted.</param>
    internal static IEnumerable<BallotPath> Of<T, TArithmetic>(
        CandidateList candidates, PreferenceTable table, IReadOnlyList<IReadOnlyList<CountedRound<T>>> passes, TArithmetic arithmetic)
        where T : struct, IComparable<T>
        where TArithmetic : struct, IVoteArithmetic<T>
    {
        for (var ballot = 0; ballot < table.Count; ballot++)
        {
            var steps = ImmutableArray.CreateBuilder<BallotStep>();
            foreach (var rounds in passes)
            {
                Walk(candidates, table, ballot, rounds, arithmetic, steps);
            }

            yield return new BallotPath(ballot, table.Weights[ballot], steps.ToImmutable());
        }
    }

    private static void Walk<T, TArithmetic>(
        CandidateList candidates, PreferenceTable table, int ballot, IReadOnlyList<CountedRound<T>> rounds, TArithmetic arithmetic, ImmutableArray<BallotStep>.Builder steps)
        where T : struct, IComparable<T>
        where TArithmetic : struct, IVoteArithmetic<T>
    {
        var value = arithmetic.Of(1);
        var entry = table.Starts[ballot];
        for (var round = 0; round < rounds.Count;)
        {
            var place = BallotWalk.Next(table, ballot, rounds[round].Open, ref entry);
            Add(round, place);
            if (place < 0 || Departure(rounds, place, round) is not var (leaving, action))
            {
                return;
            }

            value = action.Part is null ? value : BallotValue.After(arithmetic, action, value);
            round = leaving + 1;
            entry++;
            if (action.IsFinal && round < rounds.Count)
            {
                Add(round, ~(int)InactiveReason.FinalSurplus);
                return;
            }
        }

        void Add(int round, int place) => steps.Add(new BallotStep(
            rounds[round].Number, place < 0 ? null : candidates[place], place < 0 ? (InactiveReason)~place : null, arithmetic.ToRational(value)) { Pass = rounds[round].Pass });
    }

    // The round in which the ballots of a candidate that lie there since a round go on; null when they stay.
    private static (int Round, CountedAction<T> Action)? Departure<T>(IReadOnlyList<CountedRound<T>> rounds, int candidate, int since)
        where T : struct, IComparable<T>
    {
        for (var round = since; round < rounds.Count; round++)
        {
            foreach (var action in rounds[round].Actions)
            {
                if (action.Candidate == candidate && action.Received is not null)
                {
                    return since + 1 >= action.OnlyFromRound ? (round, action) : null;
                }
            }
        }

        return null;
    }
}
