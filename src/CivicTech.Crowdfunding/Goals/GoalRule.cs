using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Goals;

/// <summary>
/// When a campaign succeeds: its rounds, and what may be pledged at least and at most. All models of the field are such rules.
/// </summary>
/// <remarks>
/// <para>The models have factories with the names the field knows: <see cref="AllOrNothing"/>, <see cref="KeepWhatYouRaise"/>,
/// <see cref="ThresholdThenOpen(Money, Money?, string)"/>, <see cref="TwoRounds(Money, Money, string)"/>, <see cref="OpenEnded(string)"/>,
/// <see cref="MoneyAndPeople"/>, <see cref="HardCap"/>.</para>
/// <para>Immutable; equal are rules that say the same.</para>
/// </remarks>
public sealed partial record GoalRule
{
    private readonly Currency? _targets;

    /// <summary>A rule without a cap or a minimum.</summary>
    /// <param name="rounds">As <see cref="Rounds"/>.</param>
    /// <exception cref="ArgumentException">
    /// There is no round, one is null, one ends when its target is met but has none, or targets are in different currencies.
    /// </exception>
    public GoalRule(params ImmutableArray<GoalRound> rounds)
    {
        if (rounds.IsDefaultOrEmpty || rounds.Contains(null!))
        {
            throw new ArgumentException("A campaign has at least one round, and none that is null.", nameof(rounds));
        }

        var endless = rounds.IndexOf(rounds.FirstOrDefault(round => round.Closes == RoundClosing.WhenMet && round.Target is null)!);
        if (endless >= 0)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Round {endless + 1} ends when its target is met, but has no target."), nameof(rounds));
        }

        Rounds = rounds;
        _targets = OneCurrency.Of(rounds.Select(round => round.Target?.Currency), nameof(rounds));
    }

    /// <summary>The rounds, at least one, which follow each other: each begins when the one before is passed.</summary>
    public ImmutableArray<GoalRound> Rounds { get; }

    /// <summary>The most that may be raised, above zero; <see langword="null"/> for no limit. No target of a round is beyond it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above zero.</exception>
    /// <exception cref="ArgumentException">
    /// It is in another currency than the rest of the rule, or a target could not be met within it.
    /// </exception>
    public Money? Cap
    {
        get;
        init => field = value is { } cap ? Checked(cap) : null;
    }

    /// <summary>What <see cref="Cap"/> does; of no account without one.</summary>
    public CapPolicy CapPolicy
    {
        get;
        init => field = value is CapPolicy.RefuseExcess or CapPolicy.CloseWhenReached
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "This is no policy for a cap.");
    }

    /// <summary>The least that may be pledged at once, above zero; <see langword="null"/> for no such limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above zero.</exception>
    /// <exception cref="ArgumentException">It is in another currency than the rest of the rule.</exception>
    public Money? MinimumPledge
    {
        get;
        init
        {
            OneCurrency.Check(value?.Currency, _targets ?? Cap?.Currency, nameof(value));
            field = value is { } minimum ? Positive.Of(minimum, nameof(value), "The least pledge") : null;
        }
    }

    /// <summary>
    /// The one currency of all amounts in this rule; <see langword="null"/> if there are none, as for a plain donation page.
    /// </summary>
    [JsonIgnore]
    public Currency? Currency => _targets ?? Cap?.Currency ?? MinimumPledge?.Currency;

    /// <summary>How much more may be promised without going beyond the cap, once all that is promised is paid.</summary>
    /// <param name="promised">All that is promised and stands, whether it counts yet or not; at least zero.</param>
    /// <returns>
    /// At least zero; <see langword="null"/> if there is no limit, because there is no cap or because it closes the campaign instead of
    /// refusing.
    /// </returns>
    /// <exception cref="InvalidOperationException">The amount is in another currency than the cap.</exception>
    public Money? Room(Money promised) => Cap is { } cap && CapPolicy == CapPolicy.RefuseExcess
        ? Money.Max(cap - promised, Money.Zero(cap.Currency))
        : null;

    /// <summary>Whether two rules say the same.</summary>
    /// <param name="other">Another rule.</param>
    public bool Equals(GoalRule? other) => other is not null
        && Rounds.AsSpan().SequenceEqual(other.Rounds.AsSpan())
        && Cap == other.Cap
        && CapPolicy == other.CapPolicy
        && MinimumPledge == other.MinimumPledge;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Rounds.Length, Rounds[0], Cap, CapPolicy, MinimumPledge);

    /// <summary>The rule in words: its rounds, the cap and the least pledge.</summary>
    public override string ToString()
    {
        var cap = Cap is null ? "" : CapPolicy == CapPolicy.CloseWhenReached ? $"; closes at {Cap}" : $"; never more than {Cap}";
        return $"{string.Join("; then ", Rounds)}{cap}{(MinimumPledge is null ? "" : $"; pledges from {MinimumPledge}")}";
    }

    private Money Checked(Money cap)
    {
        Positive.Of(cap, nameof(cap), "A cap");
        OneCurrency.Check(cap.Currency, _targets ?? MinimumPledge?.Currency, nameof(cap));
        var most = new GoalTotals(cap, int.MaxValue);
        return Rounds.FirstOrDefault(round => round.Target?.IsMet(most) == false) is { } round
            ? throw new ArgumentException($"The target {round.Target} cannot be met within the cap of {cap}.", nameof(cap))
            : cap;
    }
}
