using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Consensus.Tallying.Seats;

/// <summary>Gives each party a seat for every full quota, and what is left to the largest remainders.</summary>
/// <remarks>
/// <para>Formula: with v votes a party has floor(v / q) full quotas and the remainder v - q floor(v / q); the seats that are left go, one each,
/// to the largest remainders. With Hare's quota nobody is a whole seat away from the exact share, but a larger house may give a party fewer
/// seats (the Alabama paradox).</para>
/// <para>Ties: parties with equal remainders that do not all get a seat are told apart by <see cref="Ties"/>; figure: <c>votes</c>. Of parties
/// that lose a seat by <see cref="ExcessQuotas.TakeBack"/> the one that loses the tie loses it.</para>
/// <para>O(p log p) for p parties.</para>
/// <para>Source: M. Balinski and H. P. Young, "Fair Representation" (2nd ed. 2001); F. Pukelsheim, "Proportional Representation" (2nd ed.
/// 2017).</para>
/// </remarks>
public sealed class LargestRemainder : ISeatRule
{
    /// <summary>The id of this version: <c>largest-remainders@1</c>.</summary>
    public const string RuleId = "largest-remainders@1";

    /// <inheritdoc />
    [JsonIgnore]
    public string Id => RuleId;

    /// <summary>How many votes are worth a seat.</summary>
    public SeatQuota Quota { get; init; } = SeatQuota.Hare;

    /// <summary>What happens when full quotas are more than the seats; that cannot be with <see cref="SeatQuota.Hare"/> and <see cref="SeatQuota.Droop"/>.</summary>
    public ExcessQuotas ExcessQuotas { get; init; } = ExcessQuotas.Refuse;

    /// <summary>What share of the vote a party needs.</summary>
    public SeatThreshold Threshold { get; init => field = value ?? SeatThreshold.None; } = SeatThreshold.None;

    /// <summary>How ties are broken. Refused unless said otherwise: such a tie stays open.</summary>
    public TieChain Ties { get; init => field = value ?? TieChain.Refuse; } = TieChain.Refuse;

    /// <inheritdoc />
    public JsonObject DescribeOptions() => RuleOptions.Write(this, SeatsOptionsContext.Default.LargestRemainder);

    /// <inheritdoc />
    public SeatAllocation Allocate(PartyVotes votes, int seats)
    {
        ArgumentNullException.ThrowIfNull(votes);
        var run = new SeatRun(votes, seats, Threshold, Ties);
        if (seats == 0)
        {
            return new SeatAllocation(this, Ties, seats, run, quota: null);
        }

        var (quota, parts) = Divide(run, seats);
        foreach (var part in parts)
        {
            if (part.Full > 0)
            {
                run.Give(part.Party, part.Full, SeatStepKind.FullQuotas, part.Votes / quota);
            }
        }

        var takes = run.Left < 0;
        if (run.Left > parts.Count)
        {
            throw new ArgumentException($"There are too few votes for {seats} seats by quotas of {quota}.", nameof(votes));
        }

        var byRemainder = parts.Where(part => !takes || part.Full > 0).GroupBy(part => part.Remainder);
        foreach (var same in takes ? byRemainder.OrderBy(group => group.Key) : byRemainder.OrderByDescending(group => group.Key))
        {
            if (run.Left == 0 || !run.GiveEach([.. same.Select(part => part.Party)], takes ? SeatStepKind.TakenBack : SeatStepKind.Remainder, same.Key))
            {
                break;
            }
        }

        return new SeatAllocation(this, Ties, seats, run, quota);
    }

    private (Rational Quota, List<PartyPart> Parts) Divide(SeatRun run, int seats)
    {
        var total = run.Parties.Aggregate(0L, (sum, party) => checked(sum + run.Votes.Votes[party]));
        for (var extra = Quota switch { SeatQuota.Hare => 0, SeatQuota.Imperiali => 2, _ => 1 }; ; extra--)
        {
            var exact = (Rational)total / ((long)seats + extra);
            var quota = Quota == SeatQuota.Droop ? exact.Floor() + 1 : exact;
            List<PartyPart> parts = [.. run.Parties.Select(party => PartyPart.Of(party, run.Votes.Votes[party], quota))];
            var excess = parts.Sum(part => (long)part.Full) - seats;
            if (excess <= 0 || ExcessQuotas == ExcessQuotas.TakeBack)
            {
                return (quota, parts);
            }

            // By Hare's quota there is never an excess, so this ends.
            if (ExcessQuotas == ExcessQuotas.Refuse)
            {
                throw new ArgumentException($"By quotas of {quota} there are {seats + excess} full quotas for {seats} seats.", nameof(seats));
            }
        }
    }

    private readonly record struct PartyPart(int Party, long Votes, int Full, Rational Remainder)
    {
        internal static PartyPart Of(int party, long votes, Rational quota)
        {
            var full = (votes / quota).Floor();
            return new PartyPart(party, votes, (int)full.Numerator, votes - (full * quota));
        }
    }
}
