namespace CityBudget;

/// <summary>A proposal of the story.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Area">The area that is to pay.</param>
/// <param name="Author">Who proposes it.</param>
/// <param name="Price">What the officials say that it costs, in euros.</param>
/// <param name="Appeal">How much people like it: the weight of it in the made-up votes.</param>
/// <param name="Place">A place that another proposal may want too.</param>
internal sealed record Idea(string Id, string Area, string Author, int Price, int Appeal, string? Place = null)
{
    internal static IReadOnlyList<Idea> All { get; } =
    [
        new("bicycle-racks", "north", "amina", 45_000, 9),
        new("school-garden", "north", "bruno", 80_000, 12),
        new("basketball-court", "north", "chloe", 120_000, 8, "place-du-marche"),
        new("skate-park", "north", "dara", 160_000, 7, "place-du-marche"),
        new("shade-trees-north", "north", "emil", 90_000, 10),
        new("benches-on-the-hill", "east", "farah", 30_000, 6),
        new("playground-east", "east", "gita", 150_000, 12),
        new("street-lamps", "east", "hugo", 110_000, 9),
        new("drinking-fountains", "east", "ines", 40_000, 11),
        new("community-kitchen", "east", "jonas", 140_000, 7),
        new("river-steps", "south", "karim", 180_000, 12),
        new("library-terrace", "south", "lena", 95_000, 8),
        new("dog-park", "south", "milo", 35_000, 5),
        new("calm-street", "south", "nora", 120_000, 10),
        new("open-air-gym", "west", "omar", 70_000, 8),
        new("wheelchair-ramps", "west", "paula", 130_000, 9),
        new("bee-meadow", "west", "quentin", 25_000, 7),
        new("shade-trees-west", "west", "rosa", 90_000, 11),
        new("youth-centre-roof", "west", "sami", 160_000, 8),
        new("cycle-path-ring", City.WholeCity, "tara", 420_000, 14),
        new("repair-workshops", City.WholeCity, "umar", 150_000, 9),
        new("swimming-lessons-pool", City.WholeCity, "vera", 380_000, 10),
        new("night-bus-shelters", City.WholeCity, "willem", 200_000, 8),
        new("open-data-portal", City.WholeCity, "xenia", 60_000, 3),
    ];

    /// <summary>What officials made of two of them.</summary>
    internal static Idea Group { get; } = new("shade-trees", City.WholeCity, "emil", 170_000, 11);
}
