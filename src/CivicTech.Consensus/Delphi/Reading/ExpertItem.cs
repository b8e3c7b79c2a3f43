using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Rounds;

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>An item as one expert sees it.</summary>
public sealed class ExpertItem
{
    internal ExpertItem(string id, string text, ImmutableArray<string> panels, SheetAnswer? answer, SheetAnswer? previous, GroupAnswers? others)
    {
        (Id, Text, Panels, Answer, Previous, Group) = (id, text, panels, answer, previous, others);
    }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>The host's reference to its text.</summary>
    public string Text { get; }

    /// <summary>The panels that rate it; more than one rate it jointly.</summary>
    public ImmutableArray<string> Panels { get; }

    /// <summary>What the expert has answered in this round; null for nothing yet.</summary>
    public SheetAnswer? Answer { get; }

    /// <summary>What the expert answered in the round before; null for nothing.</summary>
    public SheetAnswer? Previous { get; }

    /// <summary>How the group answered, in the round before or in real time so far; null where there is nothing, or too little to be shown.</summary>
    public GroupAnswers? Group { get; }
}
