using System.Collections.Immutable;

namespace CivicTech.Consensus.Tallying;

/// <summary>The ways through open ties that elect different candidates.</summary>
internal sealed class TallyWays
{
    /// <summary>The first is the one on which open ties fall to the candidate that is listed first.</summary>
    internal required ImmutableArray<(TallyFindings Findings, TieJudge Judge)> Ways { get; init; }

    internal required bool Several { get; init; }

    internal required bool IsComplete { get; init; }

    internal required bool ListsOutcomes { get; init; }

    /// <summary>How many rounds there are, on all ways alike, before the first open tie.</summary>
    internal required int CertainRounds { get; init; }

    internal TallyFindings First => Ways[0].Findings;
}
