using CivicTech.Numerics;

namespace CivicTech.Budgeting.Allocation;

/// <summary>
/// The Add1 completion of Equal Shares: voters are given more money than there is, step by step, until what they buy would go beyond the
/// budget limit. Programs differ in each of these options, and the winners with them, so none has a default.
/// </summary>
/// <remarks>Immutable. Source: P. Faliszewski et al., Participatory Budgeting: Data, Tools and Analysis (IJCAI 2023); equalshares.net.</remarks>
public sealed class AddOne
{
    /// <summary>What voters have in the first run.</summary>
    public required AddOneStart Start { get; init; }

    /// <summary>
    /// Whether the first outcome is final beside which no other supported project fits into the budget. Otherwise steps go on until one
    /// would go beyond the budget (or funds every project), and the outcome before it is final: projects may still be exchanged for dearer ones.
    /// </summary>
    public required bool StopWhenExhaustive { get; init; }

    /// <summary>What each step adds to the endowment of every voter, in the election's own unit of money: more than zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The increment is not above zero.</exception>
    public required Rational Increment
    {
        get;
        init => field = value > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Increment), value, "The increment is more than zero.");
    }

    /// <summary>What counts when a step would go beyond the budget limit; nearly everybody takes the step before.</summary>
    public Overshoot OnOvershoot { get; init; } = Overshoot.StepBefore;
}
