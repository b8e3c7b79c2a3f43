namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>What counts without divided ballots found, one behind the other.</summary>
internal static class RunoffFindings
{
    internal static TallyFindings Of(CountInput input, IReadOnlyList<RunoffCount> passes)
    {
        var elected = new List<(int Candidate, int Round)>();
        var order = new List<IReadOnlyList<int>>();
        foreach (var pass in passes)
        {
            var (inPass, ofPass) = pass.Standing();
            elected.AddRange(inPass);
            order.AddRange(pass == passes[^1] ? ofPass : ofPass.Take(inPass.Count));
        }

        return new TallyFindings
        {
            Candidates = input.Contest.Candidates,
            Elected = elected,
            Order = order,
            IsStopped = elected.Count == 0,
            Rounds = () => [.. passes.SelectMany(pass => RoundReport.Of(input.Contest.Candidates, pass.AllRounds, default(WholeVotes)))],
            Paths = () => PathReplay.Of(input.Contest.Candidates, input.Table, [.. passes.Select(pass => pass.AllRounds)], default(WholeVotes)),
        };
    }
}
