using System.Collections.Immutable;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Proposals;
using NodaTime;
using static CivicTech.Budgeting.Tests.Proposals.ProposalSamples;

namespace CivicTech.Budgeting.Tests.Proposals;

public sealed class ProposalStatusesTests
{
    private static readonly string[] Ids = ["p1", "p1", "p2", "p2", "p3", "p3", "p4", "g1", "g1", "g2", "nobody's", "a/b"];
    private static readonly string[] People = ["ann", "ann", "ann", "ann", "bob", "bob", "cem", ""];

    [Fact]
    public void Table_AsMermaid_IsAsPublished() => Golden.Verify(ProposalStatuses.Table.ToMermaid(), "mmd");

    [Fact]
    public void Table_EveryCommandInIt_IsOneOfACycle() => Assert.All(
        ProposalStatuses.Table.Rows.Select(row => row.Trigger).Distinct(),
        trigger => Assert.Contains(CycleStatuses.Table.Rows, row => row.Trigger == trigger));

    // Valid and invalid commands in any order: on a state in memory, and on one of which only what is asked for is loaded.
    [Fact]
    public void RandomWalk_KeepsWhatMustHold()
    {
        var (seen, codes) = (new HashSet<(ProposalStatus, ProposalStatus)>(), new HashSet<string>());
        for (ulong seed = 1; seed <= 60; seed++)
        {
            var random = new SplitMix64(seed);
            var solo = new Solo(SomeRules(random));
            for (var step = 0; step < 150; step++)
            {
                if (random.OneIn(8))
                {
                    solo.At(solo.Now + Duration.FromHours(random.Below(200)));
                }

                // Mostly one that does something, or a state full of refusals is all that is seen.
                var command = random.OneIn(4) ? SomeCommand(random) : Enumerable.Range(0, 6).Select(_ => SomeCommand(random)).FirstOrDefault(one => !solo.Ask(one).Events.IsEmpty) ?? SomeCommand(random);
                var before = solo.State;
                var decision = solo.Ask(command);
                var loaded = new LoadedState(before).Decide(command, solo.Now);
                Assert.True(decision.Refusals.SequenceEqual(loaded.Refusals) && decision.Events.SequenceEqual(loaded.Events), $"Seed {seed}, step {step}: {command}");
                if (!decision.IsAccepted)
                {
                    codes.UnionWith(decision.Refusals.Select(refusal => refusal.Code));
                    continue;
                }

                AssertSame(decision.State, loaded.State);
                solo.Do(command);
                Assert.True(solo.Ask(command) is { IsAccepted: false } or { Events.IsEmpty: true } || command is RewordProposal, $"Seed {seed}, step {step}, twice: {command}");
                foreach (var (id, proposal) in solo.State.Proposals.All)
                {
                    var from = before.Proposals.Find(id)?.Status ?? ProposalStatus.None;
                    if (from != proposal.Status)
                    {
                        Assert.True(ProposalStatuses.Table.Leads(from, proposal.Status), $"Seed {seed}, step {step}, {command.Name}: {id} from {from} to {proposal.Status}.");
                        seen.Add((from, proposal.Status));
                    }
                }

                Check(solo);
            }
        }

        Assert.True(seen.Count >= 25, $"Only {seen.Count} moves were seen: {string.Join(", ", seen)}.");
        Assert.True(codes.Count >= 25, $"Only {codes.Count} refusals were seen: {string.Join(", ", codes)}.");
    }

    private static void Check(Solo solo)
    {
        var proposals = solo.State.Proposals.All.Select(proposal => proposal.Value).ToList();
        Assert.Equal(Enumerable.Range(1, proposals.Count), proposals.Select(proposal => proposal.Number).Order());
        Assert.Equal(proposals.Count, solo.State.Head.ProposalsSubmitted);
        foreach (var proposal in proposals)
        {
            Assert.Equal(proposal.Supports, solo.State.Supports.All.Count(support => support.Key.StartsWith(proposal.Id + "/", StringComparison.Ordinal)));
            Assert.Equal(proposal.Comments, solo.State.Comments.All.Count(comment => comment.Key.StartsWith(proposal.Id + "/", StringComparison.Ordinal)));
            Assert.Equal(proposal.Authors.Length, proposal.Authors.Distinct().Count());
            Assert.True(proposal.Status != ProposalStatus.OnBallot || proposal.Price is not null);
            Assert.Equal(proposal.Status is ProposalStatus.Grouped or ProposalStatus.Split, !proposal.Became.IsEmpty);
            Assert.All(proposal.Became, id => Assert.Contains(proposal.Id, solo[id].MadeOf));
            Assert.True(proposal.Status != ProposalStatus.Infeasible || proposal.Decision!.Reason is not null);
            Assert.True(proposal.Status != ProposalStatus.Inadmissible || proposal.Assessments.Any(said => said is { Finding: Finding.NotMet, Reason: not null }));
        }

        foreach (var (person, proposer) in solo.State.Proposers.All)
        {
            Assert.Equal(proposer.Proposals, proposals.Count(proposal => proposal.MadeOf.IsEmpty && proposal.Authors[0] == person && proposal.Status != ProposalStatus.Withdrawn));
        }
    }

