using System.Collections.Immutable;

namespace CivicTech.Budgeting.Proposals;

/// <summary>What is proposed, and where. Texts and pictures stay with the host.</summary>
public sealed record ProposalContent
{
    /// <summary>The id of the area that is to pay.</summary>
    public required string Area { get; init; }

    /// <summary>One of the plan's themes; null when the plan has none, or it belongs to none.</summary>
    public string? Theme { get; init; }

    /// <summary>Where; null when it is bound to no place.</summary>
    public ProposalPlace? Place { get; init; }

    /// <summary>The host's reference to title and text.</summary>
    public required string Text { get; init; }

    /// <summary>The host's references to pictures and other attachments, at most 20.</summary>
    public ImmutableArray<string> Pictures { get => field.IsDefault ? [] : field; init; }

    /// <summary>In what capacity it is proposed.</summary>
    public SubmitterKind Submitter { get; init; }

    /// <inheritdoc />
    public bool Equals(ProposalContent? other) => other is not null && Area == other.Area && Theme == other.Theme && Place == other.Place && Text == other.Text
        && Submitter == other.Submitter && Pictures.AsSpan().SequenceEqual(other.Pictures.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Area, Theme, Place, Text, Submitter, Pictures.Length);
}
