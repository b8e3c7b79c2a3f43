namespace CivicTech.Conformance;

/// <summary>Every set that is known, in the order of the report.</summary>
internal static class ConformanceSets
{
    internal static IReadOnlyList<IConformanceSet> All { get; } =
    [
        new PabulibOfficial(),
        new PabulibReference("golden"),
        new PabulibReference("large"),
        new PabulibPriceBounds(),
        new PabulibAddOneSkipping(),
        new PabulibExactTie(),
        new PabulibRoundTrip(),
        new AbcVotingFundingRules(),
        new ContestFormats(),
        new ScottishWards(),
        new RctabCases(),
        new StvRsMeek(),
        new AbcVotingCommitteeRules(),
        new TidemanRankings(),
        new Starvote(),
        new ConcordanceW(),
        new ConcordanceAlpha(),
        new ConcordanceMite(),
        new ConcordanceMissing(),
        new ConcordanceWeighted(),
        new ConcordanceJackknife(),
        new ConcordanceNull(),
        new ConcordanceDelphi(),
        new ConcordanceIsfahanTables(),
    ];
}
