using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Realisation;
using CivicTech.Budgeting.Results;

namespace CivicTech.Budgeting.Cycles;

/// <summary>What events about the result make of the state.</summary>
internal static class ResultFold
{
    internal static CycleState Revealed(CycleState state, LotRevealed revealed) => With(state, state.Head.Results with { Lot = revealed.Lot });

    internal static CycleState Counted(CycleState state, CountRecorded counted)
    {
        var areas = counted.Result.Areas;
        var head = state.Head with
        {
            Status = CycleStatus.Counted,
            Results = state.Head.Results with { Result = counted.Result.Digest, CountedAt = counted.At, Areas = [.. areas.Select(area => area.Area)] },
            Realisation = new RealisationHead
            {
                Leftovers = [.. areas.Select(area => new AreaMoney { Area = area.Area, Amount = area.CarriedTo is null ? area.Unspent : Money.Zero(area.Cost.Currency) })],
            },
        };
        return state with { Head = head, Results = areas.Aggregate(state.Results, (results, area) => results.Set(area.Area, new AreaRecord { Counted = area })) };
    }

    internal static CycleState Certified(CycleState state, ResultCertified certified) =>
        With(state with { Head = state.Head with { Status = CycleStatus.Certified } }, state.Head.Results with { CertifiedBy = certified.By, CertifiedAt = certified.At });

    internal static CycleState Published(CycleState state, ResultPublished published)
    {
        var head = state.Head with
        {
            Status = CycleStatus.Published,
            Results = state.Head.Results with { PublishedAt = published.At },
            Realisation = state.Head.Realisation with { Unsettled = published.Winners.Length },
        };
        return state with { Head = head, Projects = published.Winners.Aggregate(state.Projects, (projects, won) => projects.Set(won.Project, FundedProject.Of(won))) };
    }

    internal static CycleState Proposed(CycleState state, OverrideProposed proposed)
    {
        var record = state.Results[proposed.Area];
        return state with { Results = state.Results.Set(proposed.Area, record with { Overrides = record.Overrides.Add(proposed.Override) }) };
    }

    internal static CycleState Confirmed(CycleState state, OverrideConfirmed confirmed)
    {
        var record = state.Results[confirmed.Area];
        var decided = record.Overrides[confirmed.Number - 1];
        var next = state with
        {
            Results = state.Results.Set(confirmed.Area, record with
            {
                Overrides = record.Overrides.SetItem(confirmed.Number - 1, decided with { ConfirmedBy = confirmed.By, ConfirmedAt = confirmed.At }),
            }),
            Head = state.Head with { Realisation = OverrideMoney.Moved(state.Head.Realisation, record.Counted, confirmed.Added, confirmed.Removed) },
        };
        if (state.Head.Results.PublishedAt is null)
        {
            return next;
        }

        var realisation = next.Head.Realisation;
        var projects = confirmed.Removed.Aggregate(next.Projects, (all, lost) => all.Set(lost.Project, Step(all[lost.Project], ProjectStatus.Overruled)));
        return next with
        {
            Head = next.Head with { Realisation = realisation with { Unsettled = realisation.Unsettled + confirmed.Added.Length - confirmed.Removed.Length } },
            Projects = confirmed.Added.Aggregate(projects, (all, won) =>
                all.Set(won.Project, all.Find(won.Project) is { } again ? Step(again, ProjectStatus.AwaitingFunding) : FundedProject.Of(won))),
        };
    }

    private static FundedProject Step(FundedProject project, ProjectStatus status) => project with { Status = status, Steps = project.Steps + 1 };

    private static CycleState With(CycleState state, ResultHead results) => state with { Head = state.Head with { Results = results } };
}
