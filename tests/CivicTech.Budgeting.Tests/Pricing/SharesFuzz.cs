using System.Globalization;

namespace CivicTech.Tests.Budgeting;

/// <summary>
/// How many made elections are tried: the environment variable CIVICTECH_FUZZ_SHARES multiplies what is usual, CIVICTECH_FUZZ_SEED sets where
/// they start.
/// </summary>
internal static class SharesFuzz
{
    private static readonly int Times = Setting("CIVICTECH_FUZZ_SHARES", 1);
    private static readonly int First = Setting("CIVICTECH_FUZZ_SEED", 0);

    /// <summary>Numbers of elections.</summary>
    public static IEnumerable<int> Numbers(int usual) => Enumerable.Range(First, usual * Times);

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
