using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>
/// First choices are counted, then second choices are added, and so on, until somebody has more than half: the Grand Junction system.
/// </summary>
/// <remarks>
/// <para>Formula: let v(c, r) be the number of ballots that rank c at r or better, and n the ballots that rank anybody who can be elected. A
/// candidate passes at the first r with v(c, r) &gt; n / 2. Who passes earlier stands before who passes later; of those who pass together, who
/// has more votes then. Behind them come those who never pass, by all their votes.</para>
/// <para>Ranks count as they are written: a skipped rank is a choice not used. Several candidates at one rank each get a vote there; a candidate
/// at several ranks counts at the best. Figures: <c>votes</c> (at the rank where the candidate passes, or all), <c>rank</c> (where it passes;
/// for those who never pass one more than the last rank). O(entries + r m) for r different ranks.</para>
/// <para>Source: Charter of the City of Grand Junction, Colorado (1909), art. II; J. W. Bucklin, "The Grand Junction Plan of City
/// Government", Annals of the American Academy 38 (1911).</para>
/// </remarks>
public sealed class Bucklin : OrderingRule
{
    /// <summary>The id of this version: <c>bucklin@1</c>.</summary>
    public const string RuleId = "bucklin@1";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Id => RuleId;

    private protected override IReadOnlyCollection<string> FigureNames => ["votes", "rank"];

    /// <inheritdoc />
    public override JsonObject DescribeOptions() => RuleOptions.Write(this, ScoringOptionsContext.Default.Bucklin);

    private protected override CandidateOrder Order(Profile profile, TieJudge judge, CancellationToken cancellation)
    {
        if (profile is not OrdinalProfile ordinal)
        {
            throw new ArgumentException($"Choices are counted from rankings, not from {profile.Kind} ballots.", nameof(profile));
        }

        var (added, valid) = ByRank(ordinal);
        var candidates = profile.Candidates;
        var votes = new long[candidates.Count];
        var passed = new (long Rank, long Votes)?[candidates.Count];
        var rounds = new List<TallyRound>();
        foreach (var (rank, more) in added)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var candidate = 0; candidate < votes.Length; candidate++)
            {
                votes[candidate] = checked(votes[candidate] + more[candidate]);
                if (passed[candidate] is null && votes[candidate] > valid / 2)
                {
                    passed[candidate] = (rank, votes[candidate]);
                }
            }

            rounds.Add(new TallyRound
            {
                Number = rounds.Count + 1,
                Tallies = [.. votes.Select((count, candidate) => new CandidateTally(candidates[candidate], count, true, null))],
                Threshold = (valid / 2) + 1,
                CountsVotes = false,
                Note = FormattableString.Invariant($"Choices of rank {rank} and better."),
            });
        }

        var last = added.Count == 0 ? 1 : checked(added.Keys[^1] + 1);
        var order = passed.Select((pass, candidate) => pass ?? (last, votes[candidate])).ToArray();
        return new CandidateOrder
        {
            Groups = CandidateOrder.ByHighest([.. order.Select(pass => (-pass.Item1, pass.Item2))]),
            Figures = [new("votes", [.. order.Select(pass => (Rational)pass.Item2)]), new("rank", [.. order.Select(pass => (Rational)pass.Item1)])],
            Rounds = rounds,
        };
    }

    /// <summary>The votes that each rank adds, and how many ballots rank anybody.</summary>
    private static (SortedList<long, long[]> Added, long Valid) ByRank(OrdinalProfile profile)
    {
        var added = new SortedList<long, long[]>();
        var valid = 0L;
        var places = new RankedPlaces(profile);
        for (var ballot = 0; ballot < profile.DistinctBallots; ballot++)
        {
            places.Read(ballot);
            var weight = profile.WeightOf(ballot);
            valid = checked(valid + (places.Count > 0 ? weight : 0));
            for (var place = 0; place < places.Count; place++)
            {
                if (!added.TryGetValue(places.RankOf(place), out var votes))
                {
                    added.Add(places.RankOf(place), votes = new long[profile.Candidates.Count]);
                }

                foreach (var candidate in places[place])
                {
                    votes[candidate] += weight;
                }
            }
        }

        return (added, valid);
    }
}
