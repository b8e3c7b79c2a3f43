using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ties;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>
/// Multi-pass instant runoff (sequential ranked choice voting): one seat after the other is filled by instant runoff over all ballots, those
/// already elected left out. A majority can fill every seat: it is not proportional.
/// </summary>
/// <remarks>Source: Utah Code 20A-4-603 (municipal alternate voting methods); RCTab ("multi-pass IRV").</remarks>
public sealed class MultiPassInstantRunoff : ITallyRule
{
    /// <summary>The id of this version: <c>multi-pass-instant-runoff@1</c>.</summary>
    public const string RuleId = "multi-pass-instant-runoff@1";

    /// <inheritdoc />
    [JsonIgnore]
    public string Id => RuleId;

    /// <summary>How ballots are read.</summary>
    public BallotHandling Ballots { get; init => field = value ?? new(); } = new();

    /// <summary>As <see cref="InstantRunoff.EliminatesHopeless"/>.</summary>
    public bool EliminatesHopeless { get; init; }

    /// <summary>When each pass ends.</summary>
    public RunoffEnd End { get; init; }

    /// <summary>How ties are broken; figures as in <see cref="InstantRunoff.Ties"/>, of rounds of the same pass.</summary>
    public TieChain Ties { get; init => field = value ?? TieChain.Refuse; } = TieChain.Refuse;

    /// <summary>Draws ties as RCTab does, instead of by <see cref="Ties"/>; the generator begins anew in each pass.</summary>
    public RctabTies? RctabTies { get; init; }

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The ballots are no rankings.</exception>
    public TallyResult Count(Contest contest, TallyRequest request) => CountInput.Count(this, contest, Ballots, Ties, RctabTies, request, Count);

    /// <inheritdoc />
    public JsonObject DescribeOptions() => RuleOptions.Write(this, TransferOptionsContext.Default.MultiPassInstantRunoff);

    private TallyFindings Count(CountInput input)
    {
        var plan = new RunoffPlan { MajorityElects = true, EliminatesHopeless = EliminatesHopeless, End = End };
        var passes = new List<RunoffCount>();
        var elected = new List<int>();
        while (elected.Count < input.Contest.Seats)
        {
            var pass = RunoffCount.Run(input.WithFreshDraws(), plan, passes.Count + 1, elected);
            var winners = pass.Standing().Elected;
            if (winners.Count == 0)
            {
                break;
            }

            passes.Add(pass);
            elected.AddRange(winners.Select(winner => winner.Candidate));
        }

        return RunoffFindings.Of(input, passes);
    }
}
