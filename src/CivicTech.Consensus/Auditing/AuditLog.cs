using System.Numerics;

namespace CivicTech.Consensus.Auditing;

/// <summary>What the checks of one audit found, in their order.</summary>
internal sealed class AuditLog
{
    private readonly List<AuditFinding> _findings = [];
    private readonly List<SkippedCheck> _skipped = [];
    private readonly List<PValueComparison> _pValues = [];
    private readonly List<double> _shares = [];
    private readonly Dictionary<string, (int Made, int Passed, int Skipped)> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Raters, long Steps), AttainableSquares?> _squares = [];
    private readonly Dictionary<(int Raters, int Items), IReadOnlyList<(Int128 Q, BigInteger Count)>?> _distributions = [];

    internal void Pass(string code) => Count(code, made: 1, passed: 1, skipped: 0);

    internal void Fail(AuditFinding finding)
    {
        Count(finding.Code, made: 1, passed: 0, skipped: 0);
        _findings.Add(finding);
    }

    internal void Skip(SkippedCheck check)
    {
        Count(check.Code, made: 0, passed: 0, skipped: 1);
        _skipped.Add(check);
    }

    /// <summary>The share of random means that pass the check of a mean that is made now.</summary>
    internal void ByChance(double share) => _shares.Add(share);

    internal void Add(PValueComparison comparison) => _pValues.Add(comparison);

    /// <summary>What sums of squares so many answers can have; made once for all rows of a table.</summary>
    internal AttainableSquares? SquaresOf(int raters, long steps)
    {
        if (!_squares.TryGetValue((raters, steps), out var squares))
        {
            squares = AttainableSquares.TryOf(raters, steps);
            _squares.Add((raters, steps), squares);
        }

        return squares;
    }

    /// <summary>The distribution of Q without ties; made once for all rows of a table.</summary>
    internal IReadOnlyList<(Int128 Q, BigInteger Count)>? UntiedDistribution(int raters, int items)
    {
        if (!_distributions.TryGetValue((raters, items), out var distribution))
        {
            distribution = UntiedW.TryDistribution(raters, items);
            _distributions.Add((raters, items), distribution);
        }

        return distribution;
    }

    internal AuditReport Report(int rows) => new(
        rows,
        [.. _findings],
        [.. _skipped],
        [.. AuditCode.All.Where(_counts.ContainsKey).Select(Summary)],
        [.. _pValues]);

    private CheckSummary Summary(string code)
    {
        var (made, passed, skipped) = _counts[code];
        return new(code, made, passed, skipped, code == AuditCode.MeanGrid && made > 0 ? ChanceComparison.Of(_shares, passed) : null);
    }

    private void Count(string code, int made, int passed, int skipped)
    {
        var counts = _counts.GetValueOrDefault(code);
        _counts[code] = (counts.Made + made, counts.Passed + passed, counts.Skipped + skipped);
    }
}
