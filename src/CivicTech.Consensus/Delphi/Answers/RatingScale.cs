using System.Globalization;
using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Delphi.Answers;

/// <summary>The whole numbers that answer an item, such as 1 to 5.</summary>
public sealed record RatingScale
{
    /// <summary>The most steps that a scale may have: 0 to 100.</summary>
    public const int MostSteps = 101;

    /// <summary>The lowest answer; may be negative.</summary>
    public required int Lowest { get; init; }

    /// <summary>The highest answer, above the lowest.</summary>
    public required int Highest { get; init; }

    /// <summary>How many answers there are to choose from.</summary>
    [JsonIgnore]
    public int Steps => checked(Highest - Lowest + 1);

    /// <summary>The answers from one to another, both included.</summary>
    /// <param name="lowest">The lowest answer.</param>
    /// <param name="highest">The highest answer, above the lowest by at most <see cref="MostSteps"/> - 1.</param>
    /// <exception cref="ArgumentException">They make no scale.</exception>
    public static RatingScale Of(int lowest, int highest)
    {
        var scale = new RatingScale { Lowest = lowest, Highest = highest };
        scale.ThrowIfUnfit(nameof(highest));
        return scale;
    }

    /// <summary>Whether a number is one of the answers.</summary>
    /// <param name="answer">Any number.</param>
    public bool Contains(int answer) => answer >= Lowest && answer <= Highest;

    /// <summary>What is wrong with the scale: sentences that name the member and what was expected; none when it can be used.</summary>
    public IEnumerable<string> Check()
    {
        if (Lowest >= Highest)
        {
            yield return $"highest: {Text(Highest)}, expected more than the lowest, {Text(Lowest)}";
        }
        else if ((long)Highest - Lowest >= MostSteps)
        {
            yield return $"highest: {Text(Highest)}, expected at most {MostSteps} steps from the lowest, {Text(Lowest)}";
        }
    }

    /// <summary>Both ends: <c>1 to 5</c>.</summary>
    public override string ToString() => $"{Text(Lowest)} to {Text(Highest)}";

    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    internal void ThrowIfUnfit(string parameter)
    {
        if (Check().FirstOrDefault() is { } problem)
        {
            throw new ArgumentException($"The scale has {problem}.", parameter);
        }
    }

    // The words are put together only where they are needed: there are many answers.
    internal int Place(int answer, string parameter, string where, int? number = null) => Contains(answer)
        ? answer - Lowest
        : throw new ArgumentException($"{where}{(number is { } one ? $" {Text(one)}" : "")} is {Text(answer)}, expected {this}.", parameter);
}
