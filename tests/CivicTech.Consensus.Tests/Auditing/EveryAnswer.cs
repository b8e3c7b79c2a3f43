using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Auditing;

/// <summary>All that small panels can answer, listed one by one.</summary>
internal static class EveryAnswer
{
    /// <summary>Every choice of so many answers, their order aside.</summary>
    internal static IEnumerable<Rational[]> Of(int raters, IReadOnlyList<Rational> answers, int from = 0) => raters == 0
        ? [[]]
        : Enumerable.Range(from, answers.Count - from).SelectMany(first => Of(raters - 1, answers, first).Select(rest => (Rational[])[answers[first], .. rest]));

    internal static Rational Mean(Rational[] answers) => Sum(answers) / answers.Length;

    /// <summary>The sum of squared deviations from the mean.</summary>
    internal static Rational Squares(Rational[] answers)
    {
        var mean = Mean(answers);
        return Sum(answers.Select(answer => (answer - mean) * (answer - mean)));
    }

    private static Rational Sum(IEnumerable<Rational> numbers) => numbers.Aggregate(Rational.Zero, (sum, number) => sum + number);
}
