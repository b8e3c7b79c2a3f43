using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>
/// A proportional rule on score ballots: round by round the candidate with the most points is elected, and its supporters have less say
/// afterwards.
/// </summary>
/// <remarks>
/// <para>Immutable and safe to share between threads. A missing score is zero. Figures for <see cref="Ties"/>: <c>points</c>, those of the
/// round; <c>scores</c>, the sums on full ballots. Behind the elected, candidates stand by their points in the last round.</para>
/// <para>All weights are exact fractions, whose length grows with the number of rounds. Each round takes O(entries) operations on them.</para>
/// </remarks>
public abstract class SequentialScoreRule : ITallyRule
{
    private protected SequentialScoreRule()
    {
    }

    /// <inheritdoc />
    [JsonIgnore]
    public abstract string Id { get; }

    /// <summary>The highest score that a ballot may give: above zero; ballots with higher or negative scores are refused.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above zero.</exception>
    public Rational MaximumScore { get; init => field = CheckMaximum(value); } = 5;

    /// <summary>How a tie for a seat is broken. Refused unless said otherwise.</summary>
    public TieChain Ties { get; init => field = value ?? TieChain.Refuse; } = TieChain.Refuse;

    /// <inheritdoc />
    public abstract JsonObject DescribeOptions();

    /// <inheritdoc />
    public TallyResult Count(Contest contest, TallyRequest request)
    {
        ArgumentNullException.ThrowIfNull(contest);
        ArgumentNullException.ThrowIfNull(request);
        var sheet = new ScoreSheet(contest.Standing, MaximumScore);
        return TallyRun.Count(this, contest, sheet.Candidates, Ties, ["points", "scores"], request,
            judge => Play(sheet, Open(sheet, contest.Seats), contest.Seats, judge, request.CancellationToken));
    }

    /// <summary>The say of voters at the beginning of a run.</summary>
    private protected abstract ScoreAccount Open(ScoreSheet sheet, int seats);

    internal static Rational CheckMaximum(Rational value) =>
        value.Sign > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The highest score is above zero.");

    private static TallyFindings Play(ScoreSheet sheet, ScoreAccount account, int seats, TieJudge judge, CancellationToken cancellation)
    {
        List<int> running = [.. Enumerable.Range(0, sheet.Candidates.Count)];
        var elected = new List<(int Candidate, int Round)>();
        var rounds = new List<TallyRound>();
        var points = sheet.Sums;
        while (elected.Count < seats && running.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            points = account.Points();
            var most = running.Max(candidate => points[candidate]);
            List<int> tied = [.. running.Where(candidate => points[candidate] == most)];
            var winner = tied is [var only]
                ? only
                : judge.First(rounds.Count + 1, tied, () => new Dictionary<string, IReadOnlyList<Rational>> { ["points"] = points, ["scores"] = sheet.Sums }, "They are tied for a seat.");
            rounds.Add(new TallyRound
            {
                Number = rounds.Count + 1,
                Tallies = [.. running.Select(candidate => new CandidateTally(sheet.Candidates[candidate], points[candidate], true, null))],
                CountsVotes = false,
                Actions = [new TallyAction { Candidate = sheet.Candidates[winner], Kind = TallyActionKind.Elected, Why = "The most points." }],
            });
            elected.Add((winner, rounds.Count));
            running.Remove(winner);
            if (elected.Count < seats && running.Count > 0)
            {
                account.Spend(winner, most);
            }
        }

        return new TallyFindings
        {
            Candidates = sheet.Candidates,
            Elected = elected,
            Order =
            [
                .. elected.Select(winner => (IReadOnlyList<int>)[winner.Candidate]),
                .. running.GroupBy(candidate => points[candidate]).OrderByDescending(group => group.Key).Select(group => (IReadOnlyList<int>)[.. group]),
            ],
            Figures = [new("scores", [.. sheet.Sums])],
            Rounds = () => rounds,
        };
    }
}
