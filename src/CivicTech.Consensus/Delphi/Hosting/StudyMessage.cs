using CivicTech.Consensus.Delphi.Effects;

namespace CivicTech.Consensus.Delphi.Hosting;

/// <summary>Something that people are to be told.</summary>
public sealed record StudyMessage
{
    /// <summary>The host's id of the study.</summary>
    public required string Study { get; init; }

    /// <summary>Unique in the study: the same for a repetition.</summary>
    public required string Key { get; init; }

    /// <summary>Whom and what.</summary>
    public required StudyNotice Notice { get; init; }
}
