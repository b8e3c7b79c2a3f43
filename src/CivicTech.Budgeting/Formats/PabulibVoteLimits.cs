using CivicTech.Numerics;

namespace CivicTech.Budgeting.Formats;

/// <summary>What META says a ballot may hold. A ballot beyond it is reported, and counted as the file has it.</summary>
internal sealed class PabulibVoteLimits
{
    private readonly PabulibDiagnostics _diagnostics;
    private readonly Rational? _maxSumCost;
    private readonly Rational? _minSumCost;
    private readonly Rational? _maxSumPoints;
    private readonly Rational? _minSumPoints;
    private readonly Rational? _maxPoints;
    private readonly Rational? _minPoints;

    internal PabulibVoteLimits(PabulibMeta meta, PabulibDiagnostics diagnostics)
    {
        _diagnostics = diagnostics;
        MinLength = meta.MinLength ?? 0;
        MaxLength = meta.VoteType == "choose-1" ? 1 : meta.MaxLength ?? int.MaxValue;
        _minSumCost = Number("min_sum_cost");
        _maxSumCost = Number("max_sum_cost");
        _minSumPoints = Number("min_sum_points");
        _maxSumPoints = Number("max_sum_points");
        _minPoints = Number("min_points");
        _maxPoints = Number("max_points");

        Rational? Number(string key) => meta.Get(key) is { } text && PabulibNumber.TryParse(text, diagnostics, (meta.LineOf(key), 0), out var number)
            ? number
            : null;
    }

    internal int MinLength { get; }

    internal int MaxLength { get; }

    internal bool AllowsPoints(long points) => (_minPoints is null || points >= _minPoints) && (_maxPoints is null || points <= _maxPoints);

    internal bool AllowsSum(long sum) => (_minSumPoints is null || sum >= _minSumPoints) && (_maxSumPoints is null || sum <= _maxSumPoints);

    internal void CheckLength(int length, long line)
    {
        if (length < MinLength || length > MaxLength)
        {
            var bounds = MaxLength == int.MaxValue ? $"at least {MinLength}" : $"{MinLength} to {MaxLength}";
            _diagnostics.Repair("ballot-length", line, 0, $"the vote names {length} projects; META allows {bounds}", "counted as it is");
        }
    }

    internal void CheckCost(ReadOnlySpan<int> projects, Rational[] costs, long line)
    {
        // Lenient reading counts the ballot anyway, and most lines never come this way.
        if (!_diagnostics.IsStrict || (_minSumCost is null && _maxSumCost is null))
        {
            return;
        }

        var sum = Rational.Zero;
        foreach (var project in projects)
        {
            sum += costs[project];
        }

        Check(sum, _minSumCost, _maxSumCost, "the projects of the vote cost", "ballot-cost", line);
    }

    internal void CheckPoints(ReadOnlySpan<Rational> points, long line)
    {
        var sum = Rational.Zero;
        foreach (var point in points)
        {
            sum += point;
            Check(point, _minPoints, _maxPoints, "the vote gives points", "ballot-points", line);
        }

        Check(sum, _minSumPoints, _maxSumPoints, "the points of the vote sum to", "ballot-points", line);
    }

    private void Check(Rational value, Rational? min, Rational? max, string what, string code, long line)
    {
        if (value < min || value > max)
        {
            var bounds = (min, max) switch
            {
                (null, { } most) => $"at most {most}",
                ({ } least, null) => $"at least {least}",
                _ => $"{min} to {max}",
            };
            _diagnostics.Repair(code, line, 0, $"{what} {value}; META allows {bounds}", "counted as it is");
        }
    }
}
