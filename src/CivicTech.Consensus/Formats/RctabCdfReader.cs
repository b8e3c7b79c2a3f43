namespace CivicTech.Consensus.Formats;

/// <summary>Reads a source of an RCTab configuration in the common data format.</summary>
internal sealed class RctabCdfReader(BallotContent content, RctabCvrSource source, RctabBallots ballots)
{
    private readonly RankingStore _store = new();
    private readonly RankingInHand _ballot = new();

    internal void Read()
    {
        var remarks = new Remarks(content);
        new CdfReader(content, new CdfReadOptions { Contest = source.ContestId }, remarks).Read(Add);
        ballots.Finish(_store, content, remarks);
    }

    private void Add(IReadOnlyList<CdfMark> marks, int at)
    {
        _ballot.Clear();
        foreach (var mark in marks.OrderBy(mark => mark.Rank))
        {
            if (mark.Rank == 0)
            {
                throw content.Error(mark.At, "expected a Rank");
            }

            ballots.Add(_ballot, Candidate(mark), mark.Rank, content, mark.At);
        }

        _store.Add(_ballot.Ranked, _ballot.Ranks, 1);
    }

    private int Candidate(CdfMark mark)
    {
        if (mark.Selection.IsWriteIn)
        {
            return ballots.WriteIns;
        }

        if (source.OvervoteLabel.Length > 0 && mark.Selection.Name == source.OvervoteLabel)
        {
            return ballots.Overvote;
        }

        return ballots.Find(mark.Selection.Name) is >= 0 and var candidate
            ? candidate
            : throw content.Error(mark.At, $"{BallotContent.Shown(mark.Selection.Name)} has a vote, but is no declared candidate");
    }
}
