using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Proposals;
using static CivicTech.Budgeting.Tests.Proposals.ProposalSamples;

namespace CivicTech.Budgeting.Tests.Proposals;

public sealed class ShapingTests
{
    private static readonly GroupProposals Group = Officer(new GroupProposals { Proposal = "g", Parts = ["p1", "p2"], Content = Content(text: "text/g") });

    [Fact]
    public void B10_GroupAfterSupports_CountsDistinctPeopleOnce()
    {
        var solo = new Solo().Submitted("p1").Submitted("p2", "bob").Supported("p1", "s1", "s2", "s3").Supported("p2", "s3", "s4", "s1").Submitted("p10").Supported("p10", "s9");
        solo.Do(Group);

        Assert.Equal(4, solo["g"].Supports);
        Assert.Equal(["s1", "s2", "s3", "s4"], solo.State.Supports.All.Select(support => support.Key).Where(key => key.StartsWith("g/", StringComparison.Ordinal)).Select(key => key[2..]));

        // A second support of the group by somebody who supported a part is none.
        Assert.Empty(solo.Do(new SupportProposal { Proposal = "g", Person = "s3" }));
        solo.Do(new WithdrawSupport { Proposal = "g", Person = "s3" });
        solo.Supported("g", "s5");
        Assert.Equal(4, solo["g"].Supports);
        Assert.Equal(3, solo["p1"].Supports);
    }

    [Fact]
    public void B10_Group_CreditsEveryAuthorAndTellsThem()
    {
        var solo = new Solo().Submitted("p1").Submitted("p2", "bob");
        solo.Do(new AddAuthor { Proposal = "p2", Author = "ann", By = "bob" });
        solo.Do(new ConfirmAuthor { Proposal = "p2", By = "ann" });
        solo.Do(Group);

        Assert.Equal(["ann", "bob"], solo["g"].Authors.ToArray());
        Assert.Equal(["p1", "p2"], solo["g"].MadeOf.ToArray());
        Assert.Equal("A-000003", solo["g"].Reference);
        Assert.All(new[] { "p1", "p2" }, id => Assert.Equal((ProposalStatus.Grouped, "g"), (solo[id].Status, solo[id].Became.Single())));
        Assert.Equal(["p1", "p2"], solo.Notices.Where(notice => notice is { Notice: NoticeKind.ProposalGrouped, Detail: "g" }).Select(notice => notice.Subject));
        Assert.Equal("proposal-status", solo.Code(new SupportProposal { Proposal = "p1", Person = "s1" }));
    }

    [Fact]
    public void B10_GroupOfGroups_StillCountsEachPersonOnce()
    {
        var solo = new Solo().Submitted("p1").Submitted("p2").Submitted("p3").Supported("p1", "s1", "s2").Supported("p2", "s2").Supported("p3", "s1", "s3");
        solo.Do(Group);
        solo.Do(new WithdrawSupport { Proposal = "g", Person = "s2" });
        solo.Do(Group with { Proposal = "h", Parts = ["g", "p3"] });

        Assert.Equal(2, solo["h"].Supports);
    }

    [Fact]
    public void B10_GroupAfterTheFreeze_IsRefused()
    {
        var solo = new Solo().Submitted("p1").Submitted("p2").Feasible("p3").Frozen();

        Assert.Equal("wrong-status", solo.Code(Group));
        Assert.Equal("wrong-status", solo.Code(Officer(new SplitProposal { Proposal = "p1" })));
    }

    [Fact]
    public void B10_Group_OnALoadedState_ReadsEachSupportOnceAndWritesTheSame()
    {
        var solo = new Solo().Submitted("p1").Submitted("p2").Supported("p1", "s1", "s2", "s3").Supported("p2", "s3", "s4").Submitted("p3").Supported("p3", "s1");
        var loaded = new LoadedState(solo.State);
        var decision = loaded.Decide(Group, solo.Now);
        var memory = solo.Ask(Group);

        Assert.Equal(memory.Events.ToArray(), decision.Events.ToArray());
        Assert.Equal(2, loaded.Pages);
        Assert.Equal(["g/s1", "g/s2", "g/s3", "g/s4"], decision.State.Supports.Changed.ToArray());
    }

    [Theory]
    [InlineData(ProposalStatus.Submitted, ProposalStatus.Submitted)]
    [InlineData(ProposalStatus.Admissible, ProposalStatus.Admissible)]
    [InlineData(ProposalStatus.Feasible, ProposalStatus.Admissible)]
    public void Group_OfWhatStandsDifferently_BeginsWhereTheLeastAdvancedStands(ProposalStatus least, ProposalStatus begins)
    {
        var solo = new Solo().Feasible("p2").Submitted("p1");
        if (least != ProposalStatus.Submitted)
        {
            solo.Assessed("p1");
        }

        if (least == ProposalStatus.Feasible)
        {
            solo.Do(Officer(new DecideFeasibility { Proposal = "p1", IsFeasible = true }));
        }

        solo.Do(Group);
        Assert.Equal(begins, solo["g"].Status);
        Assert.Null(solo["g"].Price);
    }

