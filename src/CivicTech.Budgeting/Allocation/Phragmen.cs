using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;
using CivicTech.Budgeting.Elections;
using CivicTech.Budgeting.Loads;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Budgeting.Allocation;

/// <summary>
/// Sequential Phragmén: voters earn money at the same rate, and as soon as the supporters of a project together have what it costs, it is
/// funded and they pay everything they have. Large and small groups of voters get their share.
/// </summary>
/// <remarks>
/// <para>Formula: let the load l of a voter be the time of the last purchase that it paid for, at first 0. The turn of project c comes at the
/// time t at which the amounts t - l of its supporters add up to cost(c). The project whose turn comes first is funded; the load of its
/// supporters becomes t.</para>
/// <para>With initial loads a supporter whose load is beyond t has nothing yet: it pays nothing and keeps its load, so that only positive
/// amounts t - l add up to the cost. Programs that take the average of all supporters' loads plus the cost for each (pabutools, abcvoting)
/// would let such a supporter pay a negative amount, and may decide otherwise there. Without initial loads, and with negative ones that do
/// not yet pay for anything, the two are the same.</para>
/// <para>A project that costs nothing is funded first if anybody supports it. Nobody's project is never funded.</para>
/// <para>O(r e) at worst for r funded projects and e entries on distinct ballots; in practice a few recounts of single projects in each
/// round.</para>
/// <para>Source: L. E. Phragmén, Sur une méthode nouvelle pour réaliser, dans les élections, la représentation proportionnelle des partis
/// (1894); M. Brill, R. Freeman, S. Janson, M. Lackner, Phragmén's voting methods and justified representation (Mathematical Programming
/// 2023); for projects of any cost M. Los, Z. Christoff, D. Grossi, Proportional Budget Allocations: Towards a Systematization (IJCAI
/// 2022).</para>
/// </remarks>
public sealed class Phragmen : IAllocationRule
{
    /// <summary>The id of this version: <c>phragmen@1</c>.</summary>
    public const string RuleId = "phragmen@1";

    // Ways through open ties that are tried at most.
    private const int WorkLimit = 100_000;

    /// <inheritdoc />
    [JsonIgnore]
    public string Id => RuleId;

    /// <summary>The loads that voters begin with.</summary>
    public InitialLoads InitialLoads { get; init; } = InitialLoads.None;

    /// <summary>
    /// What happens when a project whose turn it is does not fit into the money left. <see cref="Misfit.Stop"/>, as published: the rule
    /// ends, also if others whose turn comes at the same time would fit. <see cref="Misfit.Skip"/>: it is left out. A project that costs more
    /// than the whole budget is always left out.
    /// </summary>
    public Misfit OnMisfit { get; init; } = Misfit.Stop;

    /// <summary>How ties are broken, among projects whose turn comes at the same time: figures are <c>votes</c> and <c>cost</c>.</summary>
    public TieChain Ties { get; init => field = value ?? TieChain.ListedOrder; } = TieChain.ListedOrder;

    /// <inheritdoc />
    /// <exception cref="ArgumentException">
    /// The ballots are no approvals; or <see cref="InitialLoads"/> are to be given, but the election has no groups.
    /// </exception>
    public Allocation Allocate(Election election, AllocationRequest request)
    {
        ArgumentNullException.ThrowIfNull(election);
        ArgumentNullException.ThrowIfNull(request);
        if (election.Profile.Kind != ProfileKind.Approval)
        {
            throw new ArgumentException($"Phragmén's rule needs approvals; these ballots are {election.Profile.Kind}.", nameof(election));
        }

        var figures = ProjectFigures.Of(election, CountSource.Ballots);
        var breaker = new TieBreaker(Ties, election.Profile.Candidates, figures.ForTies(election));
        var support = election.SupportBy(SupportWorth.Naming);
        var problem = new LoadsProblem
        {
            Support = support,
            Costs = [.. election.Projects.Select(project => project.Cost)],
            Left = election.BudgetLimit,
            Eligible = [.. Enumerable.Range(0, election.Projects.Length).Where(project => !election.Projects[project].IsWithdrawn)],
            StopsUpTo = OnMisfit == Misfit.Stop ? election.BudgetLimit : null,
            Opening = InitialLoads == InitialLoads.Given ? Given(election, support) : null,
            Ranks = new TieRanks(breaker, election.Projects.Length),
            Plain = request.Arithmetic == Arithmetic.Rational,
        };
        return SelectionOutcomes
            .Explore(Math.Max(1, Ties.OutcomeLimit), WorkLimit, Play, request.CancellationToken)
            .Conclude(this, election, Ties, breaker, figures);

        Selection Play(Choices choices)
        {
            var outcome = SequentialPhragmen.Run(problem, problem.Ranks.IsTotal ? null : choices, request.CancellationToken);
            return new Selection([.. outcome.Bought], outcome.Ties, () => new PhragmenAccount(election, problem, outcome).Tell(request.Trace));
        }
    }

    /// <inheritdoc />
    public JsonObject DescribeOptions() => RuleOptions.Write(this, RuleOptionsContext.Default.Phragmen);

    private static OpeningLoads? Given(Election election, SupportTable support)
    {
        if (election.VoterGroups.IsEmpty)
        {
            throw new ArgumentException("Initial loads are given by voter groups, but the election has none.", nameof(election));
        }

        var loads = election.VoterGroups.Select(group => group.InitialLoad).ToArray();
        if (loads.All(load => load.IsZero))
        {
            return null;
        }

        var about = Enumerable.Range(0, support.Classes).Select(i => loads[GroupOf(i)].Approximate()).ToArray();
        return new OpeningLoads([.. about.Select(load => load.Value)], [.. about.Select(load => load.Error)], i => loads[GroupOf(i)]);

        int GroupOf(int ballotClass) => support.Groups?[ballotClass] ?? 0;
    }
}
