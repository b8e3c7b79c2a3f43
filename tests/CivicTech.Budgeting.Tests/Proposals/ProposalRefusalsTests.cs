using System.Collections.Immutable;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Proposals;
using CivicTech.Processes;
using NodaTime;
using static CivicTech.Budgeting.Tests.Proposals.ProposalSamples;

namespace CivicTech.Budgeting.Tests.Proposals;

public sealed class ProposalRefusalsTests
{
    private static readonly SubmitProposal Submit = new() { Proposal = "p9", Author = "ann", Content = Content() };
    private static readonly FileAppeal Appeal = new() { Proposal = "p1", Grounds = "g", By = "ann" };
    private static readonly GroupProposals Group = Officer(new GroupProposals { Proposal = "g", Parts = ["p1", "p2"], Content = Content() });

    private static readonly Dictionary<string, Func<ImmutableArray<Refusal>>> Ways = new()
    {
        ["no-such-proposal"] = () => new Solo().Refused(Officer(new HideProposal { Proposal = "p1", Reason = "r" })),
        ["proposal-exists"] = () => new Solo().Submitted("p9").Refused(Submit),
        ["proposal-status"] = () => new Solo().Infeasible("p1").Refused(new SupportProposal { Proposal = "p1", Person = "s" }),
        ["no-such-theme"] = () => new Solo().Refused(Submit with { Content = Content(theme: "war") }),
        ["bad-place"] = () => new Solo().Refused(Submit with { Content = Content() with { Place = new ProposalPlace() } }),
        ["too-many"] = () => new Solo().Refused(Submit with { Content = Content() with { Pictures = [.. Enumerable.Range(0, 21).Select(i => $"picture/{i}")] } }),
        ["too-many-proposals"] = () => new Solo(Rules with { MostPerPerson = 1 }).Submitted("p1").Refused(Submit),
        ["not-eligible"] = () => new Solo(Rules with { SubmitterConditions = ["resident"] }).Refused(Submit),
        ["not-shown"] = () => new Solo(Rules with { Moderation = ModerationMode.Hold, HoldHours = 1 }).Submitted("p1").Refused(new SupportProposal { Proposal = "p1", Person = "s" }),
        ["supports-off"] = () => new Solo(Rules with { TakesSupports = false }).Submitted("p1").Refused(new WithdrawSupport { Proposal = "p1", Person = "s" }),
        ["no-moderation"] = () => new Solo(Rules with { Moderation = ModerationMode.None }).Submitted("p1").Refused(Officer(new HideProposal { Proposal = "p1", Reason = "r" })),
        ["no-such-comment"] = () => new Solo().Submitted("p1").Refused(Officer(new HideComment { Proposal = "p1", Comment = "c", Reason = "r" })),
        ["comment-exists"] = () => Commented().Refused(new CommentOnProposal { Proposal = "p1", Comment = "c", Author = "bob", Text = "t2" }),
        ["not-named"] = () => new Solo().Submitted("p1").Refused(new ConfirmAuthor { Proposal = "p1", By = "bob", Role = "administrator" }),
        ["no-such-criterion"] = () => new Solo().Submitted("p1").Refused(Officer(new AssessProposal { Proposal = "p1", Criterion = "taste", Reviewer = "rob", Finding = Finding.Met })),
        ["reason-needed"] = () => new Solo().Submitted("p1").Refused(Officer(new AssessProposal { Proposal = "p1", Criterion = "resident", Reviewer = "rob", Finding = Finding.NotMet })),
        ["not-admitted"] = () => new Solo().Submitted("p1").Refused(Officer(new DecideFeasibility { Proposal = "p1", IsFeasible = true })),
        ["price-out-of-range"] = () => new Solo(Rules with { LowestPrice = Eur(100) }).Feasible("p1", 100).Refused(Officer(new SetPrice { Proposal = "p1", Price = Eur(99), Explanation = "e" })),
        ["no-appeals"] = () => new Solo(Rules with { Appeals = null }).Infeasible("p1").Refused(Appeal),
        ["appeal-too-late"] = () => new Solo().Infeasible("p1").At(Start + Duration.FromDays(17)).Refused(Appeal),
        ["appealed-before"] = () => Rejected().Refused(Appeal),
        ["appeal-after-freeze"] = () => Frozen().Refused(Officer(new DecideAppeal { Proposal = "p1", IsUpheld = true, Reason = "r" })),
        ["negative-count"] = () => new Solo().Submitted("p1").Refused(Officer(new RewordProposal { Proposal = "p1", Text = "t", Meeting = "m", Participants = -1 })),
        ["too-few-parts"] = () => new Solo().Submitted("p1").Refused(Group with { Parts = ["p1"] }),
        ["named-twice"] = () => new Solo().Submitted("p1").Refused(Group with { Parts = ["p1", "p1"] }),
        ["shortlist-by-hand"] = () => new Solo(Rules with { Shortlist = ShortlistRule.ByHand }).Feasible("p1").Refused(Officer(new ShortlistProposals())),
        ["shortlist-by-rule"] = () => new Solo().Feasible("p1").Refused(Officer(new ShortlistByHand { Chosen = ["p1"], Reason = "r" })),
        ["not-a-candidate"] = () => new Solo(Rules with { Shortlist = ShortlistRule.ByHand }).Feasible("p1").Refused(Officer(new ShortlistByHand { Chosen = ["p2"], Reason = "r" })),
        ["price-needed"] = () => new Solo().Feasible("p1", price: null).Refused(Officer(new ShortlistProposals())),
        ["nothing-to-shortlist"] = () => new Solo().Submitted("p1").Refused(Officer(new ShortlistProposals())),
    };

