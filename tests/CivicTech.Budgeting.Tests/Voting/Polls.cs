using System.Collections.Immutable;
using System.Text;
using CivicTech.Amounts;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Rolls;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Budgeting.Tests.Voting;

/// <summary>A small city that votes: the whole city, north and south, four projects each, vote on 7 to 23 September.</summary>
internal static class Polls
{
    internal const string Cycle = "city-2026";

    internal static readonly Instant Opens = Instant.FromUtc(2026, 9, 7, 6, 0);
    internal static readonly Instant Closes = Instant.FromUtc(2026, 9, 23, 18, 0);
    internal static readonly Instant Noon = Instant.FromUtc(2026, 9, 10, 12, 0);
    internal static readonly VoterKeys Keys = new(Encoding.ASCII.GetBytes("a secret of thirty-two bytes or more"));
    internal static readonly RollEntry Northerner = new() { Born = new LocalDate(1980, 5, 1), Residences = [new Residence { Area = "north" }] };

    internal static Money Euro(long amount) => Money.Of(amount, "EUR");

    internal static VotingPlan Plan(BallotDesign? design = null) => new()
    {
        Areas =
        [
            new VotingArea { Id = "city", IsWholeCity = true, Budget = Euro(1000) },
            new VotingArea { Id = "north", Group = "districts", Budget = Euro(100) },
            new VotingArea { Id = "south", Group = "districts", Budget = Euro(100) },
        ],
        Design = design ?? new ApprovalDesign { Maximum = 3 },
        Access = AreaAccess.OwnAndWholeCity,
        Voters = new VoterRule { MinimumAge = 16, AgeAsOf = new LocalDate(2026, 9, 7), ResidenceAsOf = new LocalDate(2026, 9, 1) },
    };

    /// <summary>Projects c1 to c4 of 300, n1 to n4 and s1 to s4 of 40 euro each.</summary>
    internal static OfficialBallot Ballot(VotingPlan plan) => new()
    {
        Edition = 1,
        Areas = plan.Areas,
        Projects =
        [
            .. plan.Areas.SelectMany(area => Enumerable.Range(1, 4).Select(number => new BallotProject
            {
                Id = $"{area.Id[0]}{number}",
                Area = area.Id,
                Cost = area.Id == "city" ? Euro(300) : Euro(40),
            })),
        ],
    };

    internal static VotingSheet Sheet(VotingPlan? plan = null, OfficialBallot? ballot = null)
    {
        plan ??= Plan();
        return new VotingSheet(Cycle, plan, ballot ?? Ballot(plan), plan.Areas.ToDictionary(area => area.Id, _ => ImmutableArray.Create(new TimeWindow(Opens, Closes))));
    }

    internal static VotingSheet Sheet(BallotDesign design) => Sheet(Plan(design));

    internal static VotingSheet Next(this VotingSheet sheet, BallotChange change) => Sheet(sheet.Plan, sheet.Ballot.Next(change));

    internal static VoterFile NewFile(string voter = "ada") => VoterFile.Of(Keys.KeyOf(Cycle, voter));

    internal static ImmutableArray<BallotLine> Lines(params string[] projects) => [.. projects.Select(Line)];

    internal static CastBallot Cast(string area, params string[] projects) => new() { Area = area, Lines = Lines(projects) };

    internal static SaveBasket Save(string area, params string[] projects) => new() { Area = area, Lines = Lines(projects) };

    internal static CastCard OnPaper(string area, string card, Instant handedIn, params string[] projects) => new() { Area = area, Card = card, HandedIn = handedIn, Lines = Lines(projects) };

    internal static VotingDecision Decide(VotingSheet sheet, VoterFile file, VotingCommand command, Instant? now = null, RollEntry? voter = null) =>
        VotingDecider.Decide(sheet, voter ?? Northerner, file, command, now ?? Noon, RandomTrackers.Instance);

    /// <summary>The file after a command that must be accepted.</summary>
    internal static VoterFile Done(VotingSheet sheet, VoterFile file, VotingCommand command, Instant? now = null)
    {
        var decision = Decide(sheet, file, command, now);
        Assert.Empty(decision.Refusals);
        return decision.File;
    }

    internal static string[] Codes(VotingDecision decision) => [.. decision.Refusals.Select(refusal => refusal.Code)];

    /// <summary>The projects on a voter's counted ballot of an area, as the bytes of its content say: read here without the library's reader.</summary>
    internal static string Said(VotingSheet sheet, VoterFile file, string area)
    {
        if (file.Find(area) is not { IsCounted: true } ballot)
        {
            return "none";
        }

        var numbers = new Queue<long>();
        var (value, shift) = (0L, 0);
        foreach (var part in ballot.Content.Bytes)
        {
            value |= (long)(part & 0x7F) << shift;
            shift += 7;
            if (part < 0x80)
            {
                numbers.Enqueue(value);
                (value, shift) = (0, 0);
            }
        }

        if (numbers.Count == 0)
        {
            return "blank";
        }

        var head = numbers.Dequeue();
        var place = 0L;
        var ids = Enumerable.Range(0, (int)(head / 2)).Select(_ => sheet.Ballot.Projects[(int)(place += numbers.Dequeue())].Id).ToList();
        return string.Join(' ', ids.Select(id => head % 2 == 0 ? id : $"{id}={(numbers.Dequeue() is var zigzag && zigzag % 2 == 0 ? zigzag / 2 : -(zigzag + 1) / 2)}"));
    }

    private static BallotLine Line(string text) => text.Split('=') is [var project, var value]
        ? new BallotLine { Project = project, Value = long.Parse(value, System.Globalization.CultureInfo.InvariantCulture) }
        : new BallotLine { Project = text };
}
