using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Proposals;
using NodaTime;
using static CivicTech.Budgeting.Tests.Proposals.ProposalSamples;

namespace CivicTech.Budgeting.Tests.Proposals;

public sealed class AuthorTests
{
    [Fact]
    public void Submit_SomeProposals_NumbersThemInOrder()
    {
        var solo = new Solo().Submitted("b").Submitted("a", "bob");

        Assert.Equal(["A-000002", "A-000001"], new[] { "a", "b" }.Select(id => solo[id].Reference));
        Assert.Equal(["bob"], solo["a"].Authors.ToArray());
        Assert.Equal(2, solo.State.Head.ProposalsSubmitted);
    }

    [Fact]
    public void Submit_WithEverythingWrong_SaysAllOfIt()
    {
        var solo = new Solo(Rules with { SubmitterConditions = ["resident"], MostPerPerson = 0 }).Refused(new SubmitProposal
        {
            Proposal = "a/b",
            Author = "ann",
            Content = new ProposalContent
            {
                Area = "west", Theme = "war", Text = "", Pictures = ["ok", "\u0001"], Place = new ProposalPlace { Latitude = 90_000_001, Longitude = 0 },
            },
            Role = "officer",
        });

        Assert.Equal(
            ["bad-id", "no-such-area", "no-such-theme", "bad-reference", "bad-reference", "bad-place", "not-for-role", "not-eligible", "too-many-proposals"],
            solo.Select(refusal => refusal.Code));
    }

    [Theory]
    [InlineData(null, null, null, false)]
    [InlineData("square", null, null, true)]
    [InlineData(null, 48_856_600, 2_352_200, true)]
    [InlineData("square", -90_000_000, 180_000_000, true)]
    [InlineData(null, 48_856_600, null, false)]
    [InlineData(null, 90_000_001, 0, false)]
    [InlineData(null, 0, -180_000_001, false)]
    public void Place_IsAReferenceOrBothCoordinates(string? reference, int? latitude, int? longitude, bool isSomewhere)
    {
        var decision = new Solo().Ask(new SubmitProposal
        {
            Proposal = "p1", Author = "ann", Content = Content() with { Place = new ProposalPlace { Reference = reference, Latitude = latitude, Longitude = longitude } },
        });

        Assert.Equal(isSomewhere, decision.IsAccepted);
    }

    [Fact]
    public void Submit_MoreThanOnePersonMay_IsRefusedUntilOneIsTakenBack()
    {
        var solo = new Solo(Rules with { MostPerPerson = 2 }).Submitted("p1").Submitted("p2").Submitted("p3", "bob");
        var third = new SubmitProposal { Proposal = "p4", Author = "ann", Content = Content() };
        Assert.Equal("too-many-proposals", solo.Code(third));

        solo.Do(new WithdrawProposal { Proposal = "p1", By = "ann" });
        solo.Do(third);
        Assert.Equal(2, solo.State.Proposers["ann"].Proposals);
    }

    [Fact]
    public void Edit_ByAnAuthorOnly_AndBeforeADecision()
    {
        var solo = new Solo().Submitted("p1");
        var edit = new EditProposal { Proposal = "p1", Content = Content(theme: "sport"), By = "ann" };
        Assert.Equal("not-for-role", solo.Code(edit with { By = "bob" }));
        Assert.Single(solo.Refused(edit with { By = null }));

        // A host can vouch for many things, but who is an author the cycle knows.
        Assert.Single(solo.Refused(edit with { By = "bob", Role = "author" }));
        solo.Do(edit);
        Assert.Empty(solo.Do(edit));
        solo.Do(edit with { By = "root", Role = "administrator", Content = Content() });

        solo.Assessed("p1");
        Assert.Equal("proposal-status", solo.Code(edit));
    }

    [Fact]
    public void Authors_Named_AreAuthorsOnceTheyConfirm()
    {
        var solo = new Solo().Submitted("p1");
        var edit = new EditProposal { Proposal = "p1", Content = Content(text: "text/2"), By = "bob" };
        Assert.Equal("not-named", solo.Refused(new ConfirmAuthor { Proposal = "p1", By = "bob" })[0].Code);

        solo.Do(new AddAuthor { Proposal = "p1", Author = "bob", By = "ann" });
        Assert.Empty(solo.Do(new AddAuthor { Proposal = "p1", Author = "bob", By = "ann" }));
        Assert.Single(solo.Refused(edit));

        solo.Do(new ConfirmAuthor { Proposal = "p1", By = "bob" });
        Assert.Empty(solo.Do(new ConfirmAuthor { Proposal = "p1", By = "bob" }));
        Assert.Equal(["ann", "bob"], solo["p1"].Authors.ToArray());
        Assert.Empty(solo["p1"].Invited);
        solo.Do(edit);
    }

