using NodaTime;

namespace CivicTech.Processes;

/// <summary>
/// Something that a process wants done outside (charge this, remind those), written with the decision that asked for it and kept until its outcome is known. It is started by a command of its
/// own, so that of several machines one does it; when no outcome comes it is due again, under the same key.
/// </summary>
/// <typeparam name="TEffect">What is to be done; immutable.</typeparam>
public sealed record PendingEffect<TEffect>
    where TEffect : class
{
    /// <summary>The idempotency key that goes out with it, unique in its process for ever.</summary>
    public required string Key { get; init; }

    /// <summary>What is to be done.</summary>
    public required TEffect Effect { get; init; }

    /// <summary>When it is to be started, or, once started, when its outcome is given up as unknown.</summary>
    public required Instant Due { get; init; }

    /// <summary>How often it was started. From the second time on it may have been done already: whoever does it asks first, where that can be asked.</summary>
    public int Tries { get; init; }

    /// <summary>Started once more.</summary>
    /// <param name="now">When.</param>
    /// <param name="patience">How long the first try may take; each further one twice as long as the one before, at most 64 times.</param>
    public PendingEffect<TEffect> Started(Instant now, Duration patience) => this with { Tries = Tries + 1, Due = now + (patience * (1 << Math.Min(Tries, 6))) };
}
