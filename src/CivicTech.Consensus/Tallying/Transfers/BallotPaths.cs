using System.Collections.Immutable;
using CivicTech.Ballots;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>The way of each ballot, told again from the notes of the rounds: nothing is kept for it while counting.</summary>
internal static class BallotPaths
{
    internal static IEnumerable<BallotPath> Of<T, TArithmetic>(
        CandidateList candidates, PreferenceTable table, IReadOnlyList<CountedRound<T>> rounds, TArithmetic arithmetic)
        where T : struct, IComparable<T>
        where TArithmetic : struct, IVoteArithmetic<T>
    {
        for (var ballot = 0; ballot < table.Count; ballot++)
        {
            yield return new BallotPath(ballot, table.Weights[ballot], Steps(ballot));
        }

        ImmutableArray<BallotStep> Steps(int ballot)
        {
            var steps = ImmutableArray.CreateBuilder<BallotStep>();
            var value = arithmetic.Of(1);
            var entry = table.Starts[ballot];
            for (var round = 0; round < rounds.Count;)
            {
                var place = BallotWalk.Next(table, ballot, rounds[round].Open, ref entry);
                Add(round, place);
                if (place < 0)
                {
                    break;
                }

                var (leaving, action) = Departure(place, round);
                if (action is null)
                {
                    break;
                }

                value = action.Part is null ? value : BallotValue.After(arithmetic, action, value);
                round = leaving + 1;
                entry++;
                if (action.IsFinal && round < rounds.Count)
                {
                    Add(round, ~(int)InactiveReason.FinalSurplus);
                    break;
                }
            }

            return steps.ToImmutable();

            void Add(int round, int place) => steps.Add(new BallotStep(
                rounds[round].Number, place < 0 ? null : candidates[place], place < 0 ? (InactiveReason)~place : null, arithmetic.ToRational(value)));
        }

        // The round in which the ballots of a candidate that lie there since a round go on.
        (int Round, CountedAction<T>? Action) Departure(int candidate, int since)
        {
            for (var round = since; round < rounds.Count; round++)
            {
                foreach (var action in rounds[round].Actions)
                {
                    if (action.Candidate == candidate && action.Received is not null)
                    {
                        return since + 1 >= action.OnlyFromRound ? (round, action) : (round, null);
                    }
                }
            }

            return (rounds.Count, null);
        }
    }
}
