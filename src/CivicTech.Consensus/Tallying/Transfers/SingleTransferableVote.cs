using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>
/// Single transferable vote by Gregory's method: who reaches the quota is elected, and what is beyond the quota goes on to the next
/// preferences at a reduced value; when nobody has a surplus, the last goes out and these ballots go on at the value they have.
/// </summary>
/// <remarks>
/// <para>Every statute is a choice of options; <see cref="StatutoryRules"/> has those of several. What the options leave out: quotas that fall
/// as ballots become inactive, and surpluses that are deferred until they matter.</para>
/// <para>Votes are counted in units of 10^-<see cref="Decimals"/> or as fractions. Rounding is always down, and what it loses is stated in
/// each round: every vote is accounted for.</para>
/// <para>The order of the result: the elected in order of election, those who are left by votes, then who went out last. Time grows with the
/// ranks on distinct ballots.</para>
/// <para>Proportional for solid coalitions with Droop's quota. Fails monotonicity and house monotonicity.</para>
/// <para>Source: J. B. Gregory, 1880; D. M. Farrell, I. McAllister, The Australian Electoral System (2006), for the inclusive methods; the
/// statutes that <see cref="StatutoryRules"/> names.</para>
/// </remarks>
public sealed class SingleTransferableVote : ITallyRule
{
    /// <summary>The id of this version: <c>stv@1</c>.</summary>
    public const string RuleId = "stv@1";

    /// <inheritdoc />
    [JsonIgnore]
    public string Id => RuleId;

    /// <summary>How ballots are read.</summary>
    public BallotHandling Ballots { get; init => field = value ?? new(); } = new();

    /// <summary>How many votes elect.</summary>
    public Quota Quota { get; init; } = Quota.Droop;

    /// <summary>Whether the quota is a whole number; otherwise it has the decimals of the count.</summary>
    public bool HasWholeQuota { get; init; } = true;

    /// <summary>The decimals of a vote: from 0 to 12; null counts in exact fractions. Five unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not from 0 to 12.</exception>
    public int? Decimals
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value ?? 0, nameof(Decimals));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value ?? 0, FixedVotes.MaxDecimals, nameof(Decimals));
            field = value;
        }
    } = 5;

    /// <summary>Where the value of a transferred ballot is cut off; without meaning for exact fractions.</summary>
    public TransferRounding Rounding { get; init; } = TransferRounding.Paper;

    /// <summary>Which ballots go on, and at which value.</summary>
    public SurplusMethod Surplus { get; init; } = SurplusMethod.WeightedInclusive;

    /// <summary>When surpluses are transferred.</summary>
    public SurplusOrder SurplusOrder { get; init; } = SurplusOrder.LargestFirst;

    /// <summary>Whether those who cannot be elected any more go out together.</summary>
    public HopelessRule Hopeless { get; init; }

    /// <summary>
    /// Whether surpluses that are left when the seats are filled are taken away, though they can go to nobody; one more round shows what is left.
    /// </summary>
    public bool TransfersLastSurplus { get; init; }

    /// <summary>How ties are broken; figures as in <see cref="InstantRunoff.Ties"/>.</summary>
    public TieChain Ties { get; init => field = value ?? TieChain.Refuse; } = TieChain.Refuse;

    /// <summary>Draws ties as RCTab does, instead of by <see cref="Ties"/>; null, as it is unless said otherwise, does not.</summary>
    public RctabTies? RctabTies { get; init; }

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The ballots are no rankings.</exception>
    public TallyResult Count(Contest contest, TallyRequest request) => CountInput.Count(this, contest, Ballots, Ties, RctabTies, request, Count);

    /// <inheritdoc />
    public JsonObject DescribeOptions() => RuleOptions.Write(this, TransferOptionsContext.Default.SingleTransferableVote);

    private TallyFindings Count(CountInput input)
    {
        if (Decimals is not { } decimals)
        {
            return Find(input, new SurplusCount<Rational, ExactVotes>(input, default, Plan(input), ExactQuota), default(ExactVotes));
        }

        var arithmetic = new FixedVotes(decimals, Rounding);
        return Find(input, new SurplusCount<Int128, FixedVotes>(input, arithmetic, Plan(input), active => (FixedQuota(arithmetic, active), false)), arithmetic);

        (Rational, bool) ExactQuota(Rational active)
        {
            var parts = Quota == Quota.Droop ? input.Contest.Seats + 1 : input.Contest.Seats;
            var share = active / parts;
            return (Quota, HasWholeQuota) switch
            {
                (Quota.Droop, true) => (share.Floor() + 1, false),
                (Quota.Hare, true) => (share.Ceiling(), false),
                (Quota.Droop, false) => (share, true),
                _ => (share, false),
            };
        }

        Int128 FixedQuota(FixedVotes votes, Int128 active)
        {
            // In whole votes or in the units of the count.
            var unit = HasWholeQuota ? votes.Of(1) : 1;
            var inUnits = active / unit;
            Int128 seats = input.Contest.Seats;
            return (Quota == Quota.Droop ? (inUnits / (seats + 1)) + 1 : (inUnits + seats - 1) / seats) * unit;
        }
    }

    private SurplusPlan Plan(CountInput input) => new()
    {
        Seats = input.Contest.Seats,
        Order = SurplusOrder,
        Method = Surplus,
        Hopeless = Hopeless,
        TransfersLastSurplus = TransfersLastSurplus,
    };

    private static TallyFindings Find<T, TArithmetic>(CountInput input, SurplusCount<T, TArithmetic> count, TArithmetic arithmetic)
        where T : struct, IComparable<T>
        where TArithmetic : struct, IVoteArithmetic<T>
    {
        var (elected, order) = count.Standing();
        return new TallyFindings
        {
            Candidates = input.Contest.Candidates,
            Elected = elected,
            Order = order,
            Rounds = () => RoundReport.Of(input.Contest.Candidates, count.AllRounds, arithmetic),
            Paths = () => PathReplay.Of(input.Contest.Candidates, input.Table, [count.AllRounds], arithmetic),
        };
    }
}
