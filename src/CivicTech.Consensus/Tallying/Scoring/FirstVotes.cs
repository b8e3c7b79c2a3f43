using System.Collections.Immutable;
using CivicTech.Ballots;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>One vote for each voter: the only mark, or the first preference.</summary>
internal sealed class FirstVotes
{
    private long _overvotes;
    private long _blank;

    private FirstVotes(int candidates)
    {
        Votes = new Rational[candidates];
    }

    internal Rational[] Votes { get; }

    /// <summary>Votes that count for somebody.</summary>
    internal Rational Valid => Votes.Aggregate(Rational.Zero, (sum, votes) => sum + votes);

    internal ImmutableArray<InactiveVotes> Inactive =>
    [
        .. new InactiveVotes[] { new(InactiveReason.NoRanking, _blank), new(InactiveReason.Overvote, _overvotes) }.Where(inactive => !inactive.Votes.IsZero),
    ];

    /// <exception cref="ArgumentException">Ballots are neither marks nor rankings, or one marks several and that is refused.</exception>
    internal static FirstVotes Of(Profile profile, MultipleMarks marks)
    {
        var votes = new FirstVotes(profile.Candidates.Count);
        if (profile is OrdinalProfile ordinal)
        {
            var places = new RankedPlaces(ordinal);
            for (var ballot = 0; ballot < profile.DistinctBallots; ballot++)
            {
                places.Read(ballot);
                votes.Add(places.Count == 0 ? [] : places[0], profile.WeightOf(ballot), marks);
            }

            return votes;
        }

        if (profile is not ApprovalProfile)
        {
            throw new ArgumentException($"One vote is counted from marks or rankings, not from {profile.Kind} ballots.", nameof(profile));
        }

        for (var ballot = 0; ballot < profile.DistinctBallots; ballot++)
        {
            votes.Add(profile.CandidatesOf(ballot), profile.WeightOf(ballot), marks);
        }

        return votes;
    }

    private void Add(ReadOnlySpan<int> marked, long weight, MultipleMarks marks)
    {
        if (marked.Length == 0)
        {
            _blank = checked(_blank + weight);
        }
        else if (marked.Length == 1 || marks == MultipleMarks.Share)
        {
            foreach (var candidate in marked)
            {
                Votes[candidate] += new Rational(weight, marked.Length);
            }
        }
        else if (marks == MultipleMarks.Void)
        {
            _overvotes = checked(_overvotes + weight);
        }
        else
        {
            throw new ArgumentException($"A ballot marks {marked.Length} candidates where one is asked for.", nameof(marks));
        }
    }
}
