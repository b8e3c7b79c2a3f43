using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Protocols;

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>What a round found of an item, as far as it may be shown. Verdicts stand where their figures are hidden.</summary>
public sealed class ItemFindings
{
    internal ItemFindings()
    {
    }

    /// <summary>The round.</summary>
    public required int Round { get; init; }

    /// <summary>The panels that rated it in this round.</summary>
    public required ImmutableArray<string> Panels { get; init; }

    /// <summary>How many people gave a value; a person on several panels once.</summary>
    public required int People { get; init; }

    /// <summary>Their answers; null when they are fewer than the smallest cell.</summary>
    public required GroupAnswers? Answers { get; init; }

    /// <summary>
    /// In real time: that <see cref="Answers"/> is what was last shown while the round was open. Since then fewer people changed their answer than the smallest cell has, and who watched could
    /// read them out of the difference.
    /// </summary>
    public bool IsAsLastShown { get; init; }

    /// <summary>How many said that they cannot judge it; null when it is hidden with the answers.</summary>
    public required int? Abstained { get; init; }

    /// <summary>The answers of roles that are large enough, as long as those of the others, which anyone gets by subtraction, are many enough too.</summary>
    public ImmutableArray<RoleAnswers> Roles { get; init; } = [];

    /// <summary>Whether there is consensus.</summary>
    public required ConsensusVerdict Verdict { get; init; }

    /// <summary>The numbers on which the verdict rests; empty where they are hidden.</summary>
    public ImmutableArray<FindingFigure> Figures { get; init; } = [];

    /// <summary>How many people had judged it in the round before too; 0 when it was not asked then.</summary>
    public required int Compared { get; init; }

    /// <summary>Whether their answers are stable; null when that was not asked or could not be measured.</summary>
    public required bool? IsStable { get; init; }

    /// <summary>The numbers on which that rests; empty where they are hidden: with them the answers of two rounds could be subtracted from each other.</summary>
    public ImmutableArray<FindingFigure> StabilityFigures { get; init; } = [];

    /// <summary>What became of it.</summary>
    public required ItemAction Action { get; init; }

    /// <summary>How those who left after the round had answered; null when nobody left, or it is hidden.</summary>
    public ItemAttrition? Attrition { get; init; }
}
