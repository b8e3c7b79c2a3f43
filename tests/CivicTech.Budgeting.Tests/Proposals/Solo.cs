using System.Collections.Immutable;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Plans;
using CivicTech.Budgeting.Proposals;
using CivicTech.Processes;
using NodaTime;
using static CivicTech.Budgeting.Tests.Proposals.ProposalSamples;

namespace CivicTech.Budgeting.Tests.Proposals;

/// <summary>A cycle on its own: no storage, time as the test says.</summary>
internal sealed class Solo
{
    private readonly CycleProcess _process = new();
    private readonly List<(Instant At, CycleEvent Happened)> _journal = [];

    internal Solo(ProposalPlan? proposals = null, CycleCalendar? calendar = null)
        : this(Plan(proposals, calendar))
    {
    }

    internal Solo(CyclePlan plan)
    {
        (State, Now) = (_process.Initial, Start);
        Do(Administrator(new PlanCycle { Plan = plan }));
        Do(Administrator(new PublishPlan()));
    }

    internal CycleState State { get; private set; }

    internal Instant Now { get; private set; }

    /// <summary>All that happened, in order.</summary>
    internal IReadOnlyList<(Instant At, CycleEvent Happened)> Journal => _journal;

    internal IEnumerable<NoticeEffect> Notices => State.Effects.All.Select(effect => effect.Value.Effect).OfType<NoticeEffect>();

    internal Proposal this[string id] => State.Proposals[id];

    internal Solo At(Instant now)
    {
        Now = now;
        return this;
    }

    internal Decision<CycleState, CycleEvent> Ask(CycleCommand command) => _process.Decide(State, command, Now);

    /// <summary>Asks, and expects a yes; what happened folds to the state that was decided.</summary>
    internal ImmutableArray<CycleEvent> Do(CycleCommand command)
    {
        var decision = Ask(command);
        Assert.True(decision.IsAccepted, $"{command.Name}: {string.Join("; ", decision.Refusals)}");
        var folded = decision.Events.Aggregate(State, _process.Evolve);
        Assert.Equal(decision.State.Head, folded.Head);
        Assert.Equal(decision.State.Proposals.All, folded.Proposals.All);
        Assert.Equal(decision.State.Supports.All, folded.Supports.All);
        Assert.Equal(decision.State.Comments.All, folded.Comments.All);
        Assert.Equal(decision.State.Proposers.All, folded.Proposers.All);
        State = folded;
        _journal.AddRange(decision.Events.Select(happened => (Now, happened)));
        return decision.Events;
    }

    /// <summary>Asks, and expects a no: its reasons.</summary>
    internal ImmutableArray<Refusal> Refused(CycleCommand command)
    {
        var decision = Ask(command);
        Assert.False(decision.IsAccepted, $"{command.Name} was accepted.");
        Assert.Same(State, decision.State);
        return decision.Refusals;
    }

    /// <summary>Asks, and expects one reason against it.</summary>
    internal string Code(CycleCommand command) => Assert.Single(Refused(command)).Code;

    internal Solo Submitted(string id, string author = "ann", ProposalContent? content = null)
    {
        Do(new SubmitProposal { Proposal = id, Author = author, Content = content ?? Content(), Role = CycleRoles.Citizen });
        return this;
    }

    internal Solo Assessed(string id, Finding finding = Finding.Met)
    {
        foreach (var criterion in State.Plan.Proposals.Criteria.Where(_ => this[id].Status == ProposalStatus.Submitted))
        {
            Do(Officer(new AssessProposal { Proposal = id, Criterion = criterion.Id, Reviewer = "rob", Finding = finding, Reason = finding == Finding.NotMet ? "reason/1" : null }));
        }

        return this;
    }

    internal Solo Feasible(string id, long? price = 1000, string author = "ann", ProposalContent? content = null)
    {
        Submitted(id, author, content).Assessed(id).Do(Officer(new DecideFeasibility { Proposal = id, IsFeasible = true }));
        if (price is { } amount)
        {
            Do(Officer(new SetPrice { Proposal = id, Price = Eur(amount), Explanation = "price/1" }));
        }

        return this;
    }

    internal Solo Infeasible(string id)
    {
        Submitted(id).Assessed(id).Do(Officer(new DecideFeasibility { Proposal = id, IsFeasible = false, Reason = "reason/2" }));
        return this;
    }

    internal Solo Supported(string id, params string[] people)
    {
        foreach (var person in people)
        {
            Do(new SupportProposal { Proposal = id, Person = person });
        }

        return this;
    }

    internal Solo Frozen()
    {
        Do(Officer(new ShortlistProposals()));
        Do(Administrator(new FreezeBallot()));
        return this;
    }
}
