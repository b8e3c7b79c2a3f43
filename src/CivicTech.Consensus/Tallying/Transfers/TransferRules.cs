namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>The rules of this folder.</summary>
internal static class TransferRules
{
    internal static IEnumerable<RuleDefinition> All =>
    [
        new(InstantRunoff.RuleId, typeof(InstantRunoff), "Instant runoff: round by round the last goes out, until somebody has a majority.",
            (options, _) => RuleOptions.Read(options, TransferOptionsContext.Default.InstantRunoff, new InstantRunoff()), isBuiltIn: true),
        new(SingleTransferableVote.RuleId, typeof(ITallyRule), "Single transferable vote by Gregory's method: proportional by ranked ballots.",
            (options, _) => RuleOptions.Read(options, TransferOptionsContext.Default.SingleTransferableVote, new SingleTransferableVote()), isBuiltIn: true),
        new(BottomsUp.RuleId, typeof(ITallyRule), "Bottoms-up: round by round the last goes out, until the seats are filled or everybody left has a share.",
            (options, _) => RuleOptions.Read(options, TransferOptionsContext.Default.BottomsUp, new BottomsUp()), isBuiltIn: true),
        new(MultiPassInstantRunoff.RuleId, typeof(ITallyRule), "Multi-pass instant runoff: one seat after the other by instant runoff.",
            (options, _) => RuleOptions.Read(options, TransferOptionsContext.Default.MultiPassInstantRunoff, new MultiPassInstantRunoff()), isBuiltIn: true),
    ];
}
