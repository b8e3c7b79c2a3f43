using CivicTech.Budgeting.Pricing;

namespace CivicTech.Conformance;

/// <summary>Add1 on real elections ends where it ends when every step is run.</summary>
internal sealed class PabulibAddOneSkipping : IConformanceSet
{
    // Some elections have more than 10,000 steps: too many to run them all here.
    private const string TooManySteps = "Hungary_Budapest";

    public IEnumerable<ConformanceResult> Run(string folder)
    {
        var result = new ConformanceResult("pabulib add1 skipping");
        foreach (var shares in PabulibShares.All(new PabulibFolder(folder)).Where(shares => !shares.Name.StartsWith(TooManySteps, StringComparison.Ordinal)))
        {
            var certified = new CertifiedShares(shares.Problem, SharesKernels.Widest);
            foreach (var stop in new[] { true, false })
            {
                result.Add($"{shares.Name} {(stop ? "until exhaustive" : "until beyond the budget")}", () => Check(shares, certified, stop));
            }
        }

        if (result.Cases > 0)
        {
            yield return result;
        }
    }

    private static string? Check(PabulibShares shares, CertifiedShares certified, bool stop)
    {
        var problem = shares.Problem;
        var plan = new AddOnePlan(shares.Start, shares.Start, problem.Unit, shares.Election.BudgetLimit * problem.Unit, stop);
        var every = new AddOneScan(problem, certified, plan, CancellationToken.None).Run(skip: false);
        var some = new AddOneScan(problem, certified, plan, CancellationToken.None).Run(skip: true);
        return every.Step == some.Step && every.Order.SequenceEqual(some.Order)
            ? null
            : $"it ends at step {some.Step} with [{string.Join(", ", some.Order)}]; in every step at {every.Step} with [{string.Join(", ", every.Order)}]";
    }
}
