namespace CivicTech.Crowdfunding.Goals;

public sealed partial record GoalRule
{
    /// <summary>The whole target by the end, or nobody pays: Kickstarter, Catarse, and the default of civic campaigns.</summary>
    /// <param name="target">What is to be raised, above zero. More may be.</param>
    /// <param name="end">When the campaign ends; it lasts that long even if the target is met before.</param>
    /// <exception cref="ArgumentOutOfRangeException">The target is not above zero.</exception>
    public static GoalRule AllOrNothing(Money target, RoundEnd end) =>
        new(new GoalRound(end) { Target = new MoneyTarget(target) });

    /// <summary>
    /// What was raised is kept even if the target is missed, unless it is nothing. The pledges of partners that depend on the target are
    /// void then:
    /// Spacehive, and without such partners Chuffed and the flexible campaigns of Catarse.
    /// </summary>
    /// <param name="target">What should be raised, above zero. More may be.</param>
    /// <param name="end">When the campaign ends.</param>
    /// <exception cref="ArgumentOutOfRangeException">The target is not above zero.</exception>
    public static GoalRule KeepWhatYouRaise(Money target, RoundEnd end) =>
        new(new GoalRound(end) { Target = new MoneyTarget(target), IfMissed = MissedTarget.Keep });

    /// <summary>
    /// All or nothing up to an initial target; once it is met, at once a second round that keeps everything: CrowdJustice. The first round
    /// has
    /// 30 days, the second goes on until the owner closes it.
    /// </summary>
    /// <param name="initial">What is to be raised in the first round, above zero.</param>
    /// <param name="stretch">
    /// What should be raised in the end, the initial target included; <see langword="null"/> for no such target.
    /// </param>
    /// <param name="zone">The zone by which days are counted, as an identifier of the IANA database.</param>
    /// <exception cref="ArgumentOutOfRangeException">A target is not above zero.</exception>
    /// <exception cref="ArgumentException">The targets are in different currencies, or the zone is empty or blank.</exception>
    public static GoalRule ThresholdThenOpen(Money initial, Money? stretch, string zone) =>
        ThresholdThenOpen(initial, stretch, new DaysAfterStart(30, zone, endOfDay: false), new OpenEnd(zone, 0, null));

    /// <summary>As <see cref="ThresholdThenOpen(Money, Money?, string)"/>, with other ends of the rounds.</summary>
    /// <param name="initial">What is to be raised in the first round, above zero.</param>
    /// <param name="stretch">
    /// What should be raised in the end, the initial target included; <see langword="null"/> for no such target.
    /// </param>
    /// <param name="initialEnd">When the first round ends at the latest.</param>
    /// <param name="stretchEnd">When the second round ends.</param>
    /// <exception cref="ArgumentOutOfRangeException">A target is not above zero.</exception>
    /// <exception cref="ArgumentException">The targets are in different currencies.</exception>
    public static GoalRule ThresholdThenOpen(Money initial, Money? stretch, RoundEnd initialEnd, RoundEnd stretchEnd) =>
        new(
            new GoalRound(initialEnd) { Target = new MoneyTarget(initial), Closes = RoundClosing.WhenMet },
            new GoalRound(stretchEnd) { Target = stretch is { } most ? new MoneyTarget(most) : null, IfMissed = MissedTarget.Keep });

    /// <summary>
    /// All or nothing up to the minimum that the project cannot do without, then a second round that keeps everything up to the optimum:
    /// Goteo. Each
    /// round has 40 whole days.
    /// </summary>
    /// <param name="minimum">What is to be raised by the end of the first round, above zero.</param>
    /// <param name="optimum">What should be raised by the end of the second, the minimum included.</param>
    /// <param name="zone">The zone by which days are counted, as an identifier of the IANA database.</param>
    /// <exception cref="ArgumentOutOfRangeException">An amount is not above zero, or the optimum is below the minimum.</exception>
    /// <exception cref="ArgumentException">The zone is empty or blank.</exception>
    /// <exception cref="InvalidOperationException">The amounts are in different currencies.</exception>
    public static GoalRule TwoRounds(Money minimum, Money optimum, string zone) =>
        TwoRounds(minimum, optimum, new DaysAfterStart(40, zone, endOfDay: true), new DaysAfterStart(40, zone, endOfDay: true));

    /// <summary>As <see cref="TwoRounds(Money, Money, string)"/>, with other ends of the rounds.</summary>
    /// <param name="minimum">What is to be raised by the end of the first round, above zero.</param>
    /// <param name="optimum">What should be raised by the end of the second, the minimum included.</param>
    /// <param name="firstEnd">When the first round ends; it lasts that long even if the minimum is met before.</param>
    /// <param name="secondEnd">When the second round ends.</param>
    /// <exception cref="ArgumentOutOfRangeException">An amount is not above zero, or the optimum is below the minimum.</exception>
    /// <exception cref="InvalidOperationException">The amounts are in different currencies.</exception>
    public static GoalRule TwoRounds(Money minimum, Money optimum, RoundEnd firstEnd, RoundEnd secondEnd)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(optimum, minimum);
        return new(
            new GoalRound(firstEnd) { Target = new MoneyTarget(minimum) },
            new GoalRound(secondEnd) { Target = new MoneyTarget(optimum), IfMissed = MissedTarget.Keep });
    }

    /// <summary>
    /// No target: a donation page that keeps what it raises, until its owner announces a final lap of 7 days, at the longest for 365.
    /// </summary>
    /// <param name="zone">The zone by which days are counted, as an identifier of the IANA database.</param>
    /// <exception cref="ArgumentException">The zone is empty or blank.</exception>
    public static GoalRule OpenEnded(string zone) => new(new GoalRound(OpenEnd.In(zone)) { IfMissed = MissedTarget.Keep });

    /// <summary>
    /// All or nothing for an amount and a number of backers together, so that a few large gifts are not enough: Republik.
    /// </summary>
    /// <param name="target">What is to be raised, above zero.</param>
    /// <param name="people">How many distinct backers are to take part, at least 1.</param>
    /// <param name="end">When the campaign ends.</param>
    /// <exception cref="ArgumentOutOfRangeException">The target is not above zero, or the number is below 1.</exception>
    public static GoalRule MoneyAndPeople(Money target, int people, RoundEnd end) =>
        new(new GoalRound(end) { Target = new AllOf(new MoneyTarget(target), new PeopleTarget(people)) });

    /// <summary>
    /// All or nothing, and never more than a cap: the crowdfunding of BTCPay (with the cap at the target), the buckets of Cobudget.
    /// </summary>
    /// <param name="target">What is to be raised, above zero.</param>
    /// <param name="cap">The most that may be raised, at least the target.</param>
    /// <param name="end">When the campaign ends.</param>
    /// <exception cref="ArgumentOutOfRangeException">An amount is not above zero.</exception>
    /// <exception cref="ArgumentException">The cap is below the target or in another currency.</exception>
    public static GoalRule HardCap(Money target, Money cap, RoundEnd end) =>
        new(new GoalRound(end) { Target = new MoneyTarget(target) }) { Cap = cap, CapPolicy = CapPolicy.RefuseExcess };
}
