using CivicTech.Budgeting.Effects;

namespace CivicTech.Budgeting.Hosting;

/// <summary>Something that somebody is to be told.</summary>
public sealed record CycleNotice
{
    /// <summary>The host's id of the cycle.</summary>
    public required string Cycle { get; init; }

    /// <summary>Unique in the cycle: the same for a repetition.</summary>
    public required string Key { get; init; }

    /// <summary>Whom and what.</summary>
    public required NoticeEffect Notice { get; init; }
}
