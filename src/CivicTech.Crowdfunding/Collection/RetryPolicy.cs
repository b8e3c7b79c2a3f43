using System.Collections.Immutable;
using NodaTime;

namespace CivicTech.Crowdfunding.Collection;

/// <summary>When a failed collection is tried again, and when the pledge is dropped.</summary>
/// <remarks>
/// After each failure comes the next delay; after the delays, or cutting them short, comes one final attempt at a fixed time since
/// collection started, if there is one. Durations are elapsed time: a day is 24 hours. A new payment method starts afresh: the
/// caller counts failures and the start of the collection from it. Immutable; equal when all its figures are.
/// </remarks>
public sealed record RetryPolicy
{
    /// <summary>Never: who fails once is dropped.</summary>
    public static RetryPolicy None { get; } = new();

    /// <summary>As Kickstarter: the backer has seven days to mend it and is told every 48 hours; then one last automatic attempt.</summary>
    public static RetryPolicy Kickstarter { get; } = new()
    {
        FinalAttemptAfter = Duration.FromDays(7),
        Notices = ReminderPolicy.Every(Duration.FromHours(48), Duration.FromDays(7)),
    };

    /// <summary>As Open Collective: after 2, 2, 5, 5, 5 and 5 days, then dropped.</summary>
    public static RetryPolicy OpenCollective { get; } = new()
    {
        Delays = [.. new[] { 2, 2, 5, 5, 5, 5 }.Select(days => Duration.FromDays(days))],
    };

    /// <summary>The same delay a number of times.</summary>
    /// <param name="delay">Since the failure before, positive.</param>
    /// <param name="times">How many retries, at least 0.</param>
    /// <exception cref="ArgumentException">The delay is not positive.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is negative.</exception>
    public static RetryPolicy Every(Duration delay, int times) => new() { Delays = [.. Enumerable.Repeat(delay, times)] };

    /// <summary>How long after each failure the next attempt is, each positive; empty for none.</summary>
    /// <exception cref="ArgumentException">A delay is not positive.</exception>
    public ImmutableArray<Duration> Delays
    {
        get => field.IsDefault ? [] : field;
        init => field = value.IsDefault || value.All(delay => delay > Duration.Zero)
            ? value
            : throw new ArgumentException($"Delays are positive, got {string.Join(", ", value)}.", nameof(Delays));
    }

    /// <summary>
    /// How long after collection started the final attempt is, positive; <see langword="null"/> for none. No attempt comes after it.
    /// </summary>
    /// <exception cref="ArgumentException">It is not positive.</exception>
    public Duration? FinalAttemptAfter
    {
        get;
        init => field = value is null || value > Duration.Zero
            ? value
            : throw new ArgumentException($"A final attempt comes after a positive time, got {value}.", nameof(FinalAttemptAfter));
    }

    /// <summary>When the backer is told meanwhile, since the first failure; <see langword="null"/> for never.</summary>
    public ReminderPolicy? Notices { get; init; }

    /// <summary>When to try again.</summary>
    /// <param name="failures">How many attempts have failed, at least 1.</param>
    /// <param name="lastFailure">When the last of them failed.</param>
    /// <param name="collectionStarted">When collecting from this backer started.</param>
    /// <returns>The moment, or <see langword="null"/> when the pledge is dropped.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="failures"/> is below 1.</exception>
    public Instant? Next(int failures, Instant lastFailure, Instant collectionStarted)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(failures, 1);
        Instant? next = failures <= Delays.Length ? lastFailure + Delays[failures - 1] : null;
        if (FinalAttemptAfter is not { } after)
        {
            return next;
        }

        var final = collectionStarted + after;
        return lastFailure >= final ? null : next < final ? next : final;
    }

    /// <summary>Whether both say the same.</summary>
    /// <param name="other">Another policy.</param>
    public bool Equals(RetryPolicy? other) => other is not null
        && FinalAttemptAfter == other.FinalAttemptAfter
        && Notices == other.Notices
        && Delays.AsSpan().SequenceEqual(other.Delays.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Delays.Length, Delays.FirstOrDefault(), FinalAttemptAfter, Notices);
}
