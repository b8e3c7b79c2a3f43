using CivicTech.Ties;

namespace CouncilElection;

/// <summary>
/// The lot of the built-in election, as a town would draw it: the clerk published the commitment before voting ended, and the numbers of a
/// lottery that was still to come decide together with the secret that the clerk then opened.
/// </summary>
public static class DemoLot
{
    private const string Secret = "Millbrook, envelope 7: the heron stands in the reeds";
    private const string PublicValue = "Lottery of 9 May 2026: 4 8 15 16 23 42";

    public static string Seed => LotSeed.Reveal(Secret, LotSeed.Commit(Secret), PublicValue);

    public static string Story => $"""
        Ties that a rule leaves to lot are drawn from a seed that nobody could choose:
          published before voting ended  {LotSeed.Commit(Secret)}
          opened afterwards              "{Secret}"
          named in advance               "{PublicValue}"
          together the seed              {Seed}
        """;
}
