using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Proposals;
using static CivicTech.Budgeting.Tests.Proposals.ProposalSamples;

namespace CivicTech.Budgeting.Tests.Proposals;

public sealed class PublicTests
{
    [Fact]
    public void Support_Twice_CountsOnce()
    {
        var solo = new Solo().Submitted("p1").Supported("p1", "s1", "s2");

        Assert.Empty(solo.Do(new SupportProposal { Proposal = "p1", Person = "s1" }));
        Assert.Equal(2, solo["p1"].Supports);
        solo.Do(new WithdrawSupport { Proposal = "p1", Person = "s1" });
        Assert.Empty(solo.Do(new WithdrawSupport { Proposal = "p1", Person = "s1" }));
        Assert.Equal(1, solo["p1"].Supports);
        Assert.Equal(["p1/s2"], solo.State.Supports.All.Select(support => support.Key));
    }

    [Fact]
    public void Support_InAMillionOthers_AsksForThreeDocuments()
    {
        var solo = new Solo().Submitted("p1").Submitted("p2").Supported("p1", [.. Enumerable.Range(0, 50).Select(i => $"s{i}")]);
        var loaded = new LoadedState(solo.State);

        var decision = loaded.Decide(new SupportProposal { Proposal = "p1", Person = "new" }, solo.Now);

        Assert.Single(decision.Events);
        Assert.Equal(["proposal/p1", "support/p1/new"], loaded.Names.Order(StringComparer.Ordinal));
        Assert.Equal(0, loaded.Pages);
    }

    [Fact]
    public void Support_WhereThereIsNone_IsRefused() =>
        Assert.Equal("supports-off", new Solo(Rules with { TakesSupports = false }).Submitted("p1").Code(new SupportProposal { Proposal = "p1", Person = "s1" }));

    [Fact]
    public void Support_OfWhatIsEliminated_IsRefused() =>
        Assert.Equal("proposal-status", new Solo().Infeasible("p1").Code(new SupportProposal { Proposal = "p1", Person = "s1" }));

    [Fact]
    public void Comment_SentTwice_IsThereOnce()
    {
        var solo = new Solo().Submitted("p1");
        var comment = new CommentOnProposal { Proposal = "p1", Comment = "c1", Author = "bob", Text = "text/7" };
        solo.Do(comment);
        Assert.Empty(solo.Do(comment));

        Assert.Equal("comment-exists", solo.Code(comment with { Text = "text/8" }));
        Assert.Equal("no-such-comment", solo.Code(comment with { Comment = "c2", ReplyTo = "c9" }));
        solo.Do(comment with { Comment = "c2", ReplyTo = "c1" });
        Assert.Equal(2, solo["p1"].Comments);
    }

    [Fact]
    public void Moderation_HidesWithAReason_AndShowsAgain()
    {
        var solo = new Solo().Submitted("p1");
        solo.Do(new CommentOnProposal { Proposal = "p1", Comment = "c1", Author = "bob", Text = "text/7" });
        solo.Do(Officer(new HideComment { Proposal = "p1", Comment = "c1", Reason = "insult" }));
        Assert.Equal("insult", solo.State.Comments["p1/c1"].HiddenFor);
        Assert.Empty(solo.Do(Officer(new HideComment { Proposal = "p1", Comment = "c1", Reason = "insult" })));
        solo.Do(Officer(new ShowComment { Proposal = "p1", Comment = "c1", Reason = "irony" }));
        Assert.Null(solo.State.Comments["p1/c1"].HiddenFor);

        solo.Do(Officer(new HideProposal { Proposal = "p1", Reason = "insult" }));
        Assert.False(solo["p1"].IsShownAt(solo.Now));
        Assert.Equal("not-shown", solo.Code(new CommentOnProposal { Proposal = "p1", Comment = "c2", Author = "bob", Text = "t" }));
        Assert.Equal([(NoticeKind.ProposalHidden, "insult")], solo.Notices.Select(notice => (notice.Notice, notice.Detail!)));
        Assert.Equal("not-for-role", solo.Code(new ShowProposal { Proposal = "p1", Reason = "r" }));
    }

    [Fact]
    public void Moderation_WhereNothingIsHidden_IsRefused() =>
        Assert.Equal("no-moderation", new Solo(Rules with { Moderation = ModerationMode.None }).Submitted("p1").Code(Officer(new HideProposal { Proposal = "p1", Reason = "r" })));
}
