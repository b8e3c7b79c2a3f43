namespace CivicTech.Consensus.Tallying.Committees;

/// <summary>The rules of this room.</summary>
internal static class CommitteesRules
{
    internal static IEnumerable<RuleDefinition> All =>
    [
        new(BlockVoting.RuleId, typeof(ITallyRule), "Elects those with most marks; voters mark as many candidates as there are seats.",
            (options, _) => RuleOptions.Read(options, RuleOptionsContext.Default.BlockVoting, new BlockVoting()), isBuiltIn: true),
        new(LimitedVoting.RuleId, typeof(ITallyRule), "Elects those with most marks; voters mark fewer candidates than there are seats.",
            (options, _) => RuleOptions.Read(options, RuleOptionsContext.Default.LimitedVoting), isBuiltIn: true),
        new(SingleNonTransferableVote.RuleId, typeof(ITallyRule), "Elects those with most marks; voters mark one candidate.",
            (options, _) => RuleOptions.Read(options, RuleOptionsContext.Default.SingleNonTransferableVote, new SingleNonTransferableVote()), isBuiltIn: true),
        new(CumulativeVoting.RuleId, typeof(ITallyRule), "Elects those with most points, which voters divide between candidates as they like.",
            (options, _) => RuleOptions.Read(options, RuleOptionsContext.Default.CumulativeVoting, new CumulativeVoting()), isBuiltIn: true),
        new(SatisfactionApproval.RuleId, typeof(ITallyRule), "Elects those with most votes, each divided equally between all whom the voter approves of.",
            (options, _) => RuleOptions.Read(options, RuleOptionsContext.Default.SatisfactionApproval, new SatisfactionApproval()), isBuiltIn: true),
        new(Thiele.RuleId, typeof(ITallyRule), "Elects the committee of the highest score; voters score less for each further member they approve of (PAV, CC and others).",
            (options, _) => RuleOptions.Read(options, RuleOptionsContext.Default.Thiele, new Thiele()), isBuiltIn: true),
        new(SequentialThiele.RuleId, typeof(ITallyRule), "Elects, round by round, the candidate who adds most to the committee's score.",
            (options, _) => RuleOptions.Read(options, RuleOptionsContext.Default.SequentialThiele, new SequentialThiele()), isBuiltIn: true),
        new(ReverseSequentialThiele.RuleId, typeof(ITallyRule), "Takes out, round by round, the candidate whose leaving takes least from the committee's score.",
            (options, _) => RuleOptions.Read(options, RuleOptionsContext.Default.ReverseSequentialThiele, new ReverseSequentialThiele()), isBuiltIn: true),
    ];
}
