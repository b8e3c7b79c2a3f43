using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>One run of STAR voting: a scoring round and a runoff for each seat, then the order of the others.</summary>
internal sealed class StarCount(StarTable table, StarTies ties, TieJudge judge)
{
    private readonly StarProtocol _protocol = new(table, ties);
    private readonly List<TallyRound> _rounds = [];

    internal TallyFindings Play(int seats, CancellationToken cancellation)
    {
        List<int> running = [.. Enumerable.Range(0, table.Sums.Count)];
        var elected = new List<(int Candidate, int Round)>();
        while (elected.Count < seats && running.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var winner = running.Count == 1 ? Alone(running[0]) : Runoff(Score(running));
            elected.Add((winner, _rounds.Count));
            running.Remove(winner);
        }

        return new TallyFindings
        {
            Candidates = table.Sheet.Candidates,
            Elected = elected,
            Order = [.. elected.Select(winner => (IReadOnlyList<int>)[winner.Candidate]), .. Order(table, ties, running)],
            Figures = [.. table.Figures().Select(figure => new CandidateFigures(figure.Key, [.. figure.Value]))],
            Rounds = () => _rounds,
        };
    }

    /// <summary>
    /// The order of candidates by winning, place for place; nobody breaks ties: all who may win a place stand in one group, and the next place
    /// is among the others.
    /// </summary>
    internal static IEnumerable<IReadOnlyList<int>> Order(StarTable table, StarTies ties, IEnumerable<int> candidates)
    {
        var protocol = new StarProtocol(table, ties);
        List<int> running = [.. candidates];
        while (running.Count > 1)
        {
            List<int> winners = [.. protocol.Finalists(running, tied => tied).SelectMany(pair => protocol.Runoff(pair.One, pair.Other)).Distinct().Order()];
            yield return winners;
            running = [.. running.Except(winners)];
        }

        if (running.Count == 1)
        {
            yield return running;
        }
    }

    private (int One, int Other) Score(List<int> running)
    {
        var number = _rounds.Count + 1;
        var (one, other) = _protocol.Finalists(running, tied => [judge.First(number, tied, table.Figures, "They are tied for the runoff.")]).First();
        _rounds.Add(new TallyRound
        {
            Number = number,
            Tallies = [.. running.Select(candidate => new CandidateTally(table.Sheet.Candidates[candidate], table.Sums[candidate], true, null))],
            CountsVotes = false,
            Note = $"Scores: {table.Sheet.Candidates[Math.Min(one, other)]} and {table.Sheet.Candidates[Math.Max(one, other)]} go to the runoff.",
        });
        return (one, other);
    }

    private int Runoff((int One, int Other) finalists)
    {
        var number = _rounds.Count + 1;
        int[] two = [Math.Min(finalists.One, finalists.Other), Math.Max(finalists.One, finalists.Other)];
        long[] votes = [table.Preferring(two[0], two[1]), table.Preferring(two[1], two[0])];
        var winners = _protocol.Runoff(two[0], two[1]);
        var winner = winners.Count == 1 ? winners[0] : judge.First(number, winners, table.Figures, "They are tied in the runoff.");
        var indifferent = table.Sheet.Profile.Voters - votes[0] - votes[1];
        _rounds.Add(new TallyRound
        {
            Number = number,
            Tallies = [.. two.Select((candidate, i) => new CandidateTally(table.Sheet.Candidates[candidate], votes[i], true, null))],
            Inactive = indifferent == 0 ? [] : [new InactiveVotes(InactiveReason.NoPreference, indifferent)],
            Actions = [Elect(winner, votes[0] != votes[1] ? "Preferred by more voters." : winners.Count == 1 ? "As many prefer the other: the scores decide." : "Tied; see the ties.")],
        });
        return winner;
    }

    private int Alone(int candidate)
    {
        _rounds.Add(new TallyRound
        {
            Number = _rounds.Count + 1,
            Tallies = [new CandidateTally(table.Sheet.Candidates[candidate], table.Sums[candidate], true, null)],
            CountsVotes = false,
            Actions = [Elect(candidate, "The only one left.")],
        });
        return candidate;
    }

    private TallyAction Elect(int candidate, string why) => new() { Candidate = table.Sheet.Candidates[candidate], Kind = TallyActionKind.Elected, Why = why };
}
