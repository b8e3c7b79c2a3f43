using System.Globalization;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Auditing;

/// <summary>The answers that a question allows.</summary>
public sealed class AnswerScale
{
    private const int MostSteps = 1_000_000;

    private readonly string _words;

    private AnswerScale(Rational lowest, Rational highest, Rational? step, string words)
    {
        Lowest = lowest;
        Highest = highest;
        Step = step;
        _words = words;
    }

    /// <summary>The smallest answer.</summary>
    public Rational Lowest { get; }

    /// <summary>The largest answer.</summary>
    public Rational Highest { get; }

    /// <summary>How far neighbouring answers are apart; null where every number between the ends is an answer.</summary>
    public Rational? Step { get; }

    /// <summary>Largest less smallest.</summary>
    internal Rational Width => Highest - Lowest;

    /// <summary>Into how many steps the scale falls; only with <see cref="Step"/>.</summary>
    internal long Steps => (Width / Step!.Value).TryGetInt64(out var steps) ? steps : throw new InvalidOperationException("The scale has no steps.");

    /// <summary>Whole numbers from one to another, such as 1 to 5 of a Likert item.</summary>
    /// <param name="lowest">The smallest answer.</param>
    /// <param name="highest">The largest answer.</param>
    /// <exception cref="ArgumentException"><paramref name="highest"/> is not above <paramref name="lowest"/>, or more than 1,000,000 above.</exception>
    public static AnswerScale Whole(int lowest, int highest) =>
        Make(lowest, highest, 1, $"whole answers from {Text(lowest)} to {Text(highest)}");

    /// <summary>Numbers in equal steps, such as 0, 0.5, 1, ... 10.</summary>
    /// <param name="lowest">The smallest answer.</param>
    /// <param name="highest">The largest answer.</param>
    /// <param name="step">Above 0; a whole number of steps leads from the smallest to the largest answer.</param>
    /// <exception cref="ArgumentException">The ends are not in order, or are not a whole number of steps (at most 1,000,000) apart.</exception>
    public static AnswerScale Stepped(Rational lowest, Rational highest, Rational step) =>
        Make(lowest, highest, step, $"answers from {lowest} to {highest} in steps of {step}");

    /// <summary>All numbers from one to another, such as marks on a line.</summary>
    /// <param name="lowest">The smallest answer.</param>
    /// <param name="highest">The largest answer.</param>
    /// <exception cref="ArgumentException"><paramref name="highest"/> is not above <paramref name="lowest"/>.</exception>
    public static AnswerScale Continuous(Rational lowest, Rational highest) =>
        Make(lowest, highest, null, $"any answers from {lowest} to {highest}");

    /// <summary>
    /// Averages of several questions on this scale: what a rater's answer is where each was asked several questions and the table gives
    /// mean and SD of the raters' averages.
    /// </summary>
    /// <param name="questions">How many questions are averaged, at least 1.</param>
    /// <exception cref="ArgumentException"><paramref name="questions"/> is below 1, or there would be more than 1,000,000 steps.</exception>
    public AnswerScale AverageOf(int questions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(questions, 1);
        return Make(Lowest, Highest, Step / questions, $"averages of {Text(questions)} {_words}");
    }

    /// <summary>The scale in words.</summary>
    public override string ToString() => _words;

    private static AnswerScale Make(Rational lowest, Rational highest, Rational? step, string words)
    {
        if (highest <= lowest)
        {
            throw new ArgumentException($"The largest answer, {highest}, is not above the smallest, {lowest}.", nameof(highest));
        }

        if (step is { } one && (one.Sign <= 0 || !((highest - lowest) / one).IsInteger || (highest - lowest) / one > MostSteps))
        {
            throw new ArgumentException(
                $"Steps of {one} do not lead from {lowest} to {highest}: expected a whole number of steps, at most {Text(MostSteps)}.", nameof(step));
        }

        return new(lowest, highest, step, words);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
