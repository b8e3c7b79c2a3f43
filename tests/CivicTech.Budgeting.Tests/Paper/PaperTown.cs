using System.Collections.Immutable;
using System.Text;
using CivicTech.Amounts;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Hosting;
using CivicTech.Budgeting.Paper;
using CivicTech.Budgeting.Plans;
using CivicTech.Budgeting.Results;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Boxes;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Desks;
using CivicTech.Budgeting.Voting.Rolls;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;
using CivicTech.Receipts;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Budgeting.Tests.Paper;

/// <summary>A vote of ten days in two areas, with ten voters, clerks, and a stage of counting after it; on a store and a box in memory. Begins on the second day.</summary>
internal sealed class PaperTown : ICycleNotices, IClock
{
    internal const string Id = "papertown";

    internal static readonly Instant Opens = Instant.FromUtc(2027, 5, 1, 0, 0);
    internal static readonly Instant Closes = Instant.FromUtc(2027, 5, 11, 0, 0);
    internal static readonly Instant EntryEnds = Instant.FromUtc(2027, 5, 20, 0, 0);

    private static readonly Currency Euro = Currency.Of("EUR");

    private readonly IProcessStore _store;
    private readonly CycleFormat _format = new();
    private readonly DueWork<CycleState, CycleCommand, CycleEvent, CycleEffect> _work;

    internal PaperTown(VotingPlan? voting = null, PaperPlan? paper = null, IBallotBox? box = null, IProcessStore? store = null)
    {
        Box = box ?? new InMemoryBallotBox();
        _store = store ?? new InMemoryProcessStore();
        Runner = new ProcessRunner<CycleState, CycleCommand, CycleEvent>(new CycleProcess(), _format, _store, this);
        Desk = new VotingDesk(Box, Roll, Keys, new CycleSheets(Runner), this);
        Paper = new PaperDesk(Runner, Desk);
        _work = new DueWork<CycleState, CycleCommand, CycleEvent, CycleEffect>(Runner, _format, new CycleEffectHandler(Desk, this));
        Begin(PlanOf(voting ?? Plain, paper));
        for (var i = 0; i < 10; i++)
        {
            Roll.Enter(Id, Keys.KeyOf(Id, $"v{i}"), new RollEntry());
        }
    }

    internal static VotingPlan Plain { get; } = new()
    {
        Areas =
        [
            new VotingArea { Id = "north", Budget = Eur(100), Design = new ApprovalDesign { Minimum = 1, Maximum = 2 } },
            new VotingArea { Id = "south", Budget = Eur(100), Design = new KnapsackDesign() },
        ],
        Access = AreaAccess.AllAreas,
    };

    internal Instant Now { get; set; } = Opens + Duration.FromDays(1);

    internal IBallotBox Box { get; }

    internal InMemoryElectoralRoll Roll { get; } = new();

    internal VoterKeys Keys { get; } = new(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray());

    internal ProcessRunner<CycleState, CycleCommand, CycleEvent> Runner { get; }

    internal VotingDesk Desk { get; }

    internal PaperDesk Paper { get; }

    internal List<CycleNotice> Notices { get; } = [];

    public Instant GetCurrentInstant() => Now;

    public ValueTask TellAsync(CycleNotice notice, CancellationToken cancellationToken)
    {
        Notices.Add(notice);
        return ValueTask.CompletedTask;
    }

    internal static Money Eur(long amount) => Money.Of(amount, Euro);

    internal static Instant Day(int day) => Opens + Duration.FromDays(day - 1);

