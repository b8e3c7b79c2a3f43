using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>Who has the most votes wins: first past the post, and with several seats the single non-transferable vote.</summary>
/// <remarks>
/// <para>Ballots are approval ballots with one mark, or rankings, of which the best rank that holds somebody who can be elected is the vote
/// (a skipped first rank means nothing). <see cref="MultipleMarks"/> says what several marks are. Figure: <c>votes</c>.</para>
/// <para>O(entries + m log m) for m candidates.</para>
/// </remarks>
public sealed class Plurality : OrderingRule
{
    /// <summary>The id of this version: <c>plurality@1</c>.</summary>
    public const string RuleId = "plurality@1";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Id => RuleId;

    /// <summary>What several marks on a ballot, or several candidates at the first rank, are.</summary>
    public MultipleMarks MultipleMarks { get; init; } = MultipleMarks.Void;

    private protected override IReadOnlyCollection<string> FigureNames => ["votes"];

    /// <inheritdoc />
    public override JsonObject DescribeOptions() => RuleOptions.Write(this, ScoringOptionsContext.Default.Plurality);

    private protected override CandidateOrder Order(Profile profile, TieJudge judge, CancellationToken cancellation)
    {
        var first = FirstVotes.Of(profile, MultipleMarks);
        return new CandidateOrder
        {
            Groups = CandidateOrder.ByHighest(first.Votes),
            Figures = [new("votes", [.. first.Votes])],
            Rounds =
            [
                new TallyRound
                {
                    Number = 1,
                    Tallies = [.. first.Votes.Select((votes, candidate) => new CandidateTally(profile.Candidates[candidate], votes, true, null))],
                    Inactive = first.Inactive,
                },
            ],
        };
    }
}
