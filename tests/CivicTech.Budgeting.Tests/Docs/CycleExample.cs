using System.Text;
using CivicTech;
using CivicTech.Amounts;
using CivicTech.Budgeting;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Hosting;
using CivicTech.Budgeting.Plans;
using CivicTech.Budgeting.Proposals;
using CivicTech.Budgeting.Results;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Rolls;
using CivicTech.Processes.Running;
using CivicTech.TestKit.Clocks;
using CivicTech.Ties;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Examples;

public sealed class CycleExample
{
    private sealed class Silence : ICycleNotices
    {
        public ValueTask TellAsync(CycleNotice notice, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }

    [Fact]
    public async Task CyclePage_Smallville_IsPlayed()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var Console = output;
        var services = new ServiceCollection();
        var clock = new TestClock(Instant.FromUtc(2026, 12, 1, 8, 0));
        services.AddSingleton<IClock>(clock);
        var secret = Encoding.UTF8.GetBytes("thirty-two bytes or more, from a vault");
        // <cycle-wiring>
        services.AddCivicTech()
            .AddBudgeting()
            .UseInMemoryProcesses()                        // your own: .UseProcessStore<MyStore>()
            .UseInMemoryVoting(new VoterKeys(secret))      // your own: .UseBallotBox<MyBox>().UseElectoralRoll<MyRoll>(keys)
            .UseCycleNotices<Silence>();                   // your own mails and messages
        // </cycle-wiring>
        using var provider = services.BuildServiceProvider();
        // <cycle-plan>
        var cycles = provider.GetRequiredService<IBudgetCycles>();
        var euro = Currency.Of("EUR");
        var paris = CyclePresets.Paris(new CycleBasics
        {
            Id = "smallville-2027",
            Description = "texts/smallville-2027",
            Currency = euro,
            Zone = "Europe/Paris",
            Year = 2027,
            Areas = [new VotingArea { Id = "village", Budget = Money.Of(100_000, euro) }],
        });
        var plan = paris with { Voting = paris.Voting with { Design = new ApprovalDesign { Minimum = 1, Maximum = 2 }, Submission = Submission.ReviseUntilClose } };
        await cycles.ExecuteAsync(plan.Id, new PlanCycle { Plan = plan, Role = CycleRoles.Administrator });
        await cycles.ExecuteAsync(plan.Id, new PublishPlan { Role = CycleRoles.Administrator });
        // </cycle-plan>
        // <cycle-proposal>
        var proposal = new SubmitProposal
        {
            Key = "form-1",
            Proposal = "well",
            Author = "zoe",
            Content = new ProposalContent { Area = "village", Text = "texts/well" },
        };
        var early = await cycles.ExecuteAsync(plan.Id, proposal);
        foreach (var refusal in early.Refusals)
        {
            Console.WriteLine($"{refusal.Code}: {refusal.Message("fr")}");
        }
        // </cycle-proposal>
        clock.Set(Instant.FromUtc(2027, 1, 11, 8, 0));
        foreach (var id in new[] { "well", "library" })
        {
            await cycles.ExecuteAsync(plan.Id, proposal with { Key = null, Proposal = id });
        }

        clock.Set(Instant.FromUtc(2027, 3, 8, 8, 0));
        // <cycle-review>
        foreach (var id in new[] { "well", "library" })
        {
            foreach (var criterion in plan.Proposals.Criteria)
            {
                await cycles.ExecuteAsync(plan.Id, new AssessProposal { Proposal = id, Reviewer = "officer-1", Criterion = criterion.Id, Finding = Finding.Met, Role = CycleRoles.Officer });
            }

            await cycles.ExecuteAsync(plan.Id, new DecideFeasibility { Proposal = id, IsFeasible = true, Role = CycleRoles.Officer });
            await cycles.ExecuteAsync(plan.Id, new SetPrice { Proposal = id, Price = Money.Of(id == "well" ? 40_000 : 70_000, euro), Explanation = $"prices/{id}", Role = CycleRoles.Officer });
        }
        // </cycle-review>
        clock.Set(Instant.FromUtc(2027, 8, 30, 8, 0));
        // <cycle-freeze>
        await cycles.ExecuteAsync(plan.Id, new ShortlistProposals { Role = CycleRoles.Administrator });
        await cycles.ExecuteAsync(plan.Id, new FreezeBallot
        {
            Role = CycleRoles.Administrator,
            Commitment = LotSeed.Commit("a sealed envelope at the notary's"),
            PublicValue = "the national lottery of 9 October 2027",
        });
        await cycles.AdvanceDueAsync();                                       // your scheduler, as often as it likes: it opens the box
        // </cycle-freeze>
        clock.Set(Instant.FromUtc(2027, 9, 3, 8, 0));
        var roll = provider.GetRequiredService<InMemoryElectoralRoll>();
        var keys = provider.GetRequiredService<VoterKeys>();
        foreach (var voter in new[] { "amina", "bruno", "chloe" })
        {
            roll.Enter(plan.Id, keys.KeyOf(plan.Id, voter), new RollEntry());
        }

        await cycles.VoteAsync(plan.Id, "bruno", new CastBallot { Area = "village", Lines = [new BallotLine { Project = "library" }, new BallotLine { Project = "well" }] });
        await cycles.VoteAsync(plan.Id, "chloe", new CastBallot { Area = "village", Lines = [new BallotLine { Project = "library" }] });
        // <cycle-vote>
        var ballot = new CastBallot { Area = "village", Lines = [new BallotLine { Project = "well" }] };
        var first = await cycles.VoteAsync(plan.Id, "amina", ballot);
        var again = await cycles.VoteAsync(plan.Id, "amina", ballot);         // two tabs: the same receipt
        Console.WriteLine($"{first.IsAccepted}, the same: {first.Receipts[0].Tracker == again.Receipts[0].Tracker}");
        // </cycle-vote>
        clock.Set(Instant.FromUtc(2027, 10, 7, 22, 0));
        // <cycle-count>
        await cycles.AdvanceDueAsync();                                       // the vote is over: the box is sealed, voters and ballots are separated
        var trackers = await cycles.TrackersAsync(plan.Id);                   // to be published
        Console.WriteLine($"{trackers.Trackers.Length} ballots; amina's is among them: {trackers.Contains(first.Receipts[0].Tracker)}");
        await cycles.ExecuteAsync(plan.Id, new RevealLot { Secret = "a sealed envelope at the notary's", PublicValue = "3 9 21 27 33 40", Role = CycleRoles.Administrator });
        await cycles.CountAsync(plan.Id, by: "clerk-4");
        var outcome = await cycles.OutcomeAsync(plan.Id);
        foreach (var area in outcome!.Areas)
        {
            Console.WriteLine($"{area.Counted.Area}: {string.Join(", ", area.Winners)} for {area.Counted.Cost}");
        }

        var input = await cycles.CountInputAsync(plan.Id);                    // what anybody needs to count again
        Console.WriteLine(CycleReceipt.Verify(outcome.Receipt, input!, provider.GetRequiredService<RuleRegistry>()));
        // </cycle-count>
        CivicTech.Testing.Golden.Verify(output.ToString());
    }
}
