namespace CivicTech.Benchmarks;

/// <summary>
/// The files that are read: real elections from the folder that CIVICTECH_DATA names (laid out for the conformance runner), or made-up ones
/// of like size when it is not set.
/// </summary>
internal static class Elections
{
    internal static readonly string[] Names =
    [
        "Poland_Wroclaw_2015_150_-_500",
        "Poland_Lodz_2022",
        "Netherlands_Amsterdam_252",
        "Poland_Warszawa_2026",
        "Hungary_Budapest_2024",
        "Poland_Krakow_2024",
        "Poland_Katowice_2023",
    ];

    /// <summary>For Equal Shares, from 6,000 to 132,000 voters.</summary>
    internal static readonly string[] SharesNames =
    [
        "Poland_Wieliczka_2023_Green_Budget",
        "Netherlands_Amsterdam_252",
        "Poland_Warszawa_2020_Praga-Poludnie",
        "Hungary_Budapest_2024",
        "Poland_Gdansk_2020",
        "Poland_Warszawa_2026",
        "Poland_Lodz_2022",
        "Poland_Wroclaw_2015_150_-_500",
        "Poland_Katowice_2023",
        "Poland_Krakow_2024",
    ];

    internal static readonly string[] MadeUp = ["one project a ballot", "few projects a ballot", "many projects a ballot"];

    private static string? Folder => Environment.GetEnvironmentVariable("CIVICTECH_DATA");

    internal static IEnumerable<string> Available => Among(Names);

    internal static IEnumerable<string> AvailableForShares => Among(SharesNames);

    /// <summary>The path of an election; made-up ones are written to the temporary folder first.</summary>
    internal static string PathOf(string name)
    {
        if (Folder is { } folder && Array.IndexOf(MadeUp, name) < 0)
        {
            return PathIn(folder, name);
        }

        var path = Path.Combine(Path.GetTempPath(), $"civictech-{name.Replace(' ', '-')}.pb");
        if (!File.Exists(path))
        {
            var (projects, voters, shortest, longest) = name switch
            {
                "one project a ballot" => (197, 130_000L, 1, 1),
                "few projects a ballot" => (160, 90_000L, 1, 5),
                _ => (85, 9_000L, 5, 30),
            };
            using var stream = File.Create(path);
            SyntheticElection.Write(stream, projects, voters, shortest, longest);
        }

        return path;
    }

    private static IEnumerable<string> Among(string[] names) => Folder is { } folder
        ? names.Where(name => File.Exists(PathIn(folder, name)))
        : MadeUp;

    private static string PathIn(string folder, string name) => Path.Combine(folder, "pabulib", "instances", name + ".pb");
}
