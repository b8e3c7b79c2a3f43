namespace CivicTech.Conformance;

/// <summary>How many cases of a set hold, and which do not.</summary>
internal sealed class ConformanceResult(string name)
{
    private int _cases;

    internal int Cases => _cases;

    internal List<string> Differences { get; } = [];

    /// <summary>Cases of the folder that cannot be compared, each with the reason.</summary>
    internal List<string> NotCovered { get; } = [];

    /// <summary>Counts a case; null when it holds, otherwise how it differs.</summary>
    internal void Add(string name, Func<string?> check)
    {
        _cases++;
        string? difference;
        try
        {
            difference = check();
        }
        catch (Exception exception)
        {
            difference = $"{exception.GetType().Name}: {exception.Message}";
        }

        if (difference is not null)
        {
            Differences.Add($"{name}: {difference}");
        }
    }

    public override string ToString() => $"{name}: {_cases - Differences.Count} of {_cases}";
}
