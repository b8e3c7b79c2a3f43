using System.Diagnostics.CodeAnalysis;

namespace CivicTech.TestKit.Stores;

/// <summary>Throws <see cref="KitFailure"/> with what was expected and what came.</summary>
internal static class Expect
{
    internal static void That([DoesNotReturnIf(false)] bool holds, string expectation)
    {
        if (!holds)
        {
            throw new KitFailure($"Expected {expectation}.");
        }
    }

    internal static void Equal<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new KitFailure($"Expected {what} to be {Show(expected)}, not {Show(actual)}.");
        }
    }

    internal static void Same<T>(IEnumerable<T> expected, IEnumerable<T> actual, string what) =>
        Equal(string.Join("\n", expected.Select(Show)), string.Join("\n", actual.Select(Show)), what);

    private static string Show<T>(T value)
    {
        var text = value?.ToString() ?? "nothing";
        return text.Length <= 2000 ? $"'{text}'" : $"'{text[..2000]}…'";
    }
}
