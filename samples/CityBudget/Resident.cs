using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Rolls;
using NodaTime;

namespace CityBudget;

/// <summary>A made-up resident: everything about one follows from the number.</summary>
internal sealed class Resident(int number)
{
    private static readonly Idea[] Everything = [.. Idea.All, Idea.Group];

    internal string Id { get; } = $"resident-{number:D7}";

    internal string District { get; } = City.Districts[number % City.Districts.Length];

    /// <summary>One of fifty is too young.</summary>
    internal bool IsTooYoung => number % 50 == 7;

    internal RollEntry Entry => new()
    {
        Born = IsTooYoung ? new LocalDate(2013, 5, 17) : new LocalDate(1940 + number % 70, 1 + number % 12, 1 + number % 28),
        Residences = [new Residence { Area = District }],
    };

    /// <summary>A ballot of up to three projects of an area, the popular ones more often.</summary>
    internal BallotLine[] Choose(string area, IReadOnlySet<string> onBallot)
    {
        var ideas = Everything.Where(idea => idea.Area == area && onBallot.Contains(idea.Id)).ToList();
        var draw = new Draw((ulong)number * 31 + (ulong)area.Length);
        var lines = new List<BallotLine>();
        for (var i = 1 + draw.Below(3); i > 0 && ideas.Count > 0; i--)
        {
            var ticket = draw.Below(ideas.Sum(idea => idea.Appeal));
            var chosen = ideas.First(idea => (ticket -= idea.Appeal) < 0);
            ideas.Remove(chosen);
            lines.Add(new BallotLine { Project = chosen.Id });
        }

        return [.. lines];
    }
}
