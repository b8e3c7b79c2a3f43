using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Proposals;
using static CivicTech.Budgeting.Tests.Proposals.ProposalSamples;

namespace CivicTech.Budgeting.Tests.Proposals;

public sealed class ShortlistTests
{
    [Theory]
    [InlineData(ShortlistTies.AllIn, "p1 p2 p3")]
    [InlineData(ShortlistTies.ByNumber, "p1 p2")]
    public void TopOfArea_TieAtTheCut_FallsAsTheRuleSays(ShortlistTies ties, string chosen)
    {
        // p1 has three supports, p2 and p3 two each, p4 one; p5 is alone in the south.
        var solo = Supports(Rules with { Shortlist = ShortlistRule.TopOfArea(2) with { Ties = ties } });
        solo.Do(Officer(new ShortlistProposals { Area = "north" }));

        Assert.Equal(chosen.Split(' '), Chosen(solo));
        Assert.Equal(ProposalStatus.Feasible, solo["p5"].Status);
        Assert.Equal([(1, 3), (2, 2), (2, 2), (4, 1)], new[] { "p1", "p2", "p3", "p4" }.Select(id => (solo[id].Shortlist!.Place, solo[id].Shortlist!.Supports)));
    }

    [Fact]
    public void TopOfArea_AllAreas_ChoosesInEach()
    {
        var solo = Supports(Rules with { Shortlist = ShortlistRule.TopOfArea(1) });
        solo.Do(Officer(new ShortlistProposals()));

        Assert.Equal(["p1", "p5"], Chosen(solo));
        Assert.Equal(5, solo.Notices.Count(notice => notice.Notice is NoticeKind.ProposalShortlisted or NoticeKind.ProposalNotShortlisted));
    }

    [Fact]
    public void Threshold_AtTheNumber_IsIn()
    {
        var solo = Supports(Rules with { Shortlist = ShortlistRule.Threshold(2) });
        solo.Do(Officer(new ShortlistProposals()));

        Assert.Equal(["p1", "p2", "p3"], Chosen(solo));
    }

    // Against a plain restatement of the rules.
    [Fact]
    public void Apply_RandomCandidates_IsAsCountingSays()
    {
        for (ulong seed = 1; seed <= 300; seed++)
        {
            var random = new SplitMix64(seed);
            var candidates = Enumerable.Range(1, random.Between(1, 12)).Select(number => Candidate(number, random.Below(4), random.Pick(["north", "south"]), random.Pick([null, "nature", "sport"]))).ToList();
            var number = random.Between(1, 4);
            foreach (var rule in new[] { ShortlistRule.AllFeasible, ShortlistRule.Threshold(number), ShortlistRule.TopOfArea(number), ShortlistRule.TopOfTheme(number) with { Ties = ShortlistTies.ByNumber } })
            {
                var entries = Shortlisting.Apply(rule, candidates);
                Assert.Equal(candidates.Select(candidate => candidate.Id), entries.Select(entry => entry.Proposal));
                random.Shuffle(candidates);
                Assert.Equal(entries.ToArray(), Shortlisting.Apply(rule, candidates).ToArray());
                candidates = [.. candidates.OrderBy(candidate => candidate.Number)];
                foreach (var (candidate, entry) in candidates.Zip(entries))
                {
                    var rivals = candidates.Where(other => rule.Kind switch
                    {
                        ShortlistKind.TopOfArea => other.Content.Area == candidate.Content.Area,
                        ShortlistKind.TopOfTheme => other.Content.Theme == candidate.Content.Theme,
                        _ => true,
                    }).ToList();
                    var better = rivals.Count(other => other.Supports > candidate.Supports);
                    var sooner = better + rivals.Count(other => other.Supports == candidate.Supports && other.Number < candidate.Number);
                    var expected = rule.Kind switch
                    {
                        ShortlistKind.AllFeasible => true,
                        ShortlistKind.Threshold => candidate.Supports >= number,
                        ShortlistKind.TopOfArea => better < number,
                        _ => sooner < number,
                    };
                    Assert.True(expected == entry.IsChosen && entry.Place == better + 1 && entry.Supports == candidate.Supports, $"Seed {seed}, {rule}, {entry}.");
                }
            }
        }
    }

    [Fact]
    public void Shortlist_MadeAgain_RecordsWhatIsNewOnly()
    {
        var solo = Supports(Rules with { Shortlist = ShortlistRule.Threshold(2) });
        solo.Do(Officer(new ShortlistProposals()));
        Assert.Empty(solo.Do(Officer(new ShortlistProposals())));
        var told = solo.Notices.Count();

        solo.Do(Officer(new HideProposal { Proposal = "p5", Reason = "r" }));
        solo.Feasible("p6");
        solo.Supported("p6", "s1", "s2");
        solo.Do(Officer(new ShortlistProposals()));
        Assert.Equal(["p1", "p2", "p3", "p6"], Chosen(solo));
        Assert.Equal("p6", solo.Notices.Single(notice => notice is { Notice: NoticeKind.ProposalShortlisted, Subject: "p6" }).Subject);
        Assert.Equal(told + 5, solo.Notices.Count());
    }

