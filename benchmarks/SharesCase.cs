using System.Numerics;
using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Budgeting.Formats;
using CivicTech.Budgeting.Pricing;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Benchmarks;

/// <summary>
/// One election for Equal Shares, prepared: by Borda where ballots are ranked, by points where they carry points, by cost otherwise. Ties stand
/// in listed order.
/// </summary>
internal sealed class SharesCase
{
    private SharesCase(Election election, Utility utility)
    {
        Election = election;
        Utility = utility;
        var support = election.SupportBy(utility switch
        {
            Utility.Points => new SupportWorth(SupportKind.Points),
            Utility.Borda => new SupportWorth(SupportKind.Borda),
            _ => SupportWorth.Naming,
        });
        Rational[] costs = [.. election.Projects.Select(project => project.Cost)];
        int[] projects = [.. Enumerable.Range(0, costs.Length).Where(project =>
            support.Votes[project] > 0 && costs[project] > 0 && costs[project] <= election.BudgetLimit && !election.Projects[project].IsWithdrawn)];
        var figures = new Dictionary<string, IReadOnlyList<Rational>>();
        var ranks = new TieRanks(new TieBreaker(TieChain.ListedOrder, election.Profile.Candidates, figures), costs.Length);
        Problem = new SharesProblem(support, projects, costs, costs, ranks, election.BudgetLimit / election.Profile.Voters);
        Endowments = [(election.BudgetLimit / election.Profile.Voters * Problem.Unit).Numerator];
    }

    internal Election Election { get; }

    internal Utility Utility { get; }

    internal SharesProblem Problem { get; }

    /// <summary>What every voter starts with, in units of the problem.</summary>
    internal BigInteger[] Endowments { get; }

    /// <summary>Add1 as Wieliczka had it: from a whole number in steps of one, without the exhaustive stop.</summary>
    internal AddOnePlan AddOne
    {
        get
        {
            BigInteger[] start = [(BigInteger)(Election.BudgetLimit / Election.Profile.Voters).Floor().Numerator * Problem.Unit];
            return new AddOnePlan(start, start, Problem.Unit, Election.BudgetLimit * Problem.Unit, StopWhenExhaustive: false);
        }
    }

    internal static SharesCase Of(string name)
    {
        var election = Pabulib.Read(Elections.PathOf(name), PabulibReadOptions.Lenient).Election;
        return new SharesCase(election, election.Profile switch
        {
            OrdinalProfile => Utility.Borda,
            CardinalProfile => Utility.Points,
            _ => Utility.Cost,
        });
    }

    /// <summary>What free projects the rule funds before all others is no matter of these measurements.</summary>
    internal List<int> Bought(Budgeting.Allocation.Allocation allocation) =>
        [.. Election.Profile.Candidates.IndexesOf([.. allocation.Funded.Where(project => project.Cost > 0).Select(project => project.Id)])];

    /// <summary>Different projects are a defect, except where doubles without bounds decide.</summary>
    /// <exception cref="InvalidOperationException">The outcome is not the expected one.</exception>
    internal static void Check(string what, IReadOnlyList<int> expected, IReadOnlyList<int> found, bool mayDiffer = false)
    {
        if (expected.SequenceEqual(found))
        {
            return;
        }

        var difference = expected.Order().SequenceEqual(found.Order())
            ? "the same projects in another order"
            : $"{found.Except(expected).Count()} other projects";
        if (!mayDiffer)
        {
            throw new InvalidOperationException($"{what} funds {difference}.");
        }

        Console.WriteLine($"// {what} funds {difference}: doubles do not decide as fractions do.");
    }
}
