using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>
/// Bottoms-up: round by round the last goes out, until as many are left as there are seats, or until everybody who is left has more than a
/// share of the votes. Ballots are never divided and no surplus is transferred.
/// </summary>
/// <remarks>
/// <para>With a share the number of seats is not looked at: whoever is left is elected. Used for delegates of a party above a threshold.</para>
/// <para>Source: RCTab ("bottoms-up", "bottoms-up using percentage threshold"); the Democratic Party's 15 % rule for delegates, 2020.</para>
/// </remarks>
public sealed class BottomsUp : ITallyRule
{
    /// <summary>The id of this version: <c>bottoms-up@1</c>.</summary>
    public const string RuleId = "bottoms-up@1";

    /// <inheritdoc />
    [JsonIgnore]
    public string Id => RuleId;

    /// <summary>How ballots are read.</summary>
    public BallotHandling Ballots { get; init => field = value ?? new(); } = new();

    /// <summary>The share of the votes that count which everybody elected must exceed: above 0, below 1; null to fill the seats.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not between 0 and 1.</exception>
    public Rational? Share
    {
        get;
        init => field = value is null || (value.Value.Sign > 0 && value.Value < 1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Share), value, "A share lies between 0 and 1.");
    }

    /// <summary>With a share: whether the votes that count in the first round decide how many it is.</summary>
    public bool KeepsFirstThreshold { get; init; }

    /// <summary>With a share: whether all who are below it go out together.</summary>
    public bool AllBelowShareGo { get; init; }

    /// <summary>How ties are broken; figures as in <see cref="InstantRunoff.Ties"/>.</summary>
    public TieChain Ties { get; init => field = value ?? TieChain.Refuse; } = TieChain.Refuse;

    /// <summary>Draws ties as RCTab does, instead of by <see cref="Ties"/>; null, as it is unless said otherwise, does not.</summary>
    public RctabTies? RctabTies { get; init; }

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The ballots are no rankings.</exception>
    public TallyResult Count(Contest contest, TallyRequest request) => CountInput.Count(this, contest, Ballots, Ties, RctabTies, request, Count);

    /// <inheritdoc />
    public JsonObject DescribeOptions() => RuleOptions.Write(this, TransferOptionsContext.Default.BottomsUp);

    private TallyFindings Count(CountInput input)
    {
        var plan = new RunoffPlan
        {
            Seats = input.Contest.Seats,
            Share = Share,

            // Without a share the threshold elects nobody and is only reported: that of the first round.
            KeepsFirstThreshold = KeepsFirstThreshold || Share is null,
            AllBelowShareGo = AllBelowShareGo && Share is not null,
        };
        return RunoffFindings.Of(input, [RunoffCount.Run(input, plan, pass: 1, excluded: [])]);
    }
}
