using System.Collections.Immutable;
using CivicTech.Budgeting.Elections;
using CivicTech.Ties;

namespace CivicTech.Budgeting.Allocation;

/// <summary>Where the open ties of a sequential rule lead: the different sets of funded projects, each with one way to it.</summary>
internal sealed class SelectionOutcomes
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>The first is the way on which open ties fall to the project that is listed first.</summary>
    internal List<Selection> Ways { get; } = [];

    /// <summary>False when there may be more.</summary>
    internal bool IsComplete { get; set; } = true;

    /// <summary>How many projects are funded, on every way alike, before the first open tie.</summary>
    internal int Certain { get; set; } = int.MaxValue;

    /// <summary>Keeps a way unless another one funds the same projects.</summary>
    internal void Add(Selection way)
    {
        if (_seen.Add(KeyOf(way)))
        {
            Ways.Add(way);
        }
    }

    /// <summary>Tries the ways one by one.</summary>
    /// <param name="limit">How many different outcomes are wanted: at least 1.</param>
    /// <param name="work">How many ways are tried at most.</param>
    /// <param name="play">One way: asks the choices where a tie is open.</param>
    /// <param name="cancellation">Looked at before each way.</param>
    internal static SelectionOutcomes Explore(int limit, int work, Func<Choices, Selection> play, CancellationToken cancellation)
    {
        var outcomes = new SelectionOutcomes();
        var choices = new Choices();
        for (var tried = 0; ; tried++)
        {
            cancellation.ThrowIfCancellationRequested();
            var way = play(choices);
            if (choices.WereMade)
            {
                outcomes.Certain = Math.Min(outcomes.Certain, choices.FirstRound - 1);
            }

            if (outcomes.Ways.Count < limit)
            {
                outcomes.Add(way);
            }
            else if (!outcomes.Knows(way))
            {
                outcomes.IsComplete = false;
                return outcomes;
            }

            if (!choices.Advance())
            {
                return outcomes;
            }

            if (tried + 1 >= work)
            {
                outcomes.IsComplete = false;
                return outcomes;
            }
        }
    }

    /// <summary>Adds the outcomes of others.</summary>
    /// <param name="others">Tried before.</param>
    /// <param name="limit">How many different outcomes are wanted.</param>
    internal void Take(SelectionOutcomes others, int limit)
    {
        IsComplete &= others.IsComplete;
        Certain = Math.Min(Certain, others.Certain);
        foreach (var way in others.Ways)
        {
            if (Ways.Count < limit)
            {
                Add(way);
            }
            else
            {
                IsComplete &= Knows(way);
            }
        }
    }

    private bool Knows(Selection way) => _seen.Contains(KeyOf(way));

    private static string KeyOf(Selection way) => string.Join(',', way.Funded.Order());

    /// <summary>The allocation that a rule returns. A chain that lists no outcomes refuses a tie that leads to several.</summary>
    internal Allocation Conclude(IRule rule, Election election, TieChain chain, TieBreaker breaker, ProjectFigures figures)
    {
        var several = Ways.Count > 1 || !IsComplete;
        var refused = several && !chain.ListsAllOutcomes;
        var first = Ways[0];
        var fundedIn = new int[election.Projects.Length];
        foreach (var project in Ways.SelectMany(way => way.Funded))
        {
            fundedIn[project]++;
        }

        var prefix = first.Funded.Take(Certain).ToList();
        var certain = !several ? first.Funded
            : refused || !IsComplete ? prefix
            : [.. Enumerable.Range(0, fundedIn.Length).Where(project => fundedIn[project] == Ways.Count)];
        return new Allocation(
            rule,
            election,
            refused ? AllocationStatus.OpenTie : several ? AllocationStatus.SeveralOutcomes : AllocationStatus.Decided,
            refused ? [] : [.. Ways.Select(way => new AllocationOutcome(election, way.Funded))],
            refused || IsComplete,
            new AllocationOutcome(election, certain),
            new Lazy<AllocationDetails>(Details));

        AllocationDetails Details()
        {
            var account = first.Explain();
            return new AllocationDetails(
                [.. election.Projects.Select((_, i) => ResultOf(i, account))],
                [.. first.Ties.Select(tie => Record(tie, breaker, election))],
                refused ? [.. account.Trace.Where(round => prefix.Exists(project => election.Projects[project] == round.Project))] : several ? [] : account.Trace,
                several ? [] : account.Notes);
        }

        ProjectResult ResultOf(int project, SelectionAccount account)
        {
            var fate = IsSettled(project) || account.Fates[project] is Fate.Withdrawn or Fate.NotSupported
                ? account.Fates[project]
                : new Fate.Open(refused ? 0 : fundedIn[project], refused ? 0 : Ways.Count);
            var support = fate.IsFunded || fate is Fate.Open ? null : account.Support?[project];
            return new ProjectResult(election.Projects[project], figures.Votes?[project] ?? 0, figures.Points?[project], fate, support);
        }

        bool IsSettled(int project) =>
            !several || prefix.Contains(project) || (!refused && IsComplete && (fundedIn[project] == 0 || fundedIn[project] == Ways.Count));
    }

    private static TieRecord Record(MetTie tie, TieBreaker breaker, Election election)
    {
        var order = breaker.Order(tie.Tied);
        var ids = election.Profile.Candidates;
        return new TieRecord(
            tie.Round,
            [.. tie.Tied.Select(project => ids[project])],
            [.. order.Groups.SelectMany(part => part).Select(project => ids[project])],
            order.BrokenBy,
            tie.Matters);
    }
}
