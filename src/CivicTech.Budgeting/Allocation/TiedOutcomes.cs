using CivicTech.Numerics;

namespace CivicTech.Budgeting.Allocation;

/// <summary>What the orders of tied projects can lead to.</summary>
/// <remarks>
/// Money, places and group budgets only ever shrink, so a project that cannot be funded now cannot be funded later: what counts is which
/// subset of the tied projects is funded, and whether the rule stopped. Subsets are tried once, however many orders lead to them.
/// </remarks>
internal static class TiedOutcomes
{
    // Beyond this the answer says that it is incomplete: sets of tied projects grow exponentially.
    private const int WorkLimit = 2_000_000;

    /// <summary>Whether orders of the tied projects lead to different outcomes; true also when that would take too long to find out.</summary>
    internal static bool Matter(FundingPlan plan, FundingState state, IReadOnlyList<int> tied, bool ignoreGroups)
    {
        if (state.StoppedAt is not null || state.PlacesLeft == 0 || tied.Count < 2)
        {
            return false;
        }

        if (plan.Limits.OvershootFrom is not null || (!ignoreGroups && !plan.Limits.GroupBudgets.IsEmpty) || tied.Any(project => plan.RivalsOf(project).Length > 0))
        {
            var ends = Of(state, tied, round: 0, ignoreGroups, limit: 1, out var isComplete);
            return !isComplete || ends.Count > 1;
        }

        // Only money and places: if what fits alone does not fit together, some order leaves out what another funds. Where the rule stops at
        // a misfit, one that comes first keeps everything else out.
        var costs = tied.Select(project => plan.Election.Projects[project].Cost).Where(cost => cost <= state.Left).ToList();
        var fitTogether = costs.Count <= state.PlacesLeft && costs.Aggregate(Rational.Zero, (sum, cost) => sum + cost) <= state.Left;
        return costs.Count > 0 && (!fitTogether || (plan.Limits.OnMisfit == Misfit.Stop && costs.Count < tied.Count));
    }

    /// <summary>The different states that orders of the tied projects lead to; the first is that of the given order.</summary>
    /// <param name="state">Where the rule stands.</param>
    /// <param name="tied">The tied projects.</param>
    /// <param name="round">The round in which the first of them is considered.</param>
    /// <param name="ignoreGroups">Whether group budgets do not count.</param>
    /// <param name="limit">How many states are listed at most: at least 1.</param>
    /// <param name="isComplete">False when there may be more.</param>
    internal static List<FundingState> Of(
        FundingState state, IReadOnlyList<int> tied, int round, bool ignoreGroups, int limit, out bool isComplete)
    {
        var ends = new List<FundingState>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var work = 0L;
        TryEnd(tied.Aggregate(state, (current, project) => current.Consider(project, round, ignoreGroups).After));

        var open = new Stack<(FundingState State, int[] Others)>([(state, [.. tied])]);
        while (open.TryPop(out var current))
        {
            var mayEndHere = true;
            foreach (var project in current.Others)
            {
                var (after, fate) = current.State.Consider(project, round, ignoreGroups);
                work++;
                if (fate.IsFunded && after.StoppedAt is null)
                {
                    mayEndHere = false;
                    work += current.Others.Length;
                    if (work <= WorkLimit && seen.Add(Key(after)))
                    {
                        open.Push((after, [.. current.Others.Where(other => other != project)]));
                    }
                }
                else if (after.StoppedAt != current.State.StoppedAt)
                {
                    mayEndHere = false;
                    if (!TryEnd(after))
                    {
                        isComplete = false;
                        return ends;
                    }
                }
            }

            if (work > WorkLimit || (mayEndHere && !TryEnd(current.State)))
            {
                isComplete = false;
                return ends;
            }
        }

        isComplete = true;
        return ends;

        bool TryEnd(FundingState end)
        {
            var key = "end " + Key(end);
            if (seen.Contains(key))
            {
                return true;
            }

            if (ends.Count == limit)
            {
                return false;
            }

            seen.Add(key);
            ends.Add(end);
            return true;
        }

        string Key(FundingState after) =>
            string.Join(',', after.Funded.Skip(state.Funded.Count).Order()) + (after.StoppedAt is null ? "" : "|");
    }
}
