using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Plans;

namespace CivicTech.Crowdfunding.Pledges;

/// <summary>
/// The sums of a campaign, and what one pledge adds to them: the one place that says what counts to the goal, and whose the money is. The sums are kept by adding the tally after a change and
/// taking away the one before, so they do not depend on the order of what happened.
/// </summary>
public readonly record struct PledgeTally
{
    /// <summary>Nothing.</summary>
    internal static PledgeTally Zero(Currency currency)
    {
        var zero = Money.Zero(currency);
        return new PledgeTally
        {
            Promised = zero, Counted = zero, Conditional = zero, Pending = zero, Captured = zero, Refunded = zero, DisputedOpen = zero, DisputedLost = zero,
            ProviderFee = zero, DisputeFee = zero, Project = zero, Covered = zero, CoveredVat = zero, Tips = zero, Owed = zero, Funding = 0, Open = 0,
        };
    }

    /// <summary>Is promised to the project and stands, whether it counts yet or not: room under a cap is kept for it.</summary>
    public required Money Promised { get; init; }

    /// <summary>Counts to the goal.</summary>
    public required Money Counted { get; init; }

    /// <summary>Of that, what depends on the target being met.</summary>
    public required Money Conditional { get; init; }

    /// <summary>Is in flight and would count.</summary>
    public required Money Pending { get; init; }

    /// <summary>All that was ever taken from backers.</summary>
    public required Money Captured { get; init; }

    /// <summary>What went back to backers.</summary>
    public required Money Refunded { get; init; }

    /// <summary>What providers hold while disputes are open.</summary>
    public required Money DisputedOpen { get; init; }

    /// <summary>What lost disputes took.</summary>
    public required Money DisputedLost { get; init; }

    /// <summary>What providers kept for taking and refunding.</summary>
    public required Money ProviderFee { get; init; }

    /// <summary>What providers charged for disputes.</summary>
    public required Money DisputeFee { get; init; }

    /// <summary>Of what is here, the project's.</summary>
    public required Money Project { get; init; }

    /// <summary>Of what is here, fees paid on top; the tax on them included.</summary>
    public required Money Covered { get; init; }

    /// <summary>Of <see cref="Covered"/>, the tax.</summary>
    public required Money CoveredVat { get; init; }

    /// <summary>Of what is here, tips.</summary>
    public required Money Tips { get; init; }

    /// <summary>Of what is here, what goes back to backers.</summary>
    public required Money Owed { get; init; }

    /// <summary>How many pledges have brought the project money.</summary>
    public required int Funding { get; init; }

    /// <summary>Of how many pledges something is still to be done or waited for before the money is where it belongs.</summary>
    public required int Open { get; init; }

    internal static PledgeTally Of(Pledge pledge, CampaignPlan plan)
    {
        var zero = pledge.Zero;
        var tally = Zero(plan.Currency) with { Open = IsOpen(pledge) ? 1 : 0 };
        foreach (var attempt in pledge.Attempts)
        {
            var position = attempt.Payment.Position;
            tally = tally with
            {
                Captured = tally.Captured + position.Captured,
                Refunded = tally.Refunded + position.Refunded,
                DisputedOpen = tally.DisputedOpen + position.DisputedOpen,
                DisputedLost = tally.DisputedLost + position.DisputedLost,
                ProviderFee = tally.ProviderFee + position.ProviderFee,
                DisputeFee = tally.DisputeFee + position.DisputeFee,
            };
        }

        // What is kept fills the project's part first, then the fees on top, then the tip.
        var left = Money.Min(pledge.Refundable, pledge.Payable);
        var project = Take(ref left, pledge.Amount);
        var covered = Take(ref left, pledge.CoveredFees);
        var tip = Take(ref left, pledge.Tip);
        tally = tally with
        {
            Project = project,
            Covered = covered,
            CoveredVat = covered.IsZero ? zero : Money.Min(covered, plan.Fees.OnTop(pledge.Amount).Vat),
            Tips = tip,
            Owed = pledge.Net - project - covered - tip,
            Funding = project.IsPositive ? 1 : 0,
        };
        return Counting(tally, pledge, plan);
    }

    internal PledgeTally Plus(PledgeTally other) => Combine(other, static (left, right) => left + right, Funding + other.Funding, Open + other.Open);

    internal PledgeTally Minus(PledgeTally other) => Combine(other, static (left, right) => left - right, Funding - other.Funding, Open - other.Open);

    private static PledgeTally Counting(PledgeTally tally, Pledge pledge, CampaignPlan plan)
    {
        if (pledge.Standing != PledgeStanding.Committed)
        {
            return tally;
        }

        // Where money moves at once, only money counts; elsewhere the promise does.
        var promised = pledge.Promised;
        var counted = plan.Collection.Mode == CollectionMode.ChargeNow && pledge.Evidence is null ? tally.Project : promised;
        return tally with
        {
            Promised = promised,
            Counted = counted,
            Conditional = pledge.IsConditional ? counted : pledge.Zero,
            Pending = PledgeAgenda.IsInFlight(pledge) ? promised - counted : pledge.Zero,
        };
    }

    private static bool IsOpen(Pledge pledge) => pledge.Excess.IsPositive
        || pledge.Net > pledge.Refundable
        || pledge.Attempts.Any(attempt => attempt.Payment.Facts.Disputes.Any(dispute => dispute.IsOpen))
        || (pledge.Standing == PledgeStanding.Committed && pledge.Refundable < pledge.Payable && !PledgeAgenda.HasLost(pledge))
        || PledgeAgenda.HeldForNothing(pledge).Any()
        || (pledge.Standing == PledgeStanding.Void && PledgeAgenda.IsAtProvider(pledge));

    private static Money Take(ref Money left, Money wanted)
    {
        var taken = Money.Min(left, wanted);
        left -= taken;
        return taken;
    }

    private PledgeTally Combine(PledgeTally other, Func<Money, Money, Money> with, int funding, int open) => new()
    {
        Promised = with(Promised, other.Promised),
        Counted = with(Counted, other.Counted),
        Conditional = with(Conditional, other.Conditional),
        Pending = with(Pending, other.Pending),
        Captured = with(Captured, other.Captured),
        Refunded = with(Refunded, other.Refunded),
        DisputedOpen = with(DisputedOpen, other.DisputedOpen),
        DisputedLost = with(DisputedLost, other.DisputedLost),
        ProviderFee = with(ProviderFee, other.ProviderFee),
        DisputeFee = with(DisputeFee, other.DisputeFee),
        Project = with(Project, other.Project),
        Covered = with(Covered, other.Covered),
        CoveredVat = with(CoveredVat, other.CoveredVat),
        Tips = with(Tips, other.Tips),
        Owed = with(Owed, other.Owed),
        Funding = funding,
        Open = open,
    };
}