    internal static ImmutableArray<BallotLine> Lines(string projects) => [.. projects.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => new BallotLine { Project = id })];

    internal static T By<T>(string by, T command, string role = CycleRoles.Clerk)
        where T : CycleCommand => (T)(command with { By = by, Role = role });

    internal Task<Execution<CycleState, CycleEvent>> AskAsync(CycleCommand command) => Runner.ExecuteAsync(Id, command);

    internal async Task DoAsync(CycleCommand command)
    {
        var execution = await AskAsync(command);
        Assert.True(execution.IsAccepted, string.Join("; ", execution.Refusals));
    }

    internal async Task<PaperTown> OpenAsync(string batch = "b", int declared = 10, BatchKind kind = BatchKind.Identified, string? area = "north", string station = "hall")
    {
        await DoAsync(By("clara", new OpenBatch { Batch = batch, Station = station, Area = area, BatchKind = kind, Declared = declared }));
        return this;
    }

    /// <summary>A good card, handed in a moment ago: signed, checked, readable.</summary>
    internal CardReading Card(string number, string clerk, string? voter, string projects, Instant? receivedAt = null, string batch = "b") => new()
    {
        Batch = batch,
        Number = number,
        Clerk = clerk,
        Voter = voter,
        ReceivedAt = receivedAt ?? Now,
        IsSigned = true,
        IsIdentityChecked = true,
        Lines = Lines(projects),
    };

    internal Task<CardAnswer> EnterAsync(CardReading card) => Paper.EnterAsync(Id, card, CancellationToken.None);

    /// <summary>Entered alike by two clerks.</summary>
    internal async Task<PaperCard> TwiceAsync(string number, string? voter, string projects, Instant? receivedAt = null, string batch = "b")
    {
        _ = await EnterAsync(Card(number, "ann", voter, projects, receivedAt, batch));
        var answer = await EnterAsync(Card(number, "bob", voter, projects, receivedAt, batch));
        Assert.True(answer.IsAccepted, string.Join("; ", answer.Refusals));
        return answer.Card!;
    }

    internal Task<CardAnswer> VoidAsync(string number, string batch = "b", string by = "clara") =>
        Paper.VoidAsync(Id, By(by, new VoidCard { Batch = batch, Number = number, Reason = "torn" }), CancellationToken.None);

    internal Task<Execution<CycleState, CycleEvent>> ReconcileAsync(string batch = "b", int missing = 0, string? reason = null, string role = CycleRoles.Clerk) =>
        Paper.ReconcileAsync(Id, By("clara", new ReconcileBatch { Batch = batch, Missing = missing, Reason = reason }, role), CancellationToken.None);

    internal Task<VotingDecision> VoteAsync(string voter, string area, string projects) => Desk.ExecuteAsync(Id, voter, new CastBallot { Area = area, Lines = Lines(projects) });

    internal Task<VotingDecision> TickAsync(string voter, string? area = "north", string station = "hall", string role = CycleRoles.Clerk) =>
        Paper.TickAsync(Id, voter, new StationVisit { Station = station, Area = area, Clerk = "clara", Role = role }, CancellationToken.None);

    internal Task<VotingDecision> TakeTickBackAsync(string voter, string? area = "north", string station = "hall", string reason = "namesakes", string role = CycleRoles.Clerk) =>
        Paper.TakeTickBackAsync(Id, voter, new StationCorrection { Station = station, Area = area, Reason = reason, Clerk = "clara", Role = role }, CancellationToken.None);

    /// <summary>A project leaves the ballot in the middle of the vote, as if all that the cycle asks about it had been played, and its lines are released.</summary>
    internal async Task RemoveAsync(string project)
    {
        var process = new ProcessId(_format.Kind, Id);
        JournalEntry? last = null;
        await foreach (var entry in _store.ReadJournalAsync(process, 0, CancellationToken.None))
        {
            last = entry;
        }

        var before = await StateAsync("ballot/1");
        CycleEvent changed = new BallotChanged { Ballot = before.Ballots["1"].Next(new BallotChange { Removed = [project] }), Reason = "infeasible" };
        var next = JournalEntry.Next(last!.Version, last.Digest, Now, null, Digest.Of("removed"u8), null, _format.WriteEvents([changed]));
        Assert.True(await _store.SaveAsync(new ProcessChange(process, last.Version, [.. _format.Changes(before, Runner.Process.Evolve(before, changed))], [next]), CancellationToken.None));
        _ = await Desk.ReleaseAsync(Id);
    }

    internal async Task GoToAsync(Instant now)
    {
        Now = now;
        Assert.Empty((await _work.AdvanceAsync()).Failures);
    }

    internal async Task<CycleState> StateAsync(params string[] documents) => (await Runner.LoadAsync(Id, DocumentRequest.Empty.With(documents)))!.State;

    internal async Task<PaperBatch> BatchAsync(string batch = "b") => (await StateAsync("batch/" + batch)).Batches[batch];

    internal async Task<PaperCard?> CardAsync(string number, string batch = "b") => (await StateAsync($"card/{batch}/{number}")).Cards.Find($"{batch}/{number}");

    internal async Task<CycleHead> HeadAsync() => (await StateAsync()).Head;

    /// <summary>The counted ballots of an area that are in the box now, as sorted sets of projects.</summary>
    internal async Task<string[]> BallotsAsync(string area = "north")
    {
        var found = new List<string>();
        foreach (var file in await Box.ReadAsync(Id, null, 10_000, CancellationToken.None))
        {
            if (file.Find(area) is { IsCounted: true } ballot)
            {
                var (projects, values) = (new int[ballot.Content.Count], new long[ballot.Content.Count]);
                _ = ballot.Content.Read(projects, values);
                found.Add(string.Join(' ', projects.Select(place => Projects[place].Id)));
            }
        }

        return [.. found.Order(StringComparer.Ordinal)];
    }

    /// <summary>The journal folded from the beginning; and all documents and events but the first, which has plan and ballot, as text.</summary>
    internal async Task<(CycleState State, string Text)> FoldedAsync(IReadOnlyList<string> documents)
    {
        var state = Runner.Process.Initial;
        await foreach (var entry in _store.ReadJournalAsync(new ProcessId(_format.Kind, Id), 0, CancellationToken.None))
        {
            state = _format.ReadEvents(entry.Events).Aggregate(state, Runner.Process.Evolve);
        }

        return (state, await AllTextAsync(documents));
    }

    /// <summary>All that the store has: every document and every event, as text.</summary>
    internal async Task<string> AllTextAsync(IEnumerable<string> documents)
    {
        var text = new StringBuilder();
        var stored = await _store.LoadAsync(new ProcessId(_format.Kind, Id), DocumentRequest.Empty.With([.. documents]), CancellationToken.None);
        foreach (var name in documents)
        {
            text.AppendLine(stored!.Find(name) is { } document ? Encoding.UTF8.GetString(document.Content.Span) : "");
        }

        // The first entry is the plan and the ballot.
        await foreach (var entry in _store.ReadJournalAsync(new ProcessId(_format.Kind, Id), 1, CancellationToken.None))
        {
            text.AppendLine(Encoding.UTF8.GetString(entry.Events.Span)).AppendLine(entry.CommandKey).AppendLine(entry.By);
        }

        return text.ToString();
    }

    internal static ImmutableArray<BallotProject> Projects { get; } =
    [
        new() { Id = "N1", Area = "north", Cost = Eur(30) },
        new() { Id = "N2", Area = "north", Cost = Eur(40) },
        new() { Id = "N3", Area = "north", Cost = Eur(50) },
        new() { Id = "S1", Area = "south", Cost = Eur(60) },
        new() { Id = "S2", Area = "south", Cost = Eur(70) },
    ];

    internal static CyclePlan PlanOf(VotingPlan voting, PaperPlan? paper) => new()
    {
        Id = Id,
        Description = "text",
        Currency = Euro,
        Calendar = new CycleCalendar
        {
            Stages =
            [
                Stage("vote", Opens, Closes, Permit(Activity.Vote, CycleRoles.Citizen), Permit(Activity.EnterCards, CycleRoles.Clerk)),
                Stage("counting", Closes, EntryEnds, Permit(Activity.EnterCards, CycleRoles.Clerk)),
            ],
        },
        Voting = voting,
        Paper = paper ?? new PaperPlan(),
        Count = new CountPlan(),
        MidVote = MidVoteRule.Release,
    };

    private static CycleStage Stage(string name, Instant starts, Instant ends, params ImmutableArray<Permit> permits) =>
        new() { Name = name, Starts = At(starts), Ends = At(ends), Permits = permits };

    private static Deadline At(Instant instant) => new(instant.InUtc().LocalDateTime, "Etc/UTC");

    private static Permit Permit(Activity activity, params ImmutableArray<string> roles) => new() { Activity = activity, Roles = roles };

    // The vote has begun, as if all before had been played.
    private void Begin(CyclePlan plan)
    {
        CycleEvent[] events =
        [
            new CyclePlanned { Plan = plan },
            new PlanPublished { At = Opens - Duration.FromDays(90), Rules = PlanDigest.Of(plan) },
            new BallotFrozen { At = Opens - Duration.FromDays(9), Ballot = new OfficialBallot { Edition = 1, Areas = plan.Voting.Areas, Projects = Projects } },
            new VotingOpened { At = Opens },
        ];
        var before = _format.Read(null, DocumentRequest.Empty);
        var after = events.Aggregate(before, Runner.Process.Evolve);
        var entry = JournalEntry.Next(0, default, Now, null, Digest.Of("plan"u8), null, _format.WriteEvents([.. events]));
        Assert.True(_store.SaveAsync(new ProcessChange(new ProcessId(_format.Kind, Id), 0, [.. _format.Changes(before, after)], [entry]), CancellationToken.None).AsTask().Result);
        Assert.Equal(0, Desk.ReleaseAsync(Id).Result);
    }
}