    public static TheoryData<string> Codes { get; } = [.. ProposalRefusals.All.Select(kind => kind.Code)];

    [Fact]
    public void All_Kinds_HaveAWayToThem() =>
        Assert.Equal(ProposalRefusals.All.Select(kind => kind.Code).Order(StringComparer.Ordinal), Ways.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void All_IsEveryKindThatIsDefined() => Assert.Equal(
        typeof(ProposalRefusals).GetProperties().Select(property => property.GetValue(null)).OfType<RefusalKind>().Select(kind => kind.Code).Order(StringComparer.Ordinal),
        ProposalRefusals.All.Select(kind => kind.Code).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Refusal_OfEachKind_ComesAloneWithItsDataInThreeLanguages(string code)
    {
        var refusal = Assert.Single(Ways[code]());

        Assert.Equal(code, refusal.Code);
        Assert.Same(ProposalRefusals.All.Single(kind => kind.Code == code), refusal.Kind);
        Assert.All(refusal.Data, data => Assert.False(string.IsNullOrEmpty(data.Value), data.Key));
        var sentences = new[] { "en", "fr", "fa" }.Select(refusal.Message).ToList();
        Assert.Equal(3, sentences.Distinct().Count());
        Assert.All(sentences, sentence => Assert.DoesNotContain('{', sentence));
        Assert.Contains(sentences[2], letter => letter is >= '\u0600' and <= '\u06FF');
    }

    [Fact]
    public void Refusals_AsAList_AreAsPublished() =>
        Golden.Verify(string.Join('\n', ProposalRefusals.All.Select(kind => Ways[kind.Code]().Single()).Select(refusal => $"{refusal.Code}\n  {refusal.Message()}\n  {refusal.Message("fr")}\n  {refusal.Message("fa")}")));

    private static Solo Commented()
    {
        var solo = new Solo().Submitted("p1");
        solo.Do(new CommentOnProposal { Proposal = "p1", Comment = "c", Author = "bob", Text = "t" });
        return solo;
    }

    private static Solo Rejected()
    {
        var solo = new Solo().Infeasible("p1");
        solo.Do(Appeal);
        solo.Do(Officer(new DecideAppeal { Proposal = "p1", IsUpheld = false, Reason = "r" }));
        return solo;
    }

    private static Solo Frozen()
    {
        var solo = new Solo().Infeasible("p1").Feasible("p2");
        solo.Do(Appeal);
        return solo.Frozen();
    }
}
