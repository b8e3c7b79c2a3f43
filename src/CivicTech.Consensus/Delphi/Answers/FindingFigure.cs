using CivicTech.Consensus.Concordance;

namespace CivicTech.Consensus.Delphi.Answers;

/// <summary>A number that a judgement rests on.</summary>
public sealed record FindingFigure
{
    /// <summary>What it is: <c>share of answers from 7 to 9</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The number: whole, a decimal or a fraction where it is exact (<c>0.75</c>, <c>2/3</c>), otherwise rounded to six decimals; words where it is undefined.</summary>
    public required string Value { get; init; }

    /// <summary>What was asked of it: <c>at least 0.7</c>; null where it only informs.</summary>
    public string? Wanted { get; init; }

    /// <summary>All three: <c>share of answers from 7 to 9 is 0.8 (wanted: at least 0.7)</c>.</summary>
    public override string ToString() => Wanted is null ? $"{Name} is {Value}" : $"{Name} is {Value} (wanted: {Wanted})";

    internal static FindingFigure Of(string name, Statistic value, string? wanted = null) => new() { Name = name, Value = Text(value), Wanted = wanted };

    /// <summary>The same, with the reason for a value that is undefined in the words of the judgement.</summary>
    internal static FindingFigure Of(string name, Statistic value, string undefined, string? wanted) =>
        Of(name, value.IsDefined ? Text(value) : $"undefined, as {undefined}", wanted);

    internal static FindingFigure Of(string name, string value, string? wanted = null) => new() { Name = name, Value = value, Wanted = wanted };

    private static string Text(Statistic value) => value.Undefined is { } reason
        ? $"undefined, as {Statistic.Words(reason).TrimEnd('.')}"
        : value.Exact?.ToString() ?? value.ToString();
}
