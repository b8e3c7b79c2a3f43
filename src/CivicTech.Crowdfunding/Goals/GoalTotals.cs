using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Goals;

/// <summary>
/// What a campaign has at one moment, as far as its goal is concerned. What counts (which states of a pledge, matches, offline money) is
/// the caller's decision.
/// </summary>
/// <remarks>Immutable. All amounts are at least zero and in one currency.</remarks>
public sealed record GoalTotals
{
    /// <summary>Totals without a conditional part and without payments in flight.</summary>
    /// <param name="counted">As <see cref="Counted"/>.</param>
    /// <param name="people">As <see cref="People"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative.</exception>
    public GoalTotals(Money counted, int people)
    {
        Counted = AtLeastZero(counted, counted, nameof(counted));
        ArgumentOutOfRangeException.ThrowIfNegative(people);
        People = people;
        Conditional = Pending = Money.Zero(counted.Currency);
    }

    /// <summary>All money that counts, the conditional part included. Tips and covered fees do not count.</summary>
    public Money Counted { get; }

    /// <summary>How many distinct backers gave what counts.</summary>
    public int People { get; }

    /// <summary>
    /// That part of <see cref="Counted"/> which is pledged on the condition that the target is met: the pledges of partners. Not more than
    /// <see cref="Counted"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or more than what counts.</exception>
    /// <exception cref="ArgumentException">It is in another currency.</exception>
    public Money Conditional
    {
        get;
        init => field = AtLeastZero(value, Counted, nameof(value)) is var part && part <= Counted
            ? part
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"The conditional part is more than what counts, {Counted}.");
    }

    /// <summary>
    /// Money in flight that is not in <see cref="Counted"/> and would be if it arrived: slips not yet paid, transfers under way.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    /// <exception cref="ArgumentException">It is in another currency.</exception>
    public Money Pending
    {
        get;
        init => field = AtLeastZero(value, Counted, nameof(value));
    }

    /// <summary>
    /// How many would be added to <see cref="People"/> if all that is pending arrived: those who back only with money in flight.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int PendingPeople
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    /// <summary>What counts without any condition: <see cref="Counted"/> less <see cref="Conditional"/>.</summary>
    [JsonIgnore]
    public Money Unconditional => Counted - Conditional;

    /// <summary>The totals if everything in flight arrived.</summary>
    internal GoalTotals Arrived() => new(Counted + Pending, checked(People + PendingPeople)) { Conditional = Conditional };

    private static Money AtLeastZero(Money amount, Money counted, string parameter)
    {
        // A document may leave out what is nothing.
        if (amount == default) return Money.Zero(counted.Currency);
        if (amount.Currency != counted.Currency)
        {
            throw new ArgumentException($"{amount} is in another currency than what counts, {counted}.", parameter);
        }

        return amount.IsNegative ? throw new ArgumentOutOfRangeException(parameter, amount, "A total is at least zero.") : amount;
    }
}
