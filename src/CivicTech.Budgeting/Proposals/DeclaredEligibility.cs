namespace CivicTech.Budgeting.Proposals;

/// <summary>A condition that is met by saying so: "I live in this city".</summary>
/// <param name="id">Its id, as the plan names it.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class DeclaredEligibility(string id) : IEligibilityCriterion
{
    /// <inheritdoc />
    public string Id { get; } = string.IsNullOrEmpty(id) ? throw new ArgumentException("Expected an id.", nameof(id)) : id;

    /// <inheritdoc />
    public ValueTask<Finding> FindAsync(EligibilityQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        return ValueTask.FromResult(question.Declared.Contains(Id) ? Finding.Met : Finding.NotMet);
    }
}
