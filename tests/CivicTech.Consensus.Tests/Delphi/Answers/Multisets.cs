using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Answers;

namespace CivicTech.Tests.Consensus.Delphi.Answers;

/// <summary>All that a number of people can answer, by counts.</summary>
internal static class Multisets
{
    internal static IEnumerable<AnswerCounts> Of(RatingScale scale, int people) =>
        Counts(scale.Steps, people).Select(counts => AnswerCounts.FromCounts(scale, [.. counts]));

    internal static int[] Sorted(AnswerCounts answers) =>
        [.. answers.Counts.Index().SelectMany(step => Enumerable.Repeat(answers.Scale.Lowest + step.Index, step.Item))];

    private static IEnumerable<ImmutableList<int>> Counts(int steps, int people) => steps == 1
        ? [[people]]
        : Enumerable.Range(0, people + 1).SelectMany(first => Counts(steps - 1, people - first).Select(rest => rest.Insert(0, first)));
}
