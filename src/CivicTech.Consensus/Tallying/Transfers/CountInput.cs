namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>What a count of rounds works on.</summary>
internal sealed class CountInput
{
    private CountInput(Contest contest, PreferenceTable table, RoundTies ties)
    {
        Contest = contest;
        Table = table;
        Ties = ties;
        CanReceive = [.. contest.Candidates.Select(candidate => candidate != contest.UnnamedOvervote && !contest.Withdrawn.Contains(candidate))];
        WriteIns = contest.WriteIns is { } writeIns ? contest.Candidates.IndexOf(writeIns) : -1;
    }

    internal Contest Contest { get; }

    internal PreferenceTable Table { get; }

    internal RoundTies Ties { get;  }

    /// <summary>The same, with RCTab's generator at its beginning.</summary>
    internal CountInput WithFreshDraws() => new(Contest, Table, Ties.Afresh());

    internal bool[] CanReceive { get; }

    /// <summary>The index of the undeclared write-ins, or -1.</summary>
    internal int WriteIns { get; }

    /// <summary>Counts on every way through open ties.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="contest">The contest.</param>
    /// <param name="ballots">How ballots are read.</param>
    /// <param name="ties">The rule's chain.</param>
    /// <param name="rctab">How RCTab would draw; null for the chain.</param>
    /// <param name="request">The request.</param>
    /// <param name="count">One count.</param>
    internal static TallyResult Count(
        IRule rule, Contest contest, BallotHandling ballots, CivicTech.Ties.TieChain ties, RctabTies? rctab, TallyRequest request, Func<CountInput, TallyFindings> count)
    {
        ArgumentNullException.ThrowIfNull(contest);
        ArgumentNullException.ThrowIfNull(request);
        var table = PreferenceTable.Of(contest, ballots);
        return TallyRun.Count(rule, contest, contest.Candidates, ties, RoundTies.FigureNames, request,
            judge => count(new CountInput(contest, table, new RoundTies(judge, rctab, contest.Candidates))));
    }

    /// <summary>The ranking over every way through open ties.</summary>
    internal static Ranking Rank(Contest contest, BallotHandling ballots, CivicTech.Ties.TieChain ties, RctabTies? rctab, Func<CountInput, TallyFindings> count)
    {
        var table = PreferenceTable.Of(contest, ballots);
        return TallyRun.Rank(contest.Candidates.Count, choices =>
            count(new CountInput(contest, table, new RoundTies(new TieJudge(ties, contest.Candidates, TallyRequest.Default, choices), rctab, contest.Candidates))));
    }
}
