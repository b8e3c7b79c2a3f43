using System.Collections.Immutable;
using CivicTech.Consensus.Tallying.Transfers;

namespace CivicTech.Consensus.Tallying.Iterated;

/// <summary>
/// The way of each ballot, told again from the keep factors of the rounds: in each round in which it changes, one step for each candidate who keeps
/// a part of the vote, in the ballot's order, and one for what is inactive.
/// </summary>
internal static class KeptPaths
{
    internal static IEnumerable<BallotPath> Of<T, TKeeping>(CountInput input, KeptBallots ballots, IReadOnlyList<IteratedRound<T>> rounds, TKeeping keeping)
        where T : struct, IComparable<T>
        where TKeeping : struct, IKeeping<T>
    {
        for (var ballot = 0; ballot < ballots.Count; ballot++)
        {
            yield return new BallotPath(ballot, ballots.Weights[ballot], Steps(ballot));
        }

        ImmutableArray<BallotStep> Steps(int ballot)
        {
            var steps = ImmutableArray.CreateBuilder<BallotStep>();
            List<(int Candidate, T Value)> before = [];
            foreach (var round in rounds)
            {
                var shares = Shares(ballot, round.Factors);
                if (!shares.SequenceEqual(before))
                {
                    steps.AddRange(shares.Select(share => new BallotStep(
                        round.Number,
                        share.Candidate < 0 ? null : input.Contest.Candidates[share.Candidate],
                        share.Candidate < 0 ? (InactiveReason)~share.Candidate : null,
                        keeping.ToRational(share.Value))));
                    before = shares;
                }
            }

            return steps.ToImmutable();
        }

        List<(int Candidate, T Value)> Shares(int ballot, T[] factors)
        {
            var shares = new List<(int, T)>();
            bool[] isOut = [.. factors.Select(factor => factor.CompareTo(default) == 0)];
            var value = keeping.One;
            for (var at = ballots.Starts[ballot]; at < ballots.Starts[ballot + 1] && value.CompareTo(default) > 0; at++)
            {
                var entry = ballots.Without(ballots.Entries[at], isOut);
                if (entry < 0)
                {
                    continue;
                }

                if (ballots.IsContested(entry))
                {
                    Add(~(int)InactiveReason.Overvote, value);
                    return shares;
                }

                var members = ballots.Members(entry);
                if (members.Length == 1)
                {
                    Add(entry, keeping.Keep(value, factors[entry], out value));
                    continue;
                }

                var parts = EqualParts<T>.Of(keeping, members, factors, ballots.Equality == EqualRanks.SplitStepwise);
                for (var i = 0; i < members.Length; i++)
                {
                    Add(members[i], parts.Kept(keeping, value, i));
                }

                value = parts.Rest(keeping, value);
            }

            Add(~ballots.Ends[ballot], value);
            return shares;

            void Add(int candidate, T amount)
            {
                if (amount.CompareTo(default) > 0)
                {
                    shares.Add((candidate, amount));
                }
            }
        }
    }
}
