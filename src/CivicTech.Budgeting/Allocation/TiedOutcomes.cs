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

    /// <summary>Whether orders of the tied projects lead to different outcomes. O(tied).</summary>
    internal static bool Matter(FundingPlan plan, FundingState state, IReadOnlyList<int> tied, bool ignoreGroups)
    {
        if (state.StoppedAt is not null || state.PlacesLeft == 0 || tied.Count < 2)
        {
            return false;
        }

        // What each of them would meet if it came first. Who cannot be funded first cannot be funded later.
        var first = tied.Select(project => (Project: project, state.Consider(project, round: 0, ignoreGroups).After)).ToList();
        var fundable = first.FindAll(one => one.After.IsFunded(one.Project));
        if (fundable.Count == 0)
        {
            return false;
        }

        if (first.Exists(one => one.After.StoppedAt is not null && !one.After.IsFunded(one.Project)))
        {
            // It would keep out those that can be funded.
            return true;
        }

        if (fundable.Exists(one => one.After.StoppedAt is not null))
        {
            // It goes beyond the budget and would keep out all others.
            return fundable.Count > 1;
        }

        // Each of them is funded by some order; so all orders are alike only if each funds all of them.
        var end = fundable.Aggregate(state, (current, one) => current.Consider(one.Project, round: 0, ignoreGroups).After);
        if (!fundable.TrueForAll(one => end.IsFunded(one.Project)))
        {
            return true;
        }

        // Together they go beyond the budget: whichever comes last must be tolerated.
        return end.Left < 0 && fundable.Exists(one =>
            plan.Election.Projects[one.Project].Cost is var cost && cost + end.Left < plan.Limits.OvershootFrom!.Value * cost);
    }

    /// <summary>The different states that orders of the tied projects lead to; the first is that of the given order.</summary>
    /// <param name="plan">What bounds the rule.</param>
    /// <param name="state">Where the rule stands.</param>
    /// <param name="tied">The tied projects.</param>
    /// <param name="round">The round in which the first of them is considered.</param>
    /// <param name="ignoreGroups">Whether group budgets do not count.</param>
    /// <param name="limit">How many states are listed at most: at least 1.</param>
    /// <param name="isComplete">False when there may be more.</param>
    /// <remarks>
    /// Each subset is met once: project by project, it is funded or left out. Where only money, places and groups bound the rule, those
    /// subsets are ends to which nothing can be added; where it stops at a misfit or tolerates one, those behind which one can come.
    /// </remarks>
    internal static List<FundingState> Of(
        FundingPlan plan, FundingState state, IReadOnlyList<int> tied, int round, bool ignoreGroups, int limit, out bool isComplete)
    {
        var ends = new List<FundingState>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        TryEnd(tied.Aggregate(state, (current, project) => current.Consider(project, round, ignoreGroups).After));

        // What fits beside everything that is still to come is left out of no end, if money alone keeps projects out.
        var costs = CostsFrom(plan, tied);
        var onlyMoney = plan.Limits is { OnMisfit: Misfit.Skip, OvershootFrom: null, MaxWinners: null }
            && (ignoreGroups || plan.Limits.GroupBudgets.IsEmpty)
            && !tied.Any(project => plan.RivalsOf(project).Any());
        var open = new Stack<(FundingState State, int Next)>([(state, 0)]);
        for (var work = 0L; open.TryPop(out var current); work++)
        {
            if (current.Next < tied.Count)
            {
                var (after, fate) = current.State.Consider(tied[current.Next], round, ignoreGroups);
                var fits = fate.IsFunded && after.StoppedAt is null;
                if (!fits || !onlyMoney || current.State.Left < costs[current.Next])
                {
                    open.Push((current.State, current.Next + 1));
                }

                if (fits)
                {
                    open.Push((after, current.Next + 1));
                }
            }
            else
            {
                work += tied.Count;
            }

            if ((current.Next == tied.Count && !TryEndBehind(current.State)) || work > WorkLimit)
            {
                isComplete = false;
                return ends;
            }
        }

        isComplete = true;
        return ends;

        bool TryEndBehind(FundingState subset)
        {
            var isEnd = true;
            foreach (var project in tied.Where(project => !subset.IsFunded(project)))
            {
                var (after, fate) = subset.Consider(project, round, ignoreGroups);
                isEnd &= !fate.IsFunded && after.StoppedAt == subset.StoppedAt;
                if (after.StoppedAt != subset.StoppedAt && !TryEnd(after))
                {
                    return false;
                }
            }

            return !isEnd || TryEnd(subset);
        }

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

    /// <summary>For each of the tied projects what it and those behind it cost together.</summary>
    private static Rational[] CostsFrom(FundingPlan plan, IReadOnlyList<int> tied)
    {
        var costs = new Rational[tied.Count + 1];
        for (var i = tied.Count - 1; i >= 0; i--)
        {
            costs[i] = costs[i + 1] + plan.Election.Projects[tied[i]].Cost;
        }

        return costs;
    }
}