    [Fact]
    public void Shortlist_WithoutAPrice_NamesEveryProposalThatLacksOne()
    {
        var solo = new Solo().Feasible("p1", price: null).Feasible("p2").Feasible("p3", price: null);

        Assert.Equal(["p1", "p3"], solo.Refused(Officer(new ShortlistProposals())).Select(refusal => refusal.Data["proposal"]));
    }

    [Fact]
    public void ByHand_NamesWithAReason_WhereThePlanSaysSo()
    {
        var solo = new Solo(Rules with { Shortlist = ShortlistRule.ByHand }).Feasible("p1").Feasible("p2").Submitted("p3");
        var byHand = Officer(new ShortlistByHand { Chosen = ["p2"], Reason = "jury/1" });
        Assert.Equal("shortlist-by-hand", solo.Code(Officer(new ShortlistProposals())));
        Assert.Equal("reason", Assert.Single(solo.Refused(byHand with { Reason = "" })).Data["field"]);
        Assert.Equal("p3", Assert.Single(solo.Refused(byHand with { Chosen = ["p2", "p3"] })).Data["proposal"]);

        solo.Do(byHand);
        Assert.Equal((ProposalStatus.NotShortlisted, ProposalStatus.Shortlisted), (solo["p1"].Status, solo["p2"].Status));
        Assert.Equal("jury/1", solo.Journal.Select(one => one.Happened).OfType<ProposalsShortlisted>().Single().Reason);
        Assert.Equal("shortlist-by-rule", new Solo().Feasible("p1").Code(byHand));
    }

    [Fact]
    public void Shortlist_FoundInfeasibleAfterAll_LeavesTheList()
    {
        var solo = new Solo().Feasible("p1");
        solo.Do(Officer(new ShortlistProposals()));
        solo.Do(Officer(new DecideFeasibility { Proposal = "p1", IsFeasible = false, Reason = "r" }));

        Assert.Equal(ProposalStatus.Infeasible, solo["p1"].Status);
        Assert.Equal("nothing-to-shortlist", solo.Code(Officer(new ShortlistProposals())));
    }

    [Fact]
    public void Freeze_PutsTheShortlistOnTheBallot_HiddenOnesNot()
    {
        var solo = new Solo().Feasible("p3").Feasible("p1").Feasible("p2");
        solo.Do(Officer(new ShortlistProposals()));
        solo.Do(Officer(new HideProposal { Proposal = "p1", Reason = "r" }));
        solo.Do(Administrator(new FreezeBallot()));

        Assert.Equal(["p3", "p2"], solo.Journal.Select(one => one.Happened).OfType<ProposalsPutOnBallot>().Single().Proposals.ToArray());
        Assert.Equal((ProposalStatus.OnBallot, ProposalStatus.Shortlisted), (solo["p3"].Status, solo["p1"].Status));
        Assert.Equal(2, solo.Notices.Count(notice => notice.Notice == NoticeKind.ProposalOnBallot));
    }

    [Fact]
    public void SamePlace_OfTwoOrMore_ExcludesEachOther()
    {
        var proposals = new[] { ("a", "square"), ("b", "park"), ("c", "square"), ("d", null) }
            .Select((one, i) => Candidate(i + 1, 0, "north", null) with { Id = one.Item1, Content = Content(place: one.Item2) }).ToArray();

        var (place, ids) = Assert.Single(BallotProposals.SamePlace([.. proposals]));
        Assert.Equal("square", place);
        Assert.Equal(["a", "c"], ids.ToArray());
    }

    [Fact]
    public void Freeze_ThemeOfAProposal_StandsOnTheBallot()
    {
        var solo = new Solo().Feasible("p1", content: Content(theme: "nature")).Feasible("p2").Frozen();

        Assert.Equal(["nature", null], solo.State.Ballots["1"].Projects.Select(project => project.Theme));
    }

    private static Solo Supports(ProposalPlan plan)
    {
        var solo = new Solo(plan);
        foreach (var (id, area, supports) in new[] { ("p1", "north", 3), ("p2", "north", 2), ("p3", "north", 2), ("p4", "north", 1), ("p5", "south", 0) })
        {
            solo.Feasible(id, content: Content(area)).Supported(id, [.. Enumerable.Range(0, supports).Select(i => $"s{i}")]);
        }

        return solo;
    }

    private static IEnumerable<string> Chosen(Solo solo) => solo.State.Proposals.All.Where(proposal => proposal.Value.Status == ProposalStatus.Shortlisted).Select(proposal => proposal.Key);

    private static Proposal Candidate(int number, int supports, string area, string? theme) => new()
    {
        Id = $"p{number:00}", Number = number, Content = Content(area, theme), Authors = ["ann"], SubmittedAt = Start, ShownFrom = Start, Status = ProposalStatus.Feasible, Supports = supports,
    };
}
