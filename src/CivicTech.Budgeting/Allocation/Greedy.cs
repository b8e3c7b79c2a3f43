using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Budgeting.Allocation;

/// <summary>
/// Funds projects from the most popular down, as most cities do: by votes, by points, or by utility per cost.
/// </summary>
/// <remarks>
/// <para>Formula: sort by the chosen figure, the highest first; with L the money left, fund project p if cost(p) &lt;= L. Only the figure
/// decides, so one large group of voters may take the whole budget. O(m log m) for m projects behind the counting.</para>
/// <para>Source: the rules that the META field <c>rule</c> of Pabulib names <c>greedy…</c> (Faliszewski et al., Participatory Budgeting: Data,
/// Tools and Analysis, IJCAI 2023).</para>
/// </remarks>
public sealed class Greedy : IAllocationRule
{
    /// <summary>The id of this version: <c>greedy@1</c>.</summary>
    public const string RuleId = "greedy@1";

    /// <inheritdoc />
    [JsonIgnore]
    public string Id => RuleId;

    /// <summary>What projects are considered by, the highest first.</summary>
    public GreedyOrder Order { get; init; } = GreedyOrder.Votes;

    /// <summary>The utility that <see cref="GreedyOrder.UtilityPerCost"/> divides by the cost; without a meaning otherwise.</summary>
    public Utility Utility { get; init; } = Utility.Cost;

    /// <summary>
    /// The least a project needs to be considered: points where the order or the utility is by points or Borda, votes otherwise; null for none.
    /// </summary>
    public Rational? MinimumScore { get; init; }

    /// <summary>Where votes and points come from.</summary>
    public CountSource Counts { get; init; } = CountSource.Ballots;

    /// <summary>What bounds the rule besides the budget limit.</summary>
    public FundingLimits Limits { get; init => field = value ?? FundingLimits.None; } = FundingLimits.None;

    /// <summary>How ties are broken: figures are <c>votes</c>, <c>cost</c> and, where there are points, <c>points</c>.</summary>
    public TieChain Ties { get; init => field = value ?? TieChain.ListedOrder; } = TieChain.ListedOrder;

    /// <inheritdoc />
    public Allocation Allocate(Election election, AllocationRequest request)
    {
        ArgumentNullException.ThrowIfNull(election);
        ArgumentNullException.ThrowIfNull(request);
        var figures = ProjectFigures.Of(election, Counts);
        var scores = Scores(election, figures);
        var ranking = Order == GreedyOrder.UtilityPerCost && Utility != Utility.Cost
            ? Ranking.ByHighest([.. election.Projects.Select((project, i) => new UtilityPerCost(scores[i], project.Cost))])
            : Ranking.ByHighest(scores);
        return new FundingRun(this, Limits, Ties, election, figures, request).Allocate(ranking, scores, MinimumScore);
    }

    /// <inheritdoc />
    public JsonObject DescribeOptions() => RuleOptions.Write(this, RuleOptionsContext.Default.Greedy);

    private IReadOnlyList<Rational> Scores(Election election, ProjectFigures figures)
    {
        var byUtility = Order == GreedyOrder.UtilityPerCost;
        if (Order == GreedyOrder.Points || (byUtility && Utility == Utility.Points))
        {
            return figures.Points ?? throw new ArgumentException(figures.WhyNoPoints, nameof(election));
        }

        if (byUtility && Utility == Utility.Borda)
        {
            return election.CountBorda() ?? throw new ArgumentException(
                $"Borda utilities need rankings; these ballots are {election.Profile.Kind}.", nameof(election));
        }

        // The efforts of all supporters add up to the cost.
        var votes = figures.Votes ?? throw new ArgumentException(figures.WhyNoVotes, nameof(election));
        return byUtility && Utility == Utility.Effort
            ? [.. votes.Select((count, project) => count > 0 ? election.Projects[project].Cost : 0)]
            : votes;
    }

    /// <summary>Compared without division: doubles with an error bound where they separate, exact fractions where they do not.</summary>
    private readonly record struct UtilityPerCost(Rational Utility, Rational Cost) : IComparable<UtilityPerCost>
    {
        // What costs nothing is worth more per cost than anything that costs, or less if it is unwanted; nothing for nothing is worth nothing.
        private int Infinity => Cost.IsZero ? Utility.Sign : 0;

        public int CompareTo(UtilityPerCost other) => (Infinity, other.Infinity) switch
        {
            (0, 0) when Cost.IsZero || other.Cost.IsZero => Utility.Sign.CompareTo(other.Utility.Sign),
            (0, 0) => CertifiedComparison.CompareQuotients(Utility, Cost, other.Utility, other.Cost),
            var (mine, others) when mine == others => Utility.CompareTo(other.Utility),
            var (mine, others) => mine.CompareTo(others),
        };
    }
}
