using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Rounds;
using NodaTime;

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>A round that opened.</summary>
public sealed class RoundReport
{
    internal RoundReport()
    {
    }

    /// <summary>Its number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>When it opened.</summary>
    public required Instant Opened { get; init; }

    /// <summary>When it closed, or is to close.</summary>
    public required Instant Closes { get; init; }

    /// <summary>How it was made longer, and why.</summary>
    public required ImmutableArray<RoundExtension> Extensions { get; init; }

    /// <summary>How often people were reminded.</summary>
    public required int Reminders { get; init; }

    /// <summary>How many items were asked.</summary>
    public required int Items { get; init; }

    /// <summary>Whether what it found is known. All that follows is empty before.</summary>
    public bool IsEvaluated { get; init; }

    /// <summary>How many experts were asked: those who had joined and not left when it closed, and those who answered and left.</summary>
    public int Asked { get; init; }

    /// <summary>How many answered anything.</summary>
    public int Responded { get; init; }

    /// <summary>How many answered everything they were asked.</summary>
    public int Complete { get; init; }

    /// <summary>The same by role, in the ordinal order of the roles.</summary>
    public ImmutableArray<RoleResponse> Roles { get; init; } = [];

    /// <summary>The panels that were asked, in the order of the protocol.</summary>
    public ImmutableArray<PanelFindings> Panels { get; init; } = [];

    /// <summary>What became of those who answered; null when no later round is evaluated.</summary>
    public RoundAttrition? Attrition { get; init; }
}
