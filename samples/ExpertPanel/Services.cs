using System.Collections.Immutable;

namespace ExpertPanel;

/// <summary>The 368 services of the town, 168 of which the law allows to hand over.</summary>
internal static class Services
{
    internal const string Disputed = "parks-07";
    internal const string HardToJudge = "pond-watch";
    internal const string TakenOver = "stop-timetables";
    internal const string Suggested = "seed-library";

    /// <summary>Department, what could be handed over with its liking, how many others are rated, and how many are forbidden.</summary>
    private static readonly (string Department, (string Id, int Liking)[] Named, int Others, int Forbidden)[] Lists =
    [
        ("parks", [("tree-pits", 480), ("flower-beds", 440), ("path-signs", 350), ("frog-fence", 425), ("bench-repair", 375), ("compost-yard", 410), ("tool-shed", 460), (HardToJudge, 400)], 34, 50),
        ("culture", [("story-hours", 470), ("film-nights", 345), ("photo-archive", 425), ("museum-guides", 385), ("choir-evenings", 450)], 23, 36),
        ("mobility", [("walking-bus", 480), ("repair-stands", 440), ("stop-gardens", 350), (TakenOver, 395)], 23, 33),
        ("planning", [], 17, 22),
        ("works", [], 21, 24),
        ("housing", [], 15, 17),
        ("finance", [], 10, 14),
    ];

    /// <summary>Why the law forbids to hand a service over, and how often.</summary>
    private static readonly (string Reason, int Count)[] Laws = [("reserved to officials by law", 118), ("needs personal files", 47), ("safety rules", 35)];

    private static readonly ImmutableArray<ImmutableArray<string>> JointPanels =
        [["parks", "works"], ["parks", "housing"], ["culture", "finance"], ["planning", "works"], ["housing", "finance"], ["mobility", "planning", "works"]];

    internal static ImmutableArray<Service> All { get; } = [.. Make()];

    internal static Service New { get; } = new() { Id = Suggested, Panels = ["parks"], Liking = 430 };

    internal static Service Find(string id) => id == New.Id ? New : All.First(service => service.Id == id);

    private static IEnumerable<Service> Make()
    {
        var reasons = new Queue<string>(Laws.SelectMany(law => Enumerable.Repeat(law.Reason, law.Count)));
        foreach (var (department, named, others, forbidden) in Lists)
        {
            foreach (var (id, liking) in named)
            {
                yield return new Service { Id = id, Panels = [department], Liking = liking, Doubt = department == "culture" ? 90 : 150 };
            }

            for (var number = 1; number <= others + forbidden; number++)
            {
                yield return Other($"{department}-{number:00}", [department], number > others ? reasons.Dequeue() : null);
            }
        }

        yield return new Service { Id = "street-feast", Panels = ["parks", "culture"], Liking = 455 };
        yield return new Service { Id = "sunday-streets", Panels = ["parks", "mobility"], Liking = 400 };
        for (var number = 1; number <= 10; number++)
        {
            yield return Other($"joint-{number:00}", JointPanels[(number - 1) % JointPanels.Length], number > JointPanels.Length ? reasons.Dequeue() : null);
        }
    }

    private static Service Other(string id, ImmutableArray<string> panels, string? forbidden) =>
        new() { Id = id, Panels = panels, Liking = Draw.Between(110, 240, id), Forbidden = forbidden };
}
