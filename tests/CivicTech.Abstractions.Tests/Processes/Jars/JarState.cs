using CivicTech.Processes;
using NodaTime;

namespace CivicTech.Abstractions.Tests.Processes.Jars;

internal sealed record JarState
{
    internal required JarHead Head { get; init; }

    internal required Parts<Donor> Donors { get; init; }

    internal required Parts<PendingEffect<Thanks>> Effects { get; init; }
}

/// <param name="Until">When it closes; null before it was opened and when it is closed.</param>
/// <param name="Total">Coins in it.</param>
/// <param name="SettledThrough">The donor up to whom it was settled while it closes.</param>
internal sealed record JarHead(Instant? Until, int Total, string? SettledThrough);

internal sealed record Donor(int Coins, bool IsSettled);

/// <summary>For every ten coins.</summary>
internal sealed record Thanks(int Coins);
