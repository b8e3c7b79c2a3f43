using System.Collections.Immutable;

namespace ExpertPanel;

/// <summary>A service of the town.</summary>
internal sealed record Service
{
    internal required string Id { get; init; }

    /// <summary>Who rates it: its department, or several for a joint service.</summary>
    internal required ImmutableArray<string> Panels { get; init; }

    /// <summary>What the experts think of handing it to residents, before each has an opinion of his or her own: hundredths of a step of the scale.</summary>
    internal int Liking { get; init; }

    /// <summary>How far opinions of it lie from that at first, either way, in hundredths too.</summary>
    internal int Doubt { get; init; } = 150;

    /// <summary>Why the law forbids it; null when it does not.</summary>
    internal string? Forbidden { get; init; }
}
