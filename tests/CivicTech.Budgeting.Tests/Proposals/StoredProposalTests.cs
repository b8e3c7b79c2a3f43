using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Hosting;
using CivicTech.Processes;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;
using NodaTime;
using static CivicTech.Budgeting.Tests.Proposals.ProposalSamples;

namespace CivicTech.Budgeting.Tests.Proposals;

/// <summary>Proposals in a store that several machines share.</summary>
public sealed class StoredProposalTests
{
    private const string Id = "paris-2026";

    private readonly InMemoryProcessStore _store = new();

    [Fact]
    public async Task Store_AfterARandomWalkOfTwoMachines_HoldsWhatMemoryHolds()
    {
        for (ulong seed = 1; seed <= 10; seed++)
        {
            var random = new SplitMix64(seed);
            var (solo, store) = (new Solo(), new InMemoryProcessStore());
            var machines = new[] { Machine(store), Machine(store) };
            await PublishAsync(machines[0]);
            for (var step = 0; step < 100; step++)
            {
                var command = ProposalStatusesTests.SomeCommand(random);
                var decision = solo.Ask(command);
                var execution = await random.Pick(machines).ExecuteAsync(Id, command);
                Assert.True(decision.Refusals.SequenceEqual(execution.Refusals) && decision.Events.SequenceEqual(execution.Events), $"Seed {seed}, step {step}: {command}");
                if (decision.IsAccepted)
                {
                    solo.Do(command);
                }
            }

            var stored = await ReadAsync(machines[1]);
            Assert.Equal(solo.State.Head, stored.Head);
            Assert.Equal(solo.State.Proposals.All, stored.Proposals.All);
            Assert.Equal(solo.State.Supports.All, stored.Supports.All);
            Assert.Equal(solo.State.Comments.All, stored.Comments.All);
            Assert.Equal(solo.State.Proposers.All, stored.Proposers.All);
            Assert.Equal(solo.State.Effects.All, stored.Effects.All);
        }
    }

    [Fact]
    public async Task Support_OfManyAtOnceOnTwoMachines_LosesAndDoublesNobody()
    {
        var machines = new[] { Machine(_store), Machine(_store) };
        await PublishAsync(machines[0]);
        Assert.True((await machines[0].ExecuteAsync(Id, new SubmitProposal { Proposal = "p1", Author = "ann", Content = Content() })).IsAccepted);

        // Everybody clicks twice, on both machines.
        var all = await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Task.Run(() => machines[i % 2].ExecuteAsync(Id, new SupportProposal { Proposal = "p1", Person = $"s{i / 2}" }))));

        Assert.All(all, execution => Assert.True(execution.IsAccepted));
        var stored = await ReadAsync(machines[0]);
        Assert.Equal(200, stored.Proposals["p1"].Supports);
        Assert.Equal(200, stored.Supports.All.Count());
    }

    private static ProcessRunner<CycleState, CycleCommand, CycleEvent> Machine(InMemoryProcessStore store) => new(new CycleProcess(), new CycleFormat(), store, new StoppedClock());

    private static async Task PublishAsync(ProcessRunner<CycleState, CycleCommand, CycleEvent> machine)
    {
        Assert.True((await machine.ExecuteAsync(Id, Administrator(new PlanCycle { Plan = Plan() }))).IsAccepted);
        Assert.True((await machine.ExecuteAsync(Id, Administrator(new PublishPlan()))).IsAccepted);
    }

    private static async Task<CycleState> ReadAsync(ProcessRunner<CycleState, CycleCommand, CycleEvent> machine)
    {
        var request = new[] { "proposal/", "support/", "comment/", "proposer/", "effect/" }.Aggregate(DocumentRequest.Empty, (all, prefix) => all.With(new PartPage(prefix, null, 10_000)));
        return (await machine.LoadAsync(Id, request))!.State;
    }

    private sealed class StoppedClock : IClock
    {
        public Instant GetCurrentInstant() => Start;
    }
}
