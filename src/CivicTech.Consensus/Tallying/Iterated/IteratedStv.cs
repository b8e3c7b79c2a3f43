using System.Numerics;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Consensus.Tallying.Transfers;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Consensus.Tallying.Iterated;

/// <summary>
/// Single transferable vote in which every elected candidate keeps just so much of each vote that a quota is left: these keep factors, and the
/// quota itself, are found by iteration, and found anew when somebody goes out. Nobody who goes out leaves a trace in the count.
/// </summary>
/// <remarks>
/// <para>One iteration reads all ballots by the keep factors k (1 for hopefuls, 0 for those who are out), sets the quota to the votes V that
/// count for candidates divided by seats + 1, to the next unit above it, elects whoever has it, and multiplies each k by quota / votes, rounded
/// up. A round ends when somebody is elected, when the surplus (what the elected have beyond their quotas) is within <see cref="Omega"/>, or when
/// rounding keeps it from that (<see cref="IterationEnd"/>); in the last two cases the lowest hopeful goes out. Without fractions that are exact the limit is reached
/// to <see cref="Omega"/> only: that is part of the rule.</para>
/// <para>Rounds of the result show the votes of the last iteration, the keep factors that they were counted by, and the quota. Every vote is
/// accounted for in each of them; what rounding takes is the residual. Ballots are merged by the elected candidates that they reach first, so an
/// iteration takes time in proportion to these combinations, and a whole count in proportion to the ranks on distinct ballots besides.</para>
/// <para>The order of the result: the elected in order of election, those who are left by votes, then who went out last.</para>
/// </remarks>
public abstract class IteratedStv : ITallyRule
{
    internal const int MaxDecimals = 18;

    private protected IteratedStv()
    {
    }

    /// <inheritdoc />
    [JsonIgnore]
    public abstract string Id { get; }

    /// <summary>How ballots are read.</summary>
    public BallotHandling Ballots { get; init => field = value ?? new(); } = new();

    /// <summary>
    /// The decimals of votes, quota and keep factors: from 1 to 18; null counts votes in exact fractions. Nine unless said otherwise.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not from 1 to 18.</exception>
    public int? Decimals
    {
        get;
        init
        {
            CheckDecimals(value ?? 1, nameof(Decimals));
            field = value;
        }
    } = 9;

    /// <summary>The decimals of keep factors where votes are exact fractions: from 1 to 18; otherwise without meaning. Nine unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not from 1 to 18.</exception>
    public int KeepDecimals
    {
        get;
        init
        {
            CheckDecimals(value, nameof(KeepDecimals));
            field = value;
        }
    } = 9;

    /// <summary>How the part that a candidate keeps is rounded.</summary>
    public KeptRounding Rounding { get; init; }

    /// <summary>The surplus, in votes, at which it counts as distributed: zero or more. 1/1000000 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public Rational Omega
    {
        get;
        init => field = value.Sign >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(Omega), value, "A surplus cannot be below zero.");
    } = new(1, 1_000_000);

    /// <summary>Whether a surplus of exactly <see cref="Omega"/> counts as distributed; otherwise it must be below. True unless said otherwise.</summary>
    public bool IncludesOmega { get; init; } = true;

    /// <summary>
    /// Whether what an elected candidate has less than the quota is taken off the surplus of the others; the sum is zero at least. It matters in
    /// the last decimals only.
    /// </summary>
    public bool CountsShortfalls { get; init; }

    /// <summary>When iterating is given up.</summary>
    public IterationEnd IterationEnd { get; init; }

    /// <summary>Whether those go out early who cannot be elected any more.</summary>
    public SureLosers SureLosers { get; init; }

    /// <summary>
    /// Whether all hopefuls whose votes are within the surplus of the lowest are tied for going out, because distributing it could turn their
    /// order around. True unless said otherwise.
    /// </summary>
    public bool TiesWithinSurplus { get; init; } = true;

    /// <summary>Whether keep factors are multiplied also at the end of a round in which somebody goes out. (New Zealand.)</summary>
    public bool AdjustsOnElimination { get; init; }

    /// <summary>
    /// How ties are broken. Figures: <c>votes-backwards</c> (the latest earlier iteration in which two differ), <c>votes-forwards</c> (the first
    /// one). <see cref="TieChain.Refuse"/> unless said otherwise.
    /// </summary>
    public TieChain Ties { get; init => field = value ?? TieChain.Refuse; } = TieChain.Refuse;

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The ballots are no rankings.</exception>
    public TallyResult Count(Contest contest, TallyRequest request)
    {
        ArgumentNullException.ThrowIfNull(contest);
        ArgumentNullException.ThrowIfNull(request);
        return CountInput.Count(this, contest, Reading(), Ties, rctab: null, request, input => Count(input, request.CancellationToken));
    }

    /// <inheritdoc />
    public abstract JsonObject DescribeOptions();

    private protected virtual EqualRanks Equality => EqualRanks.Overvote;

    /// <summary>Whether a candidate keeps an amount of each vote instead of a part of what reaches it.</summary>
    private protected virtual bool KeepsAmounts => false;

    // Equal candidates must reach the count as a group.
    private BallotHandling Reading() => Equality == EqualRanks.Overvote ? Ballots : new()
    {
        Overvotes = OvervoteRule.ExhaustIfSeveralContinue,
        MaxSkippedRanks = Ballots.MaxSkippedRanks,
        RepeatedCandidates = Ballots.RepeatedCandidates,
        MaxRanks = Ballots.MaxRanks,
    };

    private TallyFindings Count(CountInput input, CancellationToken cancellation)
    {
        if (Decimals is not { } decimals)
        {
            return Find<Rational, ExactKeeping>(new ExactKeeping(KeepDecimals, KeepsAmounts));
        }

        // The common case has room in 64 bits for every sum; the other one is the same in large integers.
        var unit = BigInteger.Pow(10, decimals);
        return decimals <= LongKeeping.MaxDecimals && unit * input.Contest.Profile.Voters <= long.MaxValue
            ? Find<long, LongKeeping>(new LongKeeping(decimals, Rounding, KeepsAmounts))
            : Find<BigInteger, BigKeeping>(new BigKeeping(decimals, Rounding, KeepsAmounts));

        TallyFindings Find<T, TKeeping>(TKeeping keeping)
            where T : struct, IComparable<T>
            where TKeeping : struct, IKeeping<T>
        {
            var count = new IteratedCount<T, TKeeping>(input, keeping, this, Equality, cancellation);
            var (elected, order) = count.Standing();
            return new TallyFindings
            {
                Candidates = input.Contest.Candidates,
                Elected = elected,
                Order = order,
                Rounds = () => IteratedReport.Of(input.Contest.Candidates, count.Rounds, keeping),
                Paths = () => KeptPaths.Of(input, count.Ballots, count.Rounds, keeping),
            };
        }
    }

    private static void CheckDecimals(int value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxDecimals, name);
    }
}
