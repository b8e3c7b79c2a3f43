namespace CivicTech.Budgeting.Proposals;

/// <summary>A condition that people must meet to take part, as a host knows how to look it up: a register, an address within a polygon, a membership.</summary>
/// <remarks>A host asks it before it sends the command, and sends the answer along: see <see cref="Eligibility.AskAsync"/>. Decisions themselves look nothing up.</remarks>
public interface IEligibilityCriterion
{
    /// <summary>Its id, as the plan names it.</summary>
    string Id { get; }

    /// <summary>Whether the person meets it.</summary>
    /// <param name="question">Who, for what, and where.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Met, not met, or unknown; unknown opens no door.</returns>
    ValueTask<Finding> FindAsync(EligibilityQuestion question, CancellationToken cancellationToken);
}
