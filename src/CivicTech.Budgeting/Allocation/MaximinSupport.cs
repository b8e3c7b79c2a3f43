using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;
using CivicTech.Budgeting.Elections;
using CivicTech.Ties;

namespace CivicTech.Budgeting.Allocation;

/// <summary>
/// The maximin support method: in every round funds the project with which the costs of all that is funded can be shared most evenly among
/// supporters.
/// </summary>
/// <remarks>
/// <para>Formula: the load of a set of projects is what its most loaded voter carries when each cost is divided among the supporters of the
/// project so that this is as little as possible; it is the maximum over the nonempty subsets T of cost(T) / voters(T), with the voters who
/// support some project of T. With S funded, that project c is next for which the load of S and c is lowest. All costs are shared anew in
/// every round, unlike in sequential Phragmén, where they stay with those who got them. For a committee, where every cost is 1, the lowest
/// load is the largest support of the least supported member.</para>
/// <para>Exact: whole numbers throughout. <see cref="Arithmetic.Certified"/> has them in 64 bits where the cost of all projects times the number
/// of voters fits, otherwise and with <see cref="Arithmetic.Rational"/> they are of unlimited size; the steps are the same. A round takes some
/// maximal flows in a network of the funded projects and the voters folded by them; how many is not known in advance, in elections of cities
/// they are up to some dozens.</para>
/// <para>Projects that cost nothing are funded first, in listed order. A project that nobody supports, or that costs more than the budget
/// limit, is never funded and never stops the rule.</para>
/// <para>Source: Sánchez-Fernández, Fernández-García, Fisteus, Brill, The maximin support method: an extension of the D'Hondt method to
/// approval-based multiwinner elections, Mathematical Programming 2022, arXiv:1609.05370; with costs: Aziz, Lee, Talmon, Proportionally
/// Representative Participatory Budgeting, AAMAS 2018.</para>
/// </remarks>
public sealed class MaximinSupport : IAllocationRule
{
    /// <summary>The id of this version: <c>maximin-support@1</c>.</summary>
    public const string RuleId = "maximin-support@1";

    /// <inheritdoc />
    [JsonIgnore]
    public string Id => RuleId;

    /// <summary>
    /// What happens when the money left does not cover the project whose turn it is. Projects that are skipped are so as soon as the money
    /// left does not cover them.
    /// </summary>
    public Misfit OnMisfit { get; init; } = Misfit.Skip;

    /// <summary>How ties are broken: figures are <c>votes</c> and <c>cost</c>.</summary>
    public TieChain Ties { get; init => field = value ?? TieChain.ListedOrder; } = TieChain.ListedOrder;

    /// <inheritdoc />
    /// <exception cref="ArgumentException">
    /// The ballots are no approvals, a group of voters has an initial load (there is none where costs are shared anew in every round), or a tie
    /// key asks for a figure that there is not.
    /// </exception>
    public Allocation Allocate(Election election, AllocationRequest request)
    {
        ArgumentNullException.ThrowIfNull(election);
        ArgumentNullException.ThrowIfNull(request);
        if (election.Profile is not ApprovalProfile)
        {
            throw new ArgumentException($"The rule needs approval ballots; these are {election.Profile.Kind}.", nameof(election));
        }

        return election.VoterGroups.All(group => group.InitialLoad.IsZero)
            ? new MaximinRun(this, election, request).Allocate()
            : throw new ArgumentException("The rule shares all costs anew in every round, so that voters cannot have an initial load.", nameof(election));
    }

    /// <inheritdoc />
    public JsonObject DescribeOptions() => RuleOptions.Write(this, RuleOptionsContext.Default.MaximinSupport);
}
