using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace CivicTech.Crowdfunding.Collection;

/// <summary>When somebody who was asked for something is reminded, and when it is given up: an unpaid invitation, a card to be renewed.</summary>
/// <remarks>Durations are elapsed time since the asking: a day is 24 hours. Immutable; equal when all its figures are.</remarks>
public sealed record ReminderPolicy
{
    /// <summary>A policy.</summary>
    /// <param name="remindAfter">
    /// How long after the asking each reminder is: positive, ascending, each before <paramref name="dropAfter"/>; may be empty.
    /// </param>
    /// <param name="dropAfter">How long after the asking it is given up.</param>
    /// <exception cref="ArgumentException">The times are not positive and ascending.</exception>
    [JsonConstructor]
    public ReminderPolicy(ImmutableArray<Duration> remindAfter, Duration dropAfter)
    {
        RemindAfter = remindAfter.IsDefault ? [] : remindAfter;
        DropAfter = dropAfter;
        var before = Duration.Zero;
        foreach (var time in RemindAfter.Append(dropAfter))
        {
            if (time <= before)
            {
                var got = string.Join(", ", RemindAfter.Append(dropAfter));
                throw new ArgumentException($"Reminders, and then the drop, come at positive, ascending times, got {got}.", nameof(remindAfter));
            }

            before = time;
        }
    }

    /// <summary>A reminder at each multiple of an interval until it is given up.</summary>
    /// <param name="interval">The interval, positive.</param>
    /// <param name="dropAfter">How long after the asking it is given up, positive; no reminder comes then.</param>
    /// <exception cref="ArgumentException">One of them is not positive.</exception>
    public static ReminderPolicy Every(Duration interval, Duration dropAfter)
    {
        if (interval <= Duration.Zero)
        {
            throw new ArgumentException($"An interval is positive, got {interval}.", nameof(interval));
        }

        var times = ImmutableArray.CreateBuilder<Duration>();
        for (var time = interval; time < dropAfter; time += interval)
        {
            times.Add(time);
        }

        return new ReminderPolicy(times.ToImmutable(), dropAfter);
    }

    /// <summary>How long after the asking each reminder is, ascending.</summary>
    public ImmutableArray<Duration> RemindAfter { get; }

    /// <summary>How long after the asking it is given up.</summary>
    public Duration DropAfter { get; }

    /// <summary>When the next reminder is due.</summary>
    /// <param name="sent">How many were sent, at least 0.</param>
    /// <param name="asked">When it was asked for.</param>
    /// <returns>The moment, or <see langword="null"/> when there is none left.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sent"/> is negative.</exception>
    public Instant? Next(int sent, Instant asked)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sent);
        return sent < RemindAfter.Length ? asked + RemindAfter[sent] : null;
    }

    /// <summary>When it is given up.</summary>
    /// <param name="asked">When it was asked for.</param>
    public Instant DropsAt(Instant asked) => asked + DropAfter;

    /// <summary>Whether both say the same.</summary>
    /// <param name="other">Another policy.</param>
    public bool Equals(ReminderPolicy? other) =>
        other is not null && DropAfter == other.DropAfter && RemindAfter.AsSpan().SequenceEqual(other.RemindAfter.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(RemindAfter.Length, RemindAfter.FirstOrDefault(), DropAfter);
}
