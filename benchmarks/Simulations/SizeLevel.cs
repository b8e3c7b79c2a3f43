using CivicTech.Consensus.Concordance;

namespace CivicTech.Benchmarks.Simulations;

/// <summary>When a test at a nominal level says that raters do not rank at random.</summary>
internal static class SizeLevel
{
    internal static readonly (string Name, Func<ConcordanceFigures, SignificanceTest> Of)[] Approximations =
    [
        ("chi-square", figures => figures.ChiSquare),
        ("F", figures => figures.F),
        ("F with continuity", figures => figures.FWithContinuity),
        ("Iman-Davenport", figures => figures.ImanDavenport),
    ];

    /// <summary>Complete agreement, for which F tests have no p since F is infinite, is counted as significant.</summary>
    internal static bool Rejects(SignificanceTest test, double level) =>
        test.P.IsDefined ? test.P.Value <= level : test.P.Undefined is UndefinedReason.CompleteAgreement;
}
