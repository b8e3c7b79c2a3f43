namespace CivicTech.Crowdfunding.Goals;

/// <summary>A stretch of a campaign with its own target and end.</summary>
/// <remarks>Immutable.</remarks>
public sealed record GoalRound
{
    /// <summary>A round without a target that lasts to its end.</summary>
    /// <param name="end">As <see cref="End"/>.</param>
    public GoalRound(RoundEnd end)
    {
        ArgumentNullException.ThrowIfNull(end);
        End = end;
    }

    /// <summary>When the round ends in time.</summary>
    public RoundEnd End { get; }

    /// <summary>
    /// What is to be reached; <see langword="null"/> for a round without a target, such as that of a donation page, which keeps whatever it
    /// raises.
    /// </summary>
    public Target? Target { get; init; }

    /// <summary>Whether the round lasts to its end when its target is met before.</summary>
    public RoundClosing Closes
    {
        get;
        init => field = value is RoundClosing.AtDeadline or RoundClosing.WhenMet
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "This is no way to close a round.");
    }

    /// <summary>What becomes of the campaign if the target is missed; of no account without a target.</summary>
    public MissedTarget IfMissed
    {
        get;
        init => field = value is MissedTarget.Fail or MissedTarget.Keep
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "This is no rule for a missed target.");
    }

    /// <summary>The round in words: <c>EUR 100.00 or it fails; ends 30 days after the start (Europe/Paris)</c>.</summary>
    public override string ToString()
    {
        var target = Target is null ? "no target" : $"{Target}{(IfMissed == MissedTarget.Fail ? " or it fails" : ", kept if missed")}";
        return $"{target}; ends {(Closes == RoundClosing.WhenMet ? "when met, at the latest " : "")}{End}";
    }
}
