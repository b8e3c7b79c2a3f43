using CivicTech.Consensus.Delphi.Criteria;

namespace CivicTech.Consensus.Delphi.Items;

/// <summary>What became of an item, and why.</summary>
public sealed record ItemFate
{
    /// <summary>After which round; 0 before the first.</summary>
    public required int AfterRound { get; init; }

    /// <summary>Why: what the criterion found, or a reference to the reason of a person.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether the rule of the protocol did it, and not a person.</summary>
    public bool ByRule { get; init; }

    /// <summary>The item that took its place; null when none did.</summary>
    public string? Into { get; init; }

    /// <summary>Whether the rule did it for consensus, to include or to exclude.</summary>
    internal bool IsConsensus => ByRule && (Reason == ReasonOf(ConsensusVerdict.In) || Reason == ReasonOf(ConsensusVerdict.Out));

    /// <summary>What becomes of an item by the rule of the protocol.</summary>
    internal static ItemFate Of(ConsensusVerdict verdict, int round) => new() { AfterRound = round, Reason = ReasonOf(verdict), ByRule = true };

    private static string ReasonOf(ConsensusVerdict verdict) => verdict switch
    {
        ConsensusVerdict.In => "consensus-to-include",
        ConsensusVerdict.Out => "consensus-to-exclude",
        ConsensusVerdict.None => "no-consensus",
        _ => "too-few-answers",
    };
}
