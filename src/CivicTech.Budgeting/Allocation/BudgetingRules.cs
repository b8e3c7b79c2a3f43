namespace CivicTech.Budgeting.Allocation;

/// <summary>The rules of this package.</summary>
public sealed class BudgetingRules : IRuleSource
{
    /// <inheritdoc />
    public IEnumerable<RuleDefinition> Rules =>
    [
        new(Greedy.RuleId, typeof(IAllocationRule), "Funds projects from the most popular down, by votes, points or utility per cost.",
            (options, _) => RuleOptions.Read(options, RuleOptionsContext.Default.Greedy, new Greedy()), isBuiltIn: true),
        new(FundInOrder.RuleId, typeof(IAllocationRule), "Funds projects down the list of any ranking rule.",
            FundInOrder.Create, isBuiltIn: true),
        new(MaximinSupport.RuleId, typeof(IAllocationRule), "Funds the project with which costs can be shared most evenly among supporters, round by round.",
            (options, _) => RuleOptions.Read(options, RuleOptionsContext.Default.MaximinSupport, new MaximinSupport()), isBuiltIn: true),
        new(Phragmen.RuleId, typeof(IAllocationRule), "Funds projects as their supporters, who earn money at the same rate, come to have what they cost.",
            (options, _) => RuleOptions.Read(options, RuleOptionsContext.Default.Phragmen, new Phragmen()), isBuiltIn: true),
        new(EqualShares.RuleId, typeof(IAllocationRule), "The Method of Equal Shares: supporters pay for projects together from equal shares of the budget.",
            EqualShares.Create, isBuiltIn: true),
        new(RankingByVotes.RuleId, typeof(IRankingRule), "Orders projects by how many voters name them.",
            (options, _) => RuleOptions.Read(options, RuleOptionsContext.Default.RankingByVotes), isBuiltIn: true),
    ];
}
