using System.Collections.Immutable;

namespace CivicTech.Budgeting.Proposals;

/// <summary>Asks conditions, for a command to take the answers along.</summary>
public static class Eligibility
{
    /// <summary>Asks the conditions that a plan names, one after the other.</summary>
    /// <param name="conditions">The ids, such as <see cref="ProposalPlan.SubmitterConditions"/>.</param>
    /// <param name="criteria">What the host has; of several with the same id the first is asked.</param>
    /// <param name="question">Who, for what, and where.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A verdict for each id, in their order; unknown where the host has no such criterion.</returns>
    public static async ValueTask<ImmutableArray<EligibilityVerdict>> AskAsync(
        ImmutableArray<string> conditions, IEnumerable<IEligibilityCriterion> criteria, EligibilityQuestion question, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentNullException.ThrowIfNull(question);
        var known = criteria.ToList();
        var verdicts = ImmutableArray.CreateBuilder<EligibilityVerdict>(conditions.Length);
        foreach (var id in conditions)
        {
            var finding = known.Find(criterion => criterion.Id == id) is { } criterion ? await criterion.FindAsync(question, cancellationToken).ConfigureAwait(false) : Finding.Unknown;
            verdicts.Add(new EligibilityVerdict { Criterion = id, Finding = finding });
        }

        return verdicts.MoveToImmutable();
    }
}
