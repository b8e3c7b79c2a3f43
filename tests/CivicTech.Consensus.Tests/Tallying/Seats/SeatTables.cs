namespace CivicTech.Tests.Consensus.Tallying.Seats;

/// <summary>Every way to divide seats, for oracles.</summary>
internal static class SeatTables
{
    internal static IEnumerable<int[]> All(int parties, int seats) => parties == 1
        ? [[seats]]
        : Enumerable.Range(0, seats + 1).SelectMany(first => All(parties - 1, seats - first).Select(rest => (int[])[first, .. rest]));

    internal static IEnumerable<string> Text(IEnumerable<IEnumerable<int>> tables) => tables.Select(table => string.Join(' ', table)).Order(StringComparer.Ordinal);
}
