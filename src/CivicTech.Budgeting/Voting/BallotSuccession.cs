using System.Collections.Immutable;

namespace CivicTech.Budgeting.Voting;

/// <summary>How one edition of the official ballot follows another.</summary>
internal static class BallotSuccession
{
    internal static OfficialBallot Next(OfficialBallot ballot, BallotChange change)
    {
        var edition = checked(ballot.Edition + 1);
        var removed = Named(change.Removed, nameof(change.Removed));
        var released = Named(change.Released, nameof(change.Released));
        var costs = Amounts(change.Costs, nameof(change.Costs));
        var budgets = Amounts(change.Budgets, nameof(change.Budgets));
        var next = ballot with
        {
            Edition = edition,
            Areas = [.. ballot.Areas.Select(area => budgets.Remove(area.Id, out var budget) && budget != area.Budget ? WithBudget(area, budget) : area)],
            Projects = [.. ballot.Projects.Select(Changed)],
        };
        foreach (var left in removed.Concat(released).Concat(costs.Keys).Concat(budgets.Keys))
        {
            throw new ArgumentException($"'{left}' is not on the ballot.", nameof(change));
        }

        return next;

        BallotProject Changed(BallotProject project)
        {
            if (removed.Remove(project.Id))
            {
                project = project with { IsRemoved = true, ReleasedIn = edition };
            }

            if (released.Remove(project.Id))
            {
                project = project with { ReleasedIn = edition };
            }

            return costs.Remove(project.Id, out var cost) && cost != project.Cost
                ? project with { Cost = Same(cost, project.Cost.Currency, project.Id), EarlierCosts = project.EarlierCosts.Add(new() { BeforeEdition = edition, Amount = project.Cost }) }
                : project;
        }

        VotingArea WithBudget(VotingArea area, Money budget) => area.Budget is { } old
            ? area with { Budget = Same(budget, old.Currency, area.Id), EarlierBudgets = area.EarlierBudgets.Add(new() { BeforeEdition = edition, Amount = old }) }
            : throw new ArgumentException($"The area '{area.Id}' has no budget that could change.", nameof(change));
    }

    private static Money Same(Money amount, Currency currency, string of) => amount.Currency == currency && !amount.IsNegative
        ? amount
        : throw new ArgumentException($"Expected an amount in {currency} of zero or more for '{of}', not {amount}.", nameof(amount));

    private static SortedSet<string> Named(ImmutableArray<string> ids, string member)
    {
        var set = new SortedSet<string>(ids, StringComparer.Ordinal);
        return set.Count == ids.Length ? set : throw new ArgumentException($"'{member}' names a project twice.", nameof(ids));
    }

    private static SortedDictionary<string, Money> Amounts(ImmutableArray<KeyValuePair<string, Money>> amounts, string member)
    {
        var byId = new SortedDictionary<string, Money>(StringComparer.Ordinal);
        return amounts.All(amount => byId.TryAdd(amount.Key, amount.Value)) ? byId : throw new ArgumentException($"'{member}' names one twice.", nameof(amounts));
    }
}