    private static void AssertSame(CycleState whole, CycleState loaded)
    {
        Assert.Equal(whole.Head, loaded.Head);
        Assert.All(loaded.Proposals.Changed, key => Assert.Equal(whole.Proposals.Find(key), loaded.Proposals.Find(key)));
        Assert.All(loaded.Supports.Changed, key => Assert.Equal(whole.Supports.Find(key), loaded.Supports.Find(key)));
        Assert.All(loaded.Comments.Changed, key => Assert.Equal(whole.Comments.Find(key), loaded.Comments.Find(key)));
        Assert.All(loaded.Proposers.Changed, key => Assert.Equal(whole.Proposers.Find(key), loaded.Proposers.Find(key)));
    }

    private static ProposalPlan SomeRules(SplitMix64 random) => Rules with
    {
        Criteria = random.OneIn(4) ? [] : [.. AdmissibilityCriterion.Paris.Take(random.Between(1, 2))],
        Reviewers = random.Between(1, 2),
        MostPerPerson = random.OneIn(3) ? 2 : null,
        Moderation = random.Pick([ModerationMode.None, ModerationMode.PublishFirst]),
        PublishesTogether = random.OneIn(3) ? "publication" : null,
        Appeals = random.OneIn(5) ? null : Rules.Appeals,
        Shortlist = random.Pick([ShortlistRule.AllFeasible, ShortlistRule.Threshold(1), ShortlistRule.TopOfArea(1), ShortlistRule.TopOfTheme(1), ShortlistRule.ByHand]),
        TakesSupports = true,
    };

    internal static CycleCommand SomeCommand(SplitMix64 random)
    {
        var (id, other, person) = (random.Pick(Ids), random.Pick(Ids), random.Pick(People));
        var content = Content(random.Pick(["north", "north", "north", "south", "south", "west"]), random.Pick([null, null, null, null, "nature", "war"]), random.Pick(["t1", "t2"]), random.Pick([null, "square"]));
        var reason = random.Pick([null, "r", "r"]);
        CycleCommand command = random.Below(26) switch
        {
            0 or 1 or 2 => new SubmitProposal { Proposal = id, Author = person, Content = content },
            3 => new EditProposal { Proposal = id, Content = content },
            4 => random.OneIn(6) ? new WithdrawProposal { Proposal = id, Reason = reason } : new FileAppeal { Proposal = id, Grounds = "g" },
            5 => new AddAuthor { Proposal = id, Author = person },
            6 => new ConfirmAuthor { Proposal = id },
            7 => new CommentOnProposal { Proposal = id, Comment = $"c{random.Below(3)}", Author = person, Text = "t", ReplyTo = random.Pick([null, "c0"]) },
            8 or 9 => new SupportProposal { Proposal = id, Person = person },
            10 => new WithdrawSupport { Proposal = id, Person = person },
            11 => Officer(new HideProposal { Proposal = id, Reason = "r" }),
            12 => Officer(new ShowProposal { Proposal = id, Reason = "r" }),
            13 => Officer(new HideComment { Proposal = id, Comment = "c0", Reason = "r" }),
            14 or 15 or 16 => Officer(new AssessProposal
            {
                Proposal = id, Criterion = random.Pick(["public-interest", "city-competence"]), Reviewer = random.Pick(["rob", "sue"]),
                Finding = random.Pick([Finding.Met, Finding.Met, Finding.Met, Finding.NotMet, Finding.Unknown]), Reason = reason,
            }),
            17 or 18 => Officer(new DecideFeasibility { Proposal = id, IsFeasible = !random.OneIn(3), Reason = reason }),
            19 => Officer(new SetPrice { Proposal = id, Price = Eur(random.Below(20) - 1), Explanation = "e" }),
            20 => new FileAppeal { Proposal = id, Grounds = "g" },
            21 => Officer(new DecideAppeal { Proposal = id, IsUpheld = random.OneIn(2), Reason = "r" }),
            22 => Officer(new RewordProposal { Proposal = id, Text = "t3", Meeting = "m", Participants = random.Below(9) - 1 }),
            23 => Officer(new GroupProposals { Proposal = random.Pick(["g1", "g2", "p1"]), Parts = random.OneIn(3) ? [id, other] : ["p3", "p4"], Content = content }),
            24 => random.OneIn(3)
                ? Officer(new SplitProposal { Proposal = id, Parts = [new NewPart { Proposal = other, Content = content }, new NewPart { Proposal = random.Pick(Ids), Content = content }] })
                : Officer(new ShortlistProposals { Area = random.Pick([null, "north", "west"]) }),
            _ => random.OneIn(8) ? Administrator(new FreezeBallot()) : Officer(new ShortlistByHand { Chosen = [id], Reason = "r" }),
        };
        return random.OneIn(9) ? command with { Role = random.Pick(["citizen", "officer", "author", "administrator"]) } : command with { By = person.Length == 0 ? null : person };
    }
}
