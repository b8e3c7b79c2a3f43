using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;
using CivicTech.Ties;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>
/// Instant runoff (ranked choice voting, alternative vote): each ballot counts for its best candidate; while nobody has a majority of the
/// ballots that still count, the last goes out and these ballots go on.
/// </summary>
/// <remarks>
/// <para>Threshold: more than half of the votes that count in the round. Where two are left with equal votes, the tie is broken for who wins;
/// earlier ties are broken for who goes out. Undeclared write-ins go out before anybody is elected.</para>
/// <para>The order of the result: the winner, those who are left by votes, then who went out last. Time grows with the ranks on distinct
/// ballots, not with the rounds.</para>
/// <para>Fails monotonicity, Condorcet's criterion and participation; elects a majority's favourite and is independent of clones.</para>
/// <para>Source: Robert's Rules of Order (12th ed.) 45:62 ff. for the idea; the options are those of RCTab and of the statutes that
/// <see cref="StatutoryRules"/> names.</para>
/// </remarks>
public sealed class InstantRunoff : ITallyRule, IRankingRule
{
    /// <summary>The id of this version: <c>instant-runoff@1</c>.</summary>
    public const string RuleId = "instant-runoff@1";

    /// <inheritdoc />
    [JsonIgnore]
    public string Id => RuleId;

    /// <summary>How ballots are read.</summary>
    public BallotHandling Ballots { get; init => field = value ?? new(); } = new();

    /// <summary>
    /// Whether all go out together who, even with the votes of everybody behind them, stay below the next one. It never changes the winner,
    /// but shortens the count.
    /// </summary>
    public bool EliminatesHopeless { get; init; }

    /// <summary>When the count ends.</summary>
    public RunoffEnd End { get; init; }

    /// <summary>Whether the majority of the first round stays the threshold; the last two are then compared by votes alone.</summary>
    public bool KeepsFirstThreshold { get; init; }

    /// <summary>After which round the count is broken off, for partial reports; null, as it is unless said otherwise, for never.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public int? StopAfterRound
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value ?? 1, 1, nameof(StopAfterRound));
            field = value;
        }
    }

    /// <summary>
    /// How ties are broken. Figures: <c>votes-backwards</c> (the latest earlier round in which two differ), <c>votes-forwards</c> (the first
    /// one). <see cref="TieChain.Refuse"/> unless said otherwise.
    /// </summary>
    public TieChain Ties { get; init => field = value ?? TieChain.Refuse; } = TieChain.Refuse;

    /// <summary>Draws ties as RCTab does, instead of by <see cref="Ties"/>; null, as it is unless said otherwise, does not.</summary>
    public RctabTies? RctabTies { get; init; }

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The ballots are no rankings, or the contest has several seats.</exception>
    public TallyResult Count(Contest contest, TallyRequest request)
    {
        ArgumentNullException.ThrowIfNull(contest);
        return contest.Seats == 1
            ? CountInput.Count(this, contest, Ballots, Ties, RctabTies, request, Count)
            : throw new ArgumentException($"Instant runoff elects one; the contest has {contest.Seats} seats.", nameof(contest));
    }

    /// <inheritdoc />
    public Ranking Rank(Profile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return CountInput.Rank(new Contest(profile), Ballots, Ties, RctabTies, Count);
    }

    /// <inheritdoc />
    public JsonObject DescribeOptions() => RuleOptions.Write(this, TransferOptionsContext.Default.InstantRunoff);

    private TallyFindings Count(CountInput input)
    {
        var plan = new RunoffPlan
        {
            MajorityElects = true,
            KeepsFirstThreshold = KeepsFirstThreshold,
            EliminatesHopeless = EliminatesHopeless,
            End = End,
            StopAfterRound = StopAfterRound ?? int.MaxValue,
        };
        return RunoffFindings.Of(input, [RunoffCount.Run(input, plan, pass: 1, excluded: [])]);
    }
}
