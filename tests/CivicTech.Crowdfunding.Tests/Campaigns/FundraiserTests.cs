using CivicTech.Amounts;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Pledges;
using static CivicTech.Crowdfunding.Tests.Campaigns.Play;

namespace CivicTech.Crowdfunding.Tests.Campaigns;

// Case P23: people, teams and organisations that ask for pledges.
public sealed class FundraiserTests
{
    [Fact]
    public void P23_PledgeThroughAPerson_ShowsInPersonTeamAndOrganisationAndCountsOnce()
    {
        var solo = WithTeam();
        solo.Pledge("p1", 60, via: "ann");
        solo.Pledge("p2", 30, via: "bob");
        solo.Pledge("p3", 5, via: "red");
        solo.Pledge("p4", 100);

        Assert.Equal((Eur(60), 1), Raised(solo, "ann"));
        Assert.Equal((Eur(30), 1), Raised(solo, "bob"));
        Assert.Equal((Eur(95), 3), Raised(solo, "red"));
        Assert.Equal((Eur(95), 3), Raised(solo, "school"));
        Assert.Equal((Eur(195), 4), (solo.Head.Sums.Counted, solo.Head.People));
    }

    [Fact]
    public void PledgeChangedOrTakenBack_ShowsEverywhere()
    {
        var solo = WithTeam();
        solo.Pledge("p1", 60, via: "ann");
        solo.Pledge("p2", 30, via: "ann");

        solo.Do(new ChangePledge { Pledge = "p1", Amount = Eur(10) });
        solo.Do(new CancelPledge { Pledge = "p2" });

        Assert.Equal((Eur(10), 1), Raised(solo, "ann"));
        Assert.Equal((Eur(10), 1), Raised(solo, "school"));
        Assert.Equal(Eur(10), solo.Head.Sums.Counted);
    }

    [Fact]
    public void Goal_OfATeam_IsTheSumOfItsMembersUnlessItHasItsOwn()
    {
        var solo = WithTeam();

        Assert.Equal(Eur(100), solo.State.Fundraisers["ann"].EffectiveGoal);
        Assert.Equal(Eur(300), solo.State.Fundraisers["red"].EffectiveGoal);
        Assert.Equal(Eur(300), solo.State.Fundraisers["school"].EffectiveGoal);

        solo.Do(new AddFundraiser { Fundraiser = "blue", FundraiserKind = FundraiserKind.Team, Parent = "school", Goal = Eur(500) });
        solo.Do(new AddFundraiser { Fundraiser = "eve", FundraiserKind = FundraiserKind.Person, Parent = "blue", Goal = Eur(50) });

        Assert.Equal((Eur(500), Eur(50)), (solo.State.Fundraisers["blue"].EffectiveGoal, solo.State.Fundraisers["blue"].MembersGoal));
        Assert.Equal(Eur(800), solo.State.Fundraisers["school"].EffectiveGoal);
    }

    [Theory]
    [InlineData(FundraiserKind.Person, "ann", "wrong-parent")]
    [InlineData(FundraiserKind.Team, "ann", "wrong-parent")]
    [InlineData(FundraiserKind.Team, "red", "wrong-parent")]
    [InlineData(FundraiserKind.Organisation, "school", "wrong-parent")]
    [InlineData(FundraiserKind.Person, "nobody", "no-such-fundraiser")]
    [InlineData(FundraiserKind.Person, "", "bad-reference")]
    public void AddFundraiser_ParentThatCannotBe_IsRefused(FundraiserKind kind, string parent, string code) =>
        Assert.Equal([code], WithTeam().RefusedBy(new AddFundraiser { Fundraiser = "new", FundraiserKind = kind, Parent = parent }));

    [Fact]
    public void AddFundraiser_Existing_IsRefused() =>
        Assert.Equal(["fundraiser-exists"], WithTeam().RefusedBy(new AddFundraiser { Fundraiser = "ann", FundraiserKind = FundraiserKind.Person }));

    [Fact]
    public void AddFundraiser_GoalsThatNoSumHolds_IsRefused()
    {
        var solo = WithTeam();
        var most = new AddFundraiser { Fundraiser = "greedy", FundraiserKind = FundraiserKind.Person, Parent = "red", Goal = Money.FromMinorUnits(long.MaxValue, Euro) };

        Assert.Equal(["too-large", "too-large"], solo.RefusedBy(most));
        Assert.Equal(["not-positive"], solo.RefusedBy(most with { Goal = Eur(0) }));
        Assert.Equal(["other-currency"], solo.RefusedBy(most with { Goal = Money.Of(1, "USD") }));
    }

    [Fact]
    public void MakePledge_ThroughNobody_IsRefused() =>
        Assert.Equal(["no-such-fundraiser"], WithTeam().RefusedBy(new MakePledge { Pledge = "p", Backer = "b", Amount = Eur(1), Via = "nobody" }));

    [Fact]
    public async Task FundraisersAsync_OnAStore_ShowsWhatCameThroughEach()
    {
        var play = await new Play(SomePlan.AllOrNothing()).LaunchedAsync();
        await play.DoAsync(new AddFundraiser { Fundraiser = "red", FundraiserKind = FundraiserKind.Team });
        await play.DoAsync(new AddFundraiser { Fundraiser = "ann", FundraiserKind = FundraiserKind.Person, Parent = "red", Goal = Eur(100) });
        await play.DoAsync(new MakePledge { Pledge = "p1", Backer = "b", Amount = Eur(7), Via = "ann" });

        var shown = new List<(string, Money, Money)>();
        await foreach (var (id, fundraiser) in play.Campaigns.FundraisersAsync(Campaign))
        {
            shown.Add((id, fundraiser.Raised, fundraiser.EffectiveGoal));
        }

        Assert.Equal([("ann", Eur(7), Eur(100)), ("red", Eur(7), Eur(100))], shown);
    }

    private static (Money Raised, int Pledges) Raised(Solo solo, string fundraiser) => (solo.State.Fundraisers[fundraiser].Raised, solo.State.Fundraisers[fundraiser].Pledges);

    private static Solo WithTeam()
    {
        var solo = new Solo(SomePlan.AllOrNothing()).Launched();
        solo.Do(new AddFundraiser { Fundraiser = "school", FundraiserKind = FundraiserKind.Organisation });
        solo.Do(new AddFundraiser { Fundraiser = "red", FundraiserKind = FundraiserKind.Team, Parent = "school" });
        solo.Do(new AddFundraiser { Fundraiser = "ann", FundraiserKind = FundraiserKind.Person, Parent = "red", Goal = Eur(100) });
        solo.Do(new AddFundraiser { Fundraiser = "bob", FundraiserKind = FundraiserKind.Person, Parent = "red", Goal = Eur(200) });
        return solo;
    }
}
