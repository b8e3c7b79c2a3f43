using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Testing;
using NodaTime;
using static CivicTech.Budgeting.Tests.Voting.Polls;

namespace CivicTech.Budgeting.Tests.Voting;

/// <summary>Random commands in random order: what holds whatever happens.</summary>
public sealed class ModelTests
{
    private static readonly string[] Areas = ["city", "north", "south"];

    [Fact]
    public void RandomCommands_AnyPolicy_EveryBallotIsAccountedFor()
    {
        var random = new SplitMix64(20260907);
        for (var run = 0; run < 400; run++)
        {
            var plan = Plan(random.OneIn(3) ? new KnapsackDesign() : new ApprovalDesign { Minimum = random.Below(2), Maximum = random.Between(1, 4) }) with
            {
                Submission = random.Pick(Enum.GetValues<Submission>()),
                Precedence = random.Pick(Enum.GetValues<ChannelPrecedence>()),
                Access = random.Pick(Enum.GetValues<AreaAccess>()),
                CombinedMaximum = random.OneIn(2) ? null : random.Between(0, 6),
            };
            Run(random, Sheet(plan));
        }
    }

    private static void Run(SplitMix64 random, VotingSheet sheet)
    {
        var file = NewFile();
        var cast = Areas.ToDictionary(area => area, _ => 0);
        var now = Opens - Duration.FromDays(1);
        for (var step = 0; step < 60; step++)
        {
            now += Duration.FromHours(random.Below(14));
            if (random.OneIn(12))
            {
                var project = random.Pick(sheet.Ballot.Projects).Id;
                sheet = sheet.Next(random.Below(3) switch
                {
                    0 => new BallotChange { Removed = [project] },
                    1 => new BallotChange { Released = [project], Costs = [new(project, Euro(random.Between(0, 130)))] },
                    _ => new BallotChange(),
                });
            }

            var before = file;
            var decision = Decide(sheet, before, RandomCommands.Next(random), now);
            file = random.OneIn(4) ? VotingDecider.Release(decision.File, sheet) : decision.File;

            // Every ballot that was cast is in one of the sums, by the events alone.
            foreach (var happened in decision.Happened)
            {
                var isPaperOrBoth = happened.Kind == VoterHappeningKind.BallotVoided && before.Voids.Length == decision.File.Voids.Length;
                if (happened.Kind is VoterHappeningKind.BallotCast or VoterHappeningKind.BallotReplaced || isPaperOrBoth)
                {
                    cast[happened.Area!]++;
                }
            }

            Check(sheet, file, cast, decision, before);
        }
    }

    private static void Check(VotingSheet sheet, CivicTech.Budgeting.Voting.Files.VoterFile file, Dictionary<string, int> cast, VotingDecision decision, CivicTech.Budgeting.Voting.Files.VoterFile before)
    {
        Assert.Equal(decision.Refusals.IsEmpty, decision.IsAccepted);
        Assert.True(decision.IsAccepted || ReferenceEquals(before, decision.File));
        Assert.True(ReferenceEquals(before, decision.File) || decision.File.Version == before.Version + 1);
        Assert.True(decision.Happened.IsEmpty || !ReferenceEquals(before, decision.File));
        foreach (var area in Areas)
        {
            var ballot = file.Find(area);
            Assert.Equal(cast[area], ballot?.Cast ?? 0);
            Assert.True(ballot is null || ballot.IsCounted || ballot.Content.IsBlank);
            Assert.True(ballot is not { IsCounted: true } || ballot.Tracker != default);
        }

        // No ghosts: brought up to date, all that counts is a ballot of this edition, and the limits hold over all areas.
        var current = VotingDecider.Release(file, sheet);
        foreach (var ballot in current.Areas.Where(ballot => ballot.IsCounted))
        {
            var said = Said(sheet, current, ballot.Area);
            var projects = said == "blank" ? [] : said.Split(' ').Select(id => sheet.Ballot.Projects.Single(project => project.Id == id)).ToList();
            Assert.All(projects, project => Assert.True(project.Area == ballot.Area && !project.IsRemoved));
            if (sheet.Plan.Design is KnapsackDesign)
            {
                Assert.True(projects.Sum(project => project.Cost.MinorUnits) <= sheet.Plan.Areas.Single(area => area.Id == ballot.Area).Budget!.Value.MinorUnits);
            }
            else
            {
                Assert.InRange(projects.Count, sheet.Plan.Design!.Minimum, ((ApprovalDesign)sheet.Plan.Design).Maximum);
            }
        }

        var voted = current.Areas.Where(ballot => ballot.IsCounted).Select(ballot => ballot.Area).ToList();
        Assert.True(sheet.Plan.Access switch
        {
            AreaAccess.OwnAndWholeCity => !voted.Contains("south"),
            AreaAccess.OneArea => voted.Count <= 1,
            AreaAccess.OnePerGroup => !(voted.Contains("south") && voted.Contains("north")),
            _ => true,
        });
        Assert.True(sheet.Plan.CombinedMaximum is not { } most || current.Areas.Sum(ballot => ballot.Content.Count) <= most);
    }
}
