using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;
using CivicTech.Receipts;
using CivicTech.Ties;

namespace CivicTech.Budgeting.Allocation;

/// <summary>Which projects are funded, and why: for each project its votes, points and fate, every tie, and a receipt.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class Allocation
{
    private readonly Lazy<Receipt> _receipt;
    private readonly Lazy<AllocationDetails> _details;

    internal Allocation(
        IRule rule,
        Election election,
        AllocationStatus status,
        ImmutableArray<AllocationOutcome> outcomes,
        bool isComplete,
        AllocationOutcome certain,
        Lazy<AllocationDetails> details)
    {
        RuleId = rule.Id;
        Options = rule.DescribeOptions();
        Election = election;
        Status = status;
        Outcomes = outcomes;
        IsComplete = isComplete;
        Funded = certain.Funded;
        Cost = certain.Cost;
        Unspent = certain.Unspent;
        _details = details;
        _receipt = new Lazy<Receipt>(() => AllocationReceipt.Of(this));
    }

    /// <summary>What a host's own rule decided. Votes and points are counted from the ballots; the receipt is made from it.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="election">The election.</param>
    /// <param name="fates">What became of each project, in listed order; those that are funded have a round of their own each.</param>
    /// <param name="ties">The ties that the rule met, in the order of rounds.</param>
    /// <exception cref="ArgumentException">
    /// There is not one fate for each project, a fate is open, or two projects are funded in the same round.
    /// </exception>
    public static Allocation Decided(IAllocationRule rule, Election election, IReadOnlyList<Fate> fates, params IEnumerable<TieRecord> ties)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(election);
        ArgumentNullException.ThrowIfNull(fates);
        ArgumentNullException.ThrowIfNull(ties);
        if (fates.Count != election.Projects.Length || fates.Any(fate => fate is null or Fate.Open))
        {
            throw new ArgumentException("A decided allocation has one fate for each project, and none of them is open.", nameof(fates));
        }

        var funded = Enumerable.Range(0, fates.Count).Where(project => fates[project].IsFunded).OrderBy(project => fates[project].FundingRound).ToArray();
        if (funded.Any(project => fates[project].FundingRound < 1) || funded.DistinctBy(project => fates[project].FundingRound).Count() != funded.Length)
        {
            throw new ArgumentException("Each funded project has a round of its own, counted from 1; otherwise their order is not known.", nameof(fates));
        }

        var votes = election.CountVotes();
        var points = election.CountPoints();
        var outcome = new AllocationOutcome(election, funded);
        return new Allocation(
            rule,
            election,
            AllocationStatus.Decided,
            [outcome],
            isComplete: true,
            outcome,
            new Lazy<AllocationDetails>(new AllocationDetails(
                [.. election.Projects.Select((project, i) => new ProjectResult(project, votes[i], points?[i], fates[i]))],
                [.. ties],
                Trace: [])));
    }

    /// <summary>The rule that was applied.</summary>
    public string RuleId { get; }

    /// <summary>The election that it was applied to.</summary>
    public Election Election { get; }

    /// <summary>Whether the outcome is decided.</summary>
    public AllocationStatus Status { get; }

    /// <summary>
    /// The funded projects in the order of funding. When a tie was refused: those funded before it. With several outcomes: those that are
    /// funded in every one of them, in listed order; if not all outcomes are listed, those that were funded before the first tie that matters.
    /// </summary>
    public ImmutableArray<Project> Funded { get; }

    /// <summary>What <see cref="Funded"/> costs together.</summary>
    public Rational Cost { get; }

    /// <summary>The budget limit less <see cref="Cost"/>; negative when the rule tolerated that a project went beyond the budget.</summary>
    public Rational Unspent { get; }

    /// <summary>Every outcome: one when decided, none when a tie was refused.</summary>
    public ImmutableArray<AllocationOutcome> Outcomes { get; }

    /// <summary>
    /// False when there may be outcomes that are not listed: there are more than the tie chain's limit, or finding all would take too long.
    /// </summary>
    public bool IsComplete { get; }

    /// <summary>For each project, in listed order, what it had and what became of it. Some rules work it out when first asked.</summary>
    public ImmutableArray<ProjectResult> Projects => _details.Value.Projects;

    /// <summary>Every tie that was met, in the order of rounds.</summary>
    public ImmutableArray<TieRecord> Ties => _details.Value.Ties;

    /// <summary>Every round, if a trace was asked for and there is one outcome; otherwise empty.</summary>
    public ImmutableArray<AllocationRound> Trace => _details.Value.Trace;

    /// <summary>What else is to be known of how the outcome came about, in sentences, such as the endowment at which Add1 ended.</summary>
    public ImmutableArray<string> Notes => _details.Value.Notes is { IsDefault: false } notes ? notes : [];

    /// <summary>What anyone needs to recompute this allocation and compare. Made when first asked for.</summary>
    public Receipt Receipt => _receipt.Value;

    /// <summary>The options of the rule, all of them explicit.</summary>
    internal JsonObject Options { get; }

    /// <summary>The result of a project.</summary>
    /// <param name="projectId">Compared ordinally.</param>
    /// <exception cref="ArgumentException">There is no such project.</exception>
    public ProjectResult this[string projectId] => Projects[Election.Profile.Candidates.IndexesOf(projectId)[0]];

    /// <summary>The allocation as JSON: outcome, every project with its fate as data and as a sentence, ties, trace, receipt.</summary>
    public string ToJson() => AllocationJson.Write(this);

    /// <summary>The allocation as a text report for people.</summary>
    public string ToText() => AllocationText.Write(this);

    /// <summary>One line: the rule, how many projects are funded, and for how much.</summary>
    public override string ToString() => $"{RuleId}: {Funded.Length} of {Projects.Length} projects funded for {Cost} of {Election.BudgetLimit}";
}