    [Fact]
    public void Authors_MoreThanADocumentHolds_AreRefused()
    {
        var solo = new Solo().Submitted("p1");
        for (var i = 2; i <= 50; i++)
        {
            solo.Do(new AddAuthor { Proposal = "p1", Author = $"a{i}", By = "ann" });
        }

        Assert.Equal("too-many", solo.Code(new AddAuthor { Proposal = "p1", Author = "a51", By = "ann" }));
        Assert.Empty(solo.Do(new AddAuthor { Proposal = "p1", Author = "a50", By = "ann" }));
    }

    [Fact]
    public void Withdraw_ByACoAuthor_IsRefused()
    {
        var solo = new Solo().Submitted("p1");
        solo.Do(new AddAuthor { Proposal = "p1", Author = "bob", By = "ann" });
        solo.Do(new ConfirmAuthor { Proposal = "p1", By = "bob" });

        Assert.Single(solo.Refused(new WithdrawProposal { Proposal = "p1", By = "bob" }));
        solo.Do(new WithdrawProposal { Proposal = "p1", By = "ann", Reason = "reason/1" });
        Assert.Equal(ProposalStatus.Withdrawn, solo["p1"].Status);
        Assert.Equal("proposal-status", solo.Code(new WithdrawProposal { Proposal = "p1", By = "ann" }));
    }

    [Fact]
    public void Hold_Hours_KeepItFromThePublicButNotFromModerators()
    {
        var solo = new Solo(Rules with { Moderation = ModerationMode.Hold, HoldHours = 48 }).Submitted("p1");
        var support = new SupportProposal { Proposal = "p1", Person = "s1" };
        Assert.Equal(Start + Duration.FromHours(48), solo["p1"].ShownFrom);
        Assert.Equal("not-shown", solo.At(Start + Duration.FromHours(48) - Duration.Epsilon).Code(support));

        solo.Do(Officer(new HideProposal { Proposal = "p1", Reason = "insult" }));
        Assert.Equal("not-shown", solo.At(Start + Duration.FromHours(48)).Code(support));
        solo.Do(Officer(new ShowProposal { Proposal = "p1", Reason = "none after all" }));
        solo.Do(support);
    }

    [Theory]
    [InlineData(Finding.Met, true)]
    [InlineData(Finding.NotMet, false)]
    [InlineData(Finding.Unknown, false)]
    public async Task Eligibility_Asked_OpensTheDoorOnlyWhenMet(Finding finding, bool isOpen)
    {
        var plan = Rules with { SubmitterConditions = ["resident", "of-age"] };
        var question = new EligibilityQuestion { Cycle = "paris-2026", Person = "ann", Activity = Budgeting.Calendars.Activity.Submit, Area = "north", Declared = ["of-age"] };
        var verdicts = await Eligibility.AskAsync(plan.SubmitterConditions, [new Register(finding), new DeclaredEligibility("of-age")], question);

        var decision = new Solo(plan).Ask(new SubmitProposal { Proposal = "p1", Author = "ann", Content = Content(), Eligibility = verdicts });
        Assert.Equal(isOpen, decision.IsAccepted);
    }

    [Fact]
    public async Task Eligibility_ConditionThatNobodyKnows_IsUnknown()
    {
        var question = new EligibilityQuestion { Cycle = "c", Person = "ann", Activity = Budgeting.Calendars.Activity.Support };
        var verdicts = await Eligibility.AskAsync(["resident", "of-age"], [new DeclaredEligibility("of-age")], question);

        Assert.Equal([Finding.Unknown, Finding.NotMet], verdicts.Select(verdict => verdict.Finding));
    }

    private sealed class Register(Finding finding) : IEligibilityCriterion
    {
        public string Id => "resident";

        public ValueTask<Finding> FindAsync(EligibilityQuestion question, CancellationToken cancellationToken) => ValueTask.FromResult(question.Area == "north" ? finding : Finding.Unknown);
    }
}
