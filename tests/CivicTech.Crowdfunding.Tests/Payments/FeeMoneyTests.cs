using CivicTech.Amounts;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Fees;
using CivicTech.Crowdfunding.Goals;
using CivicTech.Crowdfunding.Ledger;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Tests.Campaigns;
using CivicTech.Numerics;
using NodaTime;

namespace CivicTech.Crowdfunding.Tests.Payments;

public sealed class FeeMoneyTests
{
    private static readonly Fee FivePercent = new() { Name = "platform", Rate = new Rational(1, 20) };

    [Theory]
    [InlineData("EUR", new long[] { 1010, 1010, 1010 }, 152)]
    [InlineData("EUR", new long[] { 1 }, 0)]
    [InlineData("EUR", new long[] { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 }, 1)]
    [InlineData("JPY", new long[] { 1, 99, 900 }, 50)]
    [InlineData("KWD", new long[] { 1, 12_345, 999_999 }, 50_617)]
    [InlineData("IRR", new long[] { 100_000_000_000_000_000 }, 5_000_000_000_000_000)]
    public void P14_Fees_OfWhateverPledges_AreWorkedOutOnTheTotalAndGoBackWithIt(string code, long[] units, long expected)
    {
        var currency = Currency.Of(code);
        var solo = Paid(currency, units, new FeeSchedule(FivePercent));
        var total = Money.FromMinorUnits(units.Sum(), currency);

        var fee = solo.Head.Ledger.Of(Account.PlatformFee, currency);
        Assert.Equal(Money.FromMinorUnits(expected, currency), fee);
        Assert.Equal(total - fee, solo.Head.Ledger.Of(Account.OwnerPayable, currency));
        Money[] parts = FeeSchedule.ShareOut(solo.Plan.Fees.Assess(total, units.Length), [.. units.Select(unit => Money.FromMinorUnits(unit, currency))]);
        Assert.Equal(fee, parts.Aggregate(Money.Zero(currency), (sum, part) => sum + part));

        // Everybody gets everything back: nothing is left anywhere.
        for (var i = 0; i < units.Length; i++)
        {
            solo.Do(new RefundPledge { Pledge = $"p{i}", Reason = "asked" });
            var refund = solo.Asked<GatewayCall.Refund>().Last();
            Assert.Equal(units[i], refund.Amount.MinorUnits);
            solo.Do(new RecordPayment { Pledge = $"p{i}", Events = [Said.Refunded(1, refund.Key, solo.Now, refund.Attempt) with { Amount = refund.Amount }] });
            Books.Check(solo.Head, solo.Plan);
        }

        Assert.Equal(Balances.Empty, solo.Head.Ledger);
    }

    [Fact]
    public void Fees_TipCoveredFeeAndTax_EachGoesToItsPlace()
    {
        var fees = new FeeSchedule(FivePercent with { Vat = new Rational(1, 5) }, new Fee { Name = "card", Rate = new Rational(1, 50), Vat = new Rational(1, 5), Bearer = FeeBearer.OnTop });
        var solo = new Solo(MoneyPlan.For(100, CollectionMode.SaveThenCharge) with { Fees = fees }).Launched();
        solo.Do(new MakePledge { Pledge = "p1", Backer = "b1", Amount = Play.Eur(100), Tip = Play.Eur(7), Method = "card" });
        solo.PassTo(solo.End);
        Assert.Equal(Play.Eur(109.40m), Assert.Single(solo.Asked<GatewayCall.Charge>()).Amount);
        Assert.Equal(Play.Eur(100), solo.Head.Sums.Counted);

        solo.Do(new RecordPayment { Pledge = "p1", Events = [Said.Captured(109.40m, solo.Now, fee: 1.10m)] });

        Assert.Equal(
            [
                (Account.Backers, -109.40m), (Account.PlatformFee, 5 + 2), (Account.Tips, 7), (Account.ProviderFee, 1.10m),
                (Account.Tax, 1 + 0.40m), (Account.OwnerPayable, 100 - 5 - 1 - 1.10m),
            ],
            solo.Head.Ledger.Postings.Select(posting => (posting.Account, posting.Amount.MinorUnits / 100m)));

        // Of what is kept, the project's part comes first: half of it back leaves it the rest, and no tip.
        solo.Do(new RefundPledge { Pledge = "p1", Amount = Play.Eur(54.70m), Reason = "asked" });
        Assert.Equal((Play.Eur(54.70m), Play.Eur(0), Play.Eur(0)), (solo.Head.Sums.Project, solo.Head.Sums.Covered, solo.Head.Sums.Tips));
        Books.Check(solo.Head, solo.Plan);
    }

    [Fact]
    public void Pledge_BeyondWhatSumsCanHold_IsRefused()
    {
        var currency = Currency.Of("IRR");
        var solo = new Solo(PlanOf(currency, 100, FeeSchedule.None)).Launched();
        MakePledge Of(string id, long units) => new() { Pledge = id, Backer = id, Amount = Money.FromMinorUnits(units, currency), Method = "card" };

        Assert.Equal(["too-large"], solo.RefusedBy(Of("p1", long.MaxValue)));
        solo.Do(Of("p1", long.MaxValue / 9));
        Assert.Equal(["too-large"], solo.RefusedBy(Of("p2", long.MaxValue / 9)));
    }

    private static Solo Paid(Currency currency, long[] units, FeeSchedule fees)
    {
        var solo = new Solo(PlanOf(currency, units.Sum(), fees)).Launched();
        for (var i = 0; i < units.Length; i++)
        {
            solo.Do(new MakePledge { Pledge = $"p{i}", Backer = $"b{i}", Amount = Money.FromMinorUnits(units[i], currency), Method = "card" });
        }

        solo.PassTo(solo.End);
        for (var i = 0; i < units.Length; i++)
        {
            solo.Paid($"p{i}");
            Books.Check(solo.Head, solo.Plan);
        }

        return solo;
    }

    private static CampaignPlan PlanOf(Currency currency, long units, FeeSchedule fees)
    {
        var goal = Money.FromMinorUnits(units, currency);
        return SomePlan.With(GoalRule.AllOrNothing(goal, SomePlan.Days(5)), CollectionMode.SaveThenCharge) with
        {
            Currency = currency,
            Budget = [new BudgetLine { Name = "all", Amount = goal }],
            Fees = fees,
        };
    }
}
