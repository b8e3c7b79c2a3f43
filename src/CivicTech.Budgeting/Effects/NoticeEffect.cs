namespace CivicTech.Budgeting.Effects;

/// <summary>Something that somebody is to be told.</summary>
public sealed record NoticeEffect : CycleEffect
{
    /// <summary>What.</summary>
    public required NoticeKind Notice { get; init; }

    /// <summary>Whom.</summary>
    public required Audience Audience { get; init; }

    /// <summary>The proposal or project it is about; null when it is about the cycle.</summary>
    public string? Subject { get; init; }

    /// <summary>What else there is to say: a reference of a reason, a date, an edition.</summary>
    public string? Detail { get; init; }
}
