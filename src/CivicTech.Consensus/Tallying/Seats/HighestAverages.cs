using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Consensus.Tallying.Seats;

/// <summary>Gives seat after seat to the party with the highest average of votes, as D'Hondt, Sainte-Laguë and their kin do.</summary>
/// <remarks>
/// <para>Formula: a party with v votes and s seats has the average v / d(s); the next seat goes to the highest one. A divisor of zero makes
/// the average infinite: such parties come first, those with more votes before others. No method of this kind has the Alabama paradox; each of
/// them can break quota.</para>
/// <para>Ties: parties with equal averages that do not all get a seat are told apart by <see cref="Ties"/>; figure: <c>votes</c>.</para>
/// <para>O(p log p + n log p) for p parties and n seats.</para>
/// <para>Source: M. Balinski and H. P. Young, "Fair Representation" (2nd ed. 2001); F. Pukelsheim, "Proportional Representation" (2nd ed.
/// 2017).</para>
/// </remarks>
public sealed class HighestAverages : ISeatRule
{
    /// <summary>The id of this version: <c>highest-averages@1</c>.</summary>
    public const string RuleId = "highest-averages@1";

    /// <inheritdoc />
    [JsonIgnore]
    public string Id => RuleId;

    /// <summary>What votes are divided by.</summary>
    public DivisorSeries Divisors { get; init; } = DivisorSeries.DHondt;

    /// <summary>
    /// The first divisor where it is another than the series says, such as 7/5 with <see cref="DivisorSeries.SainteLague"/>; null when it is not.
    /// Above zero and not above the second divisor; not used with <see cref="DivisorSeries.Given"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above zero.</exception>
    public Rational? FirstDivisor
    {
        get;
        init => field = value is not { Sign: <= 0 } ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The first divisor is above zero.");
    }

    /// <summary>
    /// The divisors of the first seat, the second, and so on, for <see cref="DivisorSeries.Given"/>: above zero and rising. A party cannot have
    /// more seats than there are divisors.
    /// </summary>
    /// <exception cref="ArgumentException">They do not rise, or the first is not above zero.</exception>
    public ImmutableArray<Rational> GivenDivisors
    {
        get;
        init => field = value.IsDefaultOrEmpty ? []
            : value[0].Sign > 0 && value.Zip(value.Skip(1)).All(pair => pair.First < pair.Second) ? value
            : throw new ArgumentException("Divisors are above zero and rise.");
    } = [];

    /// <summary>What share of the vote a party needs.</summary>
    public SeatThreshold Threshold { get; init => field = value ?? SeatThreshold.None; } = SeatThreshold.None;

    /// <summary>How ties are broken. Refused unless said otherwise: such a tie stays open.</summary>
    public TieChain Ties { get; init => field = value ?? TieChain.Refuse; } = TieChain.Refuse;

    /// <inheritdoc />
    public JsonObject DescribeOptions() => RuleOptions.Write(this, SeatsOptionsContext.Default.HighestAverages);

    /// <inheritdoc />
    public SeatAllocation Allocate(PartyVotes votes, int seats)
    {
        ArgumentNullException.ThrowIfNull(votes);
        if (FirstDivisor is not null && Divisor(0) > Divisor(1))
        {
            throw new ArgumentException($"The first divisor {FirstDivisor} is above the second one.", nameof(votes));
        }

        var run = new SeatRun(votes, seats, Threshold, Ties);
        var queue = new PriorityQueue<int, PartyAverage>();
        foreach (var party in run.Parties)
        {
            Enqueue(party);
        }

        while (run.Left > 0 && queue.TryDequeue(out var first, out var highest))
        {
            List<int> tied = [first];
            while (queue.TryPeek(out _, out var next) && next.CompareTo(highest) == 0)
            {
                tied.Add(queue.Dequeue());
            }

            tied.Sort();
            if (!run.GiveEach(tied, SeatStepKind.Average, highest.IsInfinite ? null : highest.Value))
            {
                break;
            }

            tied.ForEach(Enqueue);
        }

        return run.Left == 0 || run.Open is not null
            ? new SeatAllocation(this, Ties, seats, run, quota: null)
            : throw new ArgumentException($"{GivenDivisors.Length} divisors cannot divide {seats} seats among {run.Parties.Length} parties.", nameof(seats));

        void Enqueue(int party)
        {
            if (Divisor(run.Given[party]) is { } divisor)
            {
                // With roots as divisors the squares are in the same order.
                var figure = Divisors == DivisorSeries.HuntingtonHill ? (Rational)votes.Votes[party] * votes.Votes[party] : votes.Votes[party];
                queue.Enqueue(party, divisor.IsZero ? new PartyAverage(true, figure) : new PartyAverage(false, figure / divisor));
            }
        }
    }

    /// <summary>The divisor of a party with so many seats, for Huntington-Hill its square; null when there is none.</summary>
    private Rational? Divisor(int seats)
    {
        long held = seats;
        return seats == 0 && FirstDivisor is { } first && Divisors != DivisorSeries.Given ? (Divisors == DivisorSeries.HuntingtonHill ? first * first : first) : Divisors switch
        {
            DivisorSeries.DHondt => held + 1,
            DivisorSeries.SainteLague => (2 * held) + 1,
            DivisorSeries.Danish => (3 * held) + 1,
            DivisorSeries.Adams => held,
            DivisorSeries.HuntingtonHill => held * (held + 1),
            DivisorSeries.Imperiali => new Rational(held + 2, 2),
            _ => seats < GivenDivisors.Length ? GivenDivisors[seats] : null,
        };
    }

    /// <summary>The highest is in front; infinite ones by the votes.</summary>
    private readonly record struct PartyAverage(bool IsInfinite, Rational Value) : IComparable<PartyAverage>
    {
        public int CompareTo(PartyAverage other) => (other.IsInfinite, other.Value).CompareTo((IsInfinite, Value));
    }
}
