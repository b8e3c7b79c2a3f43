using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CivicTech.Receipts;
using CivicTech.Ties;

namespace CivicTech.Consensus.Tallying;

/// <summary>Who is elected, how everybody else stands, and how it came about.</summary>
/// <remarks>
/// Immutable and safe to share between threads. <see cref="Rounds"/>, <see cref="Receipt"/> and the reports are made when first asked for.
/// </remarks>
public sealed class TallyResult
{
    private readonly TallyWays _ways;
    private readonly Lazy<ImmutableArray<TallyRound>> _rounds;
    private readonly Lazy<Receipt> _receipt;

    internal TallyResult(IRule rule, Contest contest, TallyRequest request, TallyWays ways)
    {
        _ways = ways;
        Contest = contest;
        RuleId = rule.Id;
        Options = rule.DescribeOptions();
        Decisions = request.Decisions;
        var first = ways.First;
        var refused = ways is { Several: true, ListsOutcomes: false };
        Status = refused ? TallyStatus.OpenTie
            : ways.Several ? TallyStatus.SeveralOutcomes
            : first.IsStopped ? TallyStatus.Stopped
            : TallyStatus.Decided;
        IsComplete = refused || ways.IsComplete;
        Outcomes = refused ? [] : [.. ways.Ways.Select(way => Names(way.Findings, way.Findings.Elected.Select(elected => elected.Candidate)))];
        Elected = !ways.Several ? Outcomes[0]
            : refused || !ways.IsComplete ? Names(first, first.Elected.Where(elected => elected.Round <= ways.CertainRounds).Select(elected => elected.Candidate))
            : [.. Outcomes[0].Where(candidate => Outcomes.All(outcome => outcome.Contains(candidate)))];
        Order = [.. first.Order.Select(group => Names(first, group))];
        OpenTie = refused ? ways.Ways[0].Judge.FirstOpen : null;
        Ties = [.. ways.Ways[0].Judge.Records];
        Figures = [.. first.Figures];
        Notes = [.. first.Notes];
        Pairwise = first.Pairwise;
        _rounds = new(() => [.. TrustedRounds.Of(contest, first.Rounds())]);
        _receipt = new(() => TallyReceipt.Of(this));
    }

    /// <summary>What was counted.</summary>
    public Contest Contest { get; }

    /// <summary>The rule, with its version.</summary>
    public string RuleId { get; }

    /// <summary>The rule's options, every one of them. A copy: changing it changes nothing else.</summary>
    public JsonObject Options => (JsonObject)field.DeepClone();

    /// <summary>The ties that officials decided, as the request told them.</summary>
    public ImmutableArray<TieDecision> Decisions { get; }

    /// <summary>How the count ended.</summary>
    public TallyStatus Status { get; }

    /// <summary>
    /// Who is elected, in order of election. With an open tie those who are elected whichever way it falls, as far as that was certain before
    /// it; with several outcomes those who are elected in all of them.
    /// </summary>
    public ImmutableArray<string> Elected { get; }

    /// <summary>
    /// Everybody who stood, from the best to the worst, those whom the rule does not tell apart in one group. Rules of rounds put who was
    /// elected first, in order of election, and then who stayed longest. With an open tie it shows the way on which the candidate listed first
    /// wins.
    /// </summary>
    public ImmutableArray<ImmutableArray<string>> Order { get; }

    /// <summary>The different sets of elected that ties lead to: one when the count is decided, none when a tie is open.</summary>
    public ImmutableArray<ImmutableArray<string>> Outcomes { get; }

    /// <summary>Whether <see cref="Outcomes"/> holds every outcome.</summary>
    public bool IsComplete { get; }

    /// <summary>The tie that keeps the count from being decided; null unless <see cref="Status"/> is <see cref="TallyStatus.OpenTie"/>.</summary>
    public UndecidedTie? OpenTie { get; }

    /// <summary>Every tie that was met and how it fell, in the order of rounds.</summary>
    public ImmutableArray<TieRecord> Ties { get; }

    /// <summary>By what the rule orders candidates, where it goes by figures.</summary>
    public ImmutableArray<CandidateFigures> Figures { get; }

    /// <summary>The rounds of rules that have them. In each of them, every vote cast is accounted for: that was checked.</summary>
    public ImmutableArray<TallyRound> Rounds => _rounds.Value;

    /// <summary>The pairwise comparisons of rules that go by them; otherwise null.</summary>
    public PairwiseMatrix? Pairwise { get; }

    /// <summary>What else is to be said, one sentence each.</summary>
    public ImmutableArray<string> Notes { get; }

    /// <summary>What was given and what came out, sealed; <see cref="TallyReceipt.Verify"/> recomputes it.</summary>
    public Receipt Receipt => _receipt.Value;

    /// <summary>
    /// The way of each distinct ballot through the count, in the order of the profile, one by one as they are asked for. Empty for rules in
    /// which ballots have no way.
    /// </summary>
    public IEnumerable<BallotPath> BallotPaths() => _ways.First.Paths?.Invoke() ?? [];

    /// <summary>The result as JSON: see docs/tallies.md.</summary>
    public JsonObject ToJson() => TallyJson.Of(this);

    /// <summary>
    /// The detailed report that RCTab writes (format version 1), which RCVis draws. Fractions with more than twelve decimals are cut off after
    /// six; a surplus that is transferred on its own stands as a second entry <c>elected</c>.
    /// </summary>
    public JsonObject ToRctabJson() => RctabJson.Of(this, pass: 1);

    /// <summary>The report of one pass of a rule that elects one after the other in separate counts.</summary>
    /// <inheritdoc cref="ToRctabJson()" path="/summary"/>
    /// <param name="pass">From 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There was no such pass.</exception>
    public JsonObject ToRctabJson(int pass) => RctabJson.Of(this, pass);

    /// <summary>
    /// The rounds as a table of comma-separated values (RFC 4180): a line a candidate and for each other place where votes are, for each round
    /// what is there and what then comes or goes. Names that begin a formula stand behind an apostrophe, so that a spreadsheet shows them as they are.
    /// </summary>
    public string ToCsv() => TallyCsv.Write(this);

    /// <summary>The result as a report for people: rule, outcome, order, rounds, ties. Long fractions are cut off and marked.</summary>
    public string ToText() => TallyText.Write(this);

    private static ImmutableArray<string> Names(TallyFindings findings, IEnumerable<int> candidates) =>
        [.. candidates.Select(candidate => findings.Candidates[candidate])];
}
