namespace CivicTech.Crowdfunding.Goals;

public sealed partial record GoalRule
{
    /// <summary>What becomes of a round, given what the campaign has.</summary>
    /// <param name="round">
    /// The place of the running round in <see cref="Rounds"/>, from 0. All before it are passed, and stay so whatever is refunded later:
    /// the caller remembers.
    /// </param>
    /// <param name="totals">What counts now.</param>
    /// <param name="ended">Whether the end of the round in time is reached.</param>
    /// <param name="graceLeft">Whether payments in flight may still be waited for; only asked once <paramref name="ended"/>.</param>
    /// <returns>
    /// <para>Before the end: to pass if the target is met in a round that ends then, or if a cap that closes is reached; otherwise to
    /// continue.</para>
    /// <para>From the end on: to pass if the target is met, or missed in a round that keeps what it raised; otherwise to fail. A first
    /// round that keeps also fails if nothing is left to keep. To wait if grace is left and the verdict would be another one
    /// with the payments in flight. Passing the last round is success.</para>
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such round.</exception>
    /// <exception cref="InvalidOperationException">The totals are in another currency than the rule.</exception>
    /// <remarks>
    /// Conditional pledges hang on the first target of the campaign: once a round before had a target, missing a later one (an optimum, a
    /// stretch) does not make them void.
    /// </remarks>
    public RoundVerdict Judge(int round, GoalTotals totals, bool ended, bool graceLeft)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(round);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(round, Rounds.Length);
        ArgumentNullException.ThrowIfNull(totals);
        if (Currency is { } currency && currency != totals.Counted.Currency)
        {
            throw new InvalidOperationException($"The goal is in {currency}, so {totals.Counted} cannot be judged by it.");
        }

        if (IsClosedByCap(round, totals))
        {
            return Judged(round, totals, RoundOutcome.Succeed, VerdictReason.CapReached);
        }

        if (!ended)
        {
            return JudgeRunning(round, totals);
        }

        var verdict = JudgeEnded(round, totals);
        return graceLeft && Differ(verdict, JudgeEnded(round, totals.Arrived()), totals)
            ? Judged(round, totals, RoundOutcome.WaitForPending, VerdictReason.PendingDecides)
            : verdict;
    }

    private RoundVerdict JudgeRunning(int round, GoalTotals totals) =>
        Rounds[round].Closes == RoundClosing.WhenMet && IsMet(round, totals)
            ? Passed(round, totals, VerdictReason.TargetMet)
            : Judged(round, totals, RoundOutcome.Continue, VerdictReason.StillRunning);

    private RoundVerdict JudgeEnded(int round, GoalTotals totals)
    {
        var hasTarget = Rounds[round].Target is not null;
        if (hasTarget && IsMet(round, totals))
        {
            return Passed(round, totals, VerdictReason.TargetMet);
        }

        if (hasTarget && Rounds[round].IfMissed == MissedTarget.Fail)
        {
            return Failed(round, totals, VerdictReason.TargetMissed);
        }

        var voids = hasTarget && Rounds.Take(round).All(before => before.Target is null);
        var kept = voids ? totals.Unconditional : totals.Counted;
        return round == 0 && kept.IsZero
            ? Failed(round, totals, VerdictReason.NothingRaised)
            : Passed(round, totals, hasTarget ? VerdictReason.TargetMissed : VerdictReason.NoTarget) with { VoidsConditional = voids };
    }

    // Without a target there is nothing to miss.
    private bool IsMet(int round, GoalTotals totals) => Rounds[round].Target?.IsMet(totals) ?? true;

    private bool IsClosedByCap(int round, GoalTotals totals) =>
        CapPolicy == CapPolicy.CloseWhenReached && Cap is { } cap && totals.Counted >= cap && IsMet(round, totals);

    private static bool Differ(RoundVerdict now, RoundVerdict then, GoalTotals totals) =>
        now.Outcome != then.Outcome || (now.VoidsConditional != then.VoidsConditional && totals.Conditional.IsPositive);

    private RoundVerdict Passed(int round, GoalTotals totals, VerdictReason reason) =>
        Judged(round, totals, round + 1 < Rounds.Length ? RoundOutcome.PassToNext : RoundOutcome.Succeed, reason);

    private RoundVerdict Failed(int round, GoalTotals totals, VerdictReason reason) =>
        Judged(round, totals, RoundOutcome.Fail, reason) with { VoidsConditional = true };

    private RoundVerdict Judged(int round, GoalTotals totals, RoundOutcome outcome, VerdictReason reason) => new()
    {
        Round = round,
        Outcome = outcome,
        Reason = reason,
        Progress = Rounds[round].Target?.Progress(totals) ?? [],
    };
}
