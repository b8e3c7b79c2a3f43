using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Stability;
using NodaTime;

namespace CivicTech.Consensus.Delphi.Protocols;

/// <summary>
/// By which rules a study is run: everything that must be settled before anyone has answered, so that no threshold is chosen with the answers in view. Hashed and frozen when round 1 opens.
/// </summary>
/// <remarks>Texts and names stay with the host: a protocol has references and opaque ids only. Equal when all that it says is equal. What decides has no default: a study states it.</remarks>
public sealed record DelphiProtocol
{
    /// <summary>The host's id of the study: 1 to 100 characters without a slash.</summary>
    public required string Id { get; init; }

    /// <summary>The host's reference to title and texts.</summary>
    public required string Description { get; init; }

    /// <summary>The answers that can be given.</summary>
    public required RatingScale Scale { get; init; }

    /// <summary>Whether an expert may say that he or she cannot judge an item. It counts as having answered, and nowhere else.</summary>
    public bool MayAbstain { get; init; }

    /// <summary>What an expert must meet to be invited, as ids of the host, such as <c>five-years-of-practice</c>; empty for nothing.</summary>
    public ImmutableArray<string> Inclusion { get => field.IsDefault ? [] : field; init; }

    /// <summary>The panels, at least one, in the order in which tables list them.</summary>
    public required ImmutableArray<PanelPlan> Panels { get => field.IsDefault ? [] : field; init; }

    /// <summary>Round by round, or with everybody's answers in view at once.</summary>
    public required RoundMode Mode { get; init; }

    /// <summary>When there is consensus on an item.</summary>
    public required ConsensusCriterion Criterion { get; init; }

    /// <summary>When the answers of a panel are stable.</summary>
    public required StabilityRule Stability { get; init; }

    /// <summary>What becomes of items after a round.</summary>
    public required ItemRule Items { get; init; }

    /// <summary>When no further round is held.</summary>
    public required StopRule Stop { get; init; }

    /// <summary>What an expert sees of the answers of others.</summary>
    public required FeedbackPlan Feedback { get; init; }

    /// <summary>Who is left out of the concordance of a panel when answers are missing.</summary>
    public required MissingAnswers Missing { get; init; }

    /// <summary>How long before a round closes those are reminded who have not answered everything; longest first, none by default.</summary>
    public ImmutableArray<Duration> Reminders { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    public bool Equals(DelphiProtocol? other) =>
        other is not null && Id == other.Id && Description == other.Description && Scale == other.Scale && MayAbstain == other.MayAbstain && Mode == other.Mode
        && Inclusion.AsSpan().SequenceEqual(other.Inclusion.AsSpan()) && Panels.AsSpan().SequenceEqual(other.Panels.AsSpan())
        && Criterion == other.Criterion && Stability == other.Stability && Items == other.Items && Stop == other.Stop && Feedback == other.Feedback
        && Missing == other.Missing && Reminders.AsSpan().SequenceEqual(other.Reminders.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Id, Scale, Panels.Length, Criterion, Stop);

    internal PanelPlan? FindPanel(string panel) => Panels.FirstOrDefault(plan => plan.Id == panel);
}