    [Fact]
    public void Group_WithEverythingWrong_SaysAllOfIt()
    {
        var solo = new Solo().Submitted("p1").Infeasible("p2").Submitted("p3");
        solo.Do(Officer(new HideProposal { Proposal = "p3", Reason = "r" }));

        Assert.Equal(["proposal-status", "not-shown", "no-such-proposal"], solo.Refused(Group with { Parts = ["p1", "p2", "p3", "p4"] }).Select(refusal => refusal.Code));
        Assert.Equal(["proposal-exists", "named-twice"], solo.Refused(Group with { Proposal = "p1", Parts = ["p3", "p3"] }).Select(refusal => refusal.Code));
        Assert.Equal("too-few-parts", solo.Code(Group with { Parts = ["p1"] }));
        Assert.Equal("too-many", solo.Code(Group with { Parts = [.. Enumerable.Range(0, 51).Select(i => $"q{i}")] }));
    }

    [Fact]
    public void Withdraw_AGroup_IsNotOneAuthorsToDo()
    {
        var solo = new Solo().Submitted("p1").Submitted("p2", "bob");
        solo.Do(Group);

        Assert.Single(solo.Refused(new WithdrawProposal { Proposal = "g", By = "ann" }));
        solo.Do(new WithdrawProposal { Proposal = "g", By = "root", Role = "administrator" });
        Assert.Equal(1, solo.State.Proposers["ann"].Proposals);
    }

    [Fact]
    public void Split_GivesEachPartItsAuthorsAndSupporters()
    {
        var solo = new Solo().Feasible("p1").Supported("p1", "s1", "s2");
        solo.Do(Officer(new SplitProposal
        {
            Proposal = "p1",
            Parts = [new NewPart { Proposal = "x", Content = Content(text: "x") }, new NewPart { Proposal = "y", Content = Content("south", text: "y") }],
        }));

        Assert.Equal(ProposalStatus.Split, solo["p1"].Status);
        Assert.Equal(["x", "y"], solo["p1"].Became.ToArray());
        Assert.All(new[] { "x", "y" }, id => Assert.Equal((ProposalStatus.Admissible, 2, "ann"), (solo[id].Status, solo[id].Supports, solo[id].Authors.Single())));
        solo.Do(new WithdrawSupport { Proposal = "x", Person = "s1" });
        Assert.Equal((1, 2), (solo["x"].Supports, solo["y"].Supports));
        Assert.Equal([2, 3], new[] { solo["x"].Number, solo["y"].Number });
        solo.Do(new WithdrawProposal { Proposal = "x", By = "ann" });
        Assert.Equal(1, solo.State.Proposers["ann"].Proposals);
    }

    [Fact]
    public void Reword_AfterAMeeting_ChangesTheTextOnly()
    {
        var solo = new Solo().Feasible("p1");
        solo.Do(Officer(new RewordProposal { Proposal = "p1", Text = "text/2", Meeting = "meeting/1", Participants = 23 }));

        Assert.Equal(Content(text: "text/2"), solo["p1"].Content);
        Assert.Equal("negative-count", solo.Code(Officer(new RewordProposal { Proposal = "p1", Text = "text/2", Meeting = "meeting/1", Participants = -1 })));
    }

    [Fact]
    public void Withdraw_WhatAGroupOfSeveralPeopleWasSplitInto_IsNoSingleAuthors()
    {
        var solo = new Solo().Submitted("p1", "ann").Submitted("p2", "bob").Submitted("p3", "ann");
        solo.Do(Officer(new GroupProposals { Proposal = "g", Parts = ["p1", "p2"], Content = Content() }));
        solo.Do(Officer(new SplitProposal { Proposal = "g", Parts = [new NewPart { Proposal = "s1", Content = Content() }, new NewPart { Proposal = "s2", Content = Content() }] }));
        solo.Do(Officer(new SplitProposal { Proposal = "p3", Parts = [new NewPart { Proposal = "s3", Content = Content() }, new NewPart { Proposal = "s4", Content = Content() }] }));

        Assert.Equal("not-for-role", solo.Code(new WithdrawProposal { Proposal = "s1", By = "ann" }));
        solo.Do(new WithdrawProposal { Proposal = "s3", By = "ann" });
    }

    [Fact]
    public void Group_OfWhatIsKeptForACommonPublication_IsKeptToo()
    {
        var solo = new Solo(Rules with { PublishesTogether = "publication" }).Submitted("p1").Submitted("p2", "bob").Assessed("p1").Assessed("p2");
        solo.Do(Officer(new GroupProposals { Proposal = "g", Parts = ["p1", "p2"], Content = Content() }));
        var publication = Calendar.Stages[0].Starts.ToInstant();

        Assert.Equal((ProposalStatus.Admissible, ProposalStatus.Submitted), (solo["g"].Status, solo["g"].PublicStatusAt(publication - NodaTime.Duration.Epsilon)));
        Assert.Equal(ProposalStatus.Admissible, solo["g"].PublicStatusAt(publication));
        Assert.Equal(publication, solo.State.Effects["authors/g/kept"].Due);
    }

    [Fact]
    public void Freeze_BeforeTheCommonPublication_TellsNobodyLaterWhatIsOld()
    {
        var solo = new Solo(Rules with { PublishesTogether = "publication" }).Feasible("p1");
        solo.Do(Officer(new ShortlistProposals()));
        Assert.NotNull(solo.State.Effects.Find("authors/p1/kept"));
        solo.Do(Administrator(new FreezeBallot()));

        Assert.Null(solo.State.Effects.Find("authors/p1/kept"));
    }
}
