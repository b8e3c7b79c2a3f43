using CivicTech.Ballots;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Boxes;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Desks;
using CivicTech.Testing;
using NodaTime;
using static CivicTech.Budgeting.Tests.Voting.Polls;

namespace CivicTech.Budgeting.Tests.Voting;

public sealed class DeskTests
{
    private static readonly VotingPlan Revise = Plan() with { Submission = Submission.ReviseUntilClose };

    [Fact]
    public async Task Execute_BeforeTheBoxOpens_IsRefused()
    {
        var world = new DeskWorld(Sheet());
        world.Enter("ada");

        Assert.Equal(["voting-not-opened"], Codes(await world.VoteAsync("ada", Cast("north", "n1"))));
        await world.Desk.ReleaseAsync(Cycle);
        Assert.True((await world.VoteAsync("ada", Cast("north", "n1"))).IsAccepted);
    }

    [Fact]
    public async Task Execute_ManyVotes_LoadTheSheetOnce()
    {
        var world = new DeskWorld(Sheet());
        world.Enter("ada", "bob");
        await world.Desk.ReleaseAsync(Cycle);
        var loads = world.Loads;
        for (var i = 0; i < 10; i++)
        {
            await world.VoteAsync(i % 2 == 0 ? "ada" : "bob", Cast("north", "n1"));
        }

        Assert.Equal(loads, world.Loads);
    }

    [Fact]
    public async Task B13_TwoNodesWithStaleBallot_DecideOnThePresentOne()
    {
        var world = new DeskWorld(Sheet());
        world.Enter("ada");
        var (first, second) = (world.NewDesk(), world.NewDesk());
        await first.ReleaseAsync(Cycle);
        await world.VoteAsync("ada", Cast("city", "c1"), second);

        world.Sheet = world.Sheet.Next(new BallotChange { Removed = ["n1"] });

        // Between the change of the ballot and that of the box nothing is taken by whoever has the new ballot.
        Assert.Equal(["ballot-updating"], Codes(await world.VoteAsync("ada", Cast("north", "n1"), world.NewDesk())));
        await first.ReleaseAsync(Cycle);
        Assert.Equal(["project-removed"], Codes(await world.VoteAsync("ada", Cast("north", "n1"), second)));
        Assert.True((await world.VoteAsync("ada", Cast("north", "n2"), second)).IsAccepted);
    }

    [Fact]
    public async Task B09_ReleaseWhileVotersVote_LeavesNoGhosts()
    {
        var world = new DeskWorld(Sheet(Revise));
        var voters = Enumerable.Range(0, 3000).Select(i => $"v{i}").ToList();
        world.Enter(voters);
        await world.Desk.ReleaseAsync(Cycle);
        await Task.WhenAll(voters.Take(2500).Select(voter => Task.Run(() => world.VoteAsync(voter, Cast("north", "n1", "n2")))));

        world.Sheet = world.Sheet.Next(new BallotChange { Removed = ["n1"] });
        var release = Task.Run(() => world.Desk.ReleaseAsync(Cycle));
        await Task.WhenAll(voters.Skip(1000).Select(voter => Task.Run(() => world.VoteAsync(voter, Cast("north", "n2", "n3")))));
        var changed = await release;
        Assert.Equal(0, await world.NewDesk().ReleaseAsync(Cycle));
        Assert.InRange(changed, 1000, 2500);

        var content = await world.Desk.SealAndSeparateAsync(Cycle);
        var tally = (await world.Desk.TallyAsync(Cycle)).Tally!;
        var votes = tally.Areas[1].Profile.CountVoters();
        Assert.Equal(["n2", "n3", "n4"], tally.Areas[1].Profile.Candidates);
        Assert.Equal((tally.Voters, tally.Voters), (votes[0], content.Areas[1].Counted));
        Assert.InRange(votes[0], 2500, 3000);
    }

    [Fact]
    public async Task Release_WholeBallots_AreCountedAsLostAndVotersAreTold()
    {
        var world = new DeskWorld(Sheet());
        world.Enter("ada", "bob");
        await world.Desk.ReleaseAsync(Cycle);
        await world.VoteAsync("ada", Cast("north", "n1"));
        await world.VoteAsync("bob", Cast("north", "n2"));
        world.Sheet = world.Sheet.Next(new BallotChange { Removed = ["n1"] });

        Assert.Equal(1, await world.Desk.ReleaseAsync(Cycle));
        Assert.Equal("n1", (await world.Desk.StandingAsync(Cycle, "ada"))!.Notices.Single().Projects.Single());
        Assert.Empty((await world.Desk.StandingAsync(Cycle, "bob"))!.Notices);
        var content = await world.Desk.SealAndSeparateAsync(Cycle);
        Assert.Equal((2, 1, 1, 1), ((int)content.Areas[1].Cast, (int)content.Areas[1].Counted, (int)content.Areas[1].Withdrawn, (int)content.Voters));
    }

    [Fact]
    public async Task Standing_OnceSeparated_KeepsTheReceiptOfABallotOfAnEarlierEdition()
    {
        var world = new DeskWorld(Sheet(new ApprovalDesign { Minimum = 1, Maximum = 3 }));
        world.Enter("ada");
        await world.Desk.ReleaseAsync(Cycle);
        var receipt = (await world.VoteAsync("ada", Cast("north", "n1"))).Receipts.Single();
        world.Sheet = world.Sheet.Next(new BallotChange { Removed = ["n4"] });
        var content = await world.Desk.SealAndSeparateAsync(Cycle);

        var standing = (await world.Desk.StandingAsync(Cycle, "ada"))!;

        Assert.Equal(1, content.Areas[1].Counted);
        Assert.Equal(receipt, standing.Areas[1].Receipt);
        Assert.Empty(standing.Notices);
    }

    [Fact]
    public async Task B17_Separated_NothingConnectsVoterAndChoice()
    {
        var world = new DeskWorld(Sheet());
        world.Enter("ada", "bob");
        await world.Desk.ReleaseAsync(Cycle);
        var receipt = (await world.VoteAsync("ada", Cast("north", "n1"))).Receipts.Single();
        await world.VoteAsync("bob", Cast("north", "n2"));
        await world.Desk.SealAndSeparateAsync(Cycle);

        var register = await world.Box.ReadAsync(Cycle, null, 10, default);
        Assert.All(register.SelectMany(file => file.Areas), area => Assert.True(area.IsCounted && area.Content.IsBlank));
        var trackers = await world.Desk.TrackersAsync(Cycle);
        Assert.True(trackers.Contains(receipt.Tracker));
        Assert.Equal(2, trackers.Trackers.Length);
        Assert.DoesNotContain(typeof(BallotReceipt).GetProperties(), property => property.Name.Contains("Content", StringComparison.Ordinal) || property.Name.Contains("Line", StringComparison.Ordinal));
        Assert.Equal(["box-sealed"], Codes(await world.VoteAsync("ada", Cast("north", "n1"))));
    }

    [Fact]
    public async Task Sealed_SameBallotAgain_GivesTheReceiptAndNothingElseIsTaken()
    {
        var world = new DeskWorld(Sheet(Revise));
        world.Enter("ada");
        await world.Desk.ReleaseAsync(Cycle);
        var first = await world.VoteAsync("ada", Cast("north", "n1"));
        await world.Box.SealAsync(Cycle, default);

        Assert.Equal(first.Receipts.ToArray(), (await world.VoteAsync("ada", Cast("north", "n1"))).Receipts.ToArray());
        Assert.Equal(["box-sealed"], Codes(await world.VoteAsync("ada", Cast("north", "n2"))));
    }

    [Fact]
    public async Task Tally_Interim_IsRefusedUnlessThePlanShowsIt()
    {
        var hidden = new DeskWorld(Sheet());
        var shown = new DeskWorld(Sheet(Plan() with { ShowsInterimCounts = true }));
        foreach (var world in new[] { hidden, shown })
        {
            world.Enter("ada", "bob");
            await world.Desk.ReleaseAsync(Cycle);
            await world.VoteAsync("ada", Cast("north", "n1"));
        }

        Assert.Equal("interim-hidden", (await hidden.Desk.TallyAsync(Cycle)).Refusal!.Code);
        var tally = (await shown.Desk.TallyAsync(Cycle)).Tally!;
        Assert.Equal((false, 1L, 2L), (tally.IsFinal, tally.Voters, tally.Electorate));
        Assert.Equal(1, tally.Areas[1].Profile.Voters);
        await Assert.ThrowsAsync<InvalidOperationException>(() => shown.Desk.TrackersAsync(Cycle));
    }

    [Fact]
    public async Task B22_StreamedCount_EqualsTheFullCountInAnyOrder()
    {
        var random = new SplitMix64(5);
        var ballots = Enumerable.Range(0, 9000).Select(i => ($"v{i}", Area: random.Pick(new[] { "city", "north" }), Choice: Enumerable.Range(1, 4).Where(_ => random.OneIn(3)).Take(3).ToArray())).ToList();
        var digests = new List<string>();
        foreach (var shuffled in new[] { false, true })
        {
            if (shuffled)
            {
                random.Shuffle(ballots);
            }

            var world = new DeskWorld(Sheet());
            world.Enter(ballots.Select(ballot => ballot.Item1));
            await world.Desk.ReleaseAsync(Cycle);
            foreach (var (voter, area, choice) in ballots)
            {
                Assert.True((await world.VoteAsync(voter, Cast(area, [.. choice.Select(number => $"{area[0]}{number}")]))).IsAccepted);
            }

            var content = await world.Desk.SealAndSeparateAsync(Cycle);
            var tally = (await world.Desk.TallyAsync(Cycle)).Tally!;
            for (var place = 0; place < 2; place++)
            {
                var builder = new ApprovalProfileBuilder(tally.Areas[place].Profile.Candidates);
                foreach (var (_, _, choice) in ballots.Where(ballot => ballot.Area == tally.Areas[place].Numbers.Area))
                {
                    builder.Add([.. choice.Select(number => number - 1)]);
                }

                Assert.Equal(builder.Build().Digest, tally.Areas[place].Profile.Digest);
                Assert.Equal(ballots.Count(ballot => ballot.Area == tally.Areas[place].Numbers.Area && ballot.Choice.Length == 0), tally.Areas[place].Numbers.Blank);
            }

            Assert.Equal(9000, tally.Voters);
            digests.Add(content.Ballots.ToString());
        }

        Assert.Equal(digests[0], digests[1]);
    }

    [Fact]
    public async Task B01_ThousandsAtOnceWithDoubleClicksOnTwoNodes_NothingIsLostOrDoubled()
    {
        var world = new DeskWorld(Sheet());
        var voters = Enumerable.Range(0, 4000).Select(i => $"v{i}").ToList();
        world.Enter(voters);
        await world.Desk.ReleaseAsync(Cycle);
        var other = world.NewDesk();
        var answers = await Task.WhenAll(voters.SelectMany(voter => Enumerable.Range(0, 3).Select(click => Task.Run(async () => (voter, await world.VoteAsync(voter, Cast("north", "n1"), click == 1 ? other : world.Desk))))));

        Assert.All(answers, answer => Assert.True(answer.Item2.IsAccepted));
        Assert.All(answers.GroupBy(answer => answer.voter), clicks => Assert.Single(clicks.Select(click => click.Item2.Receipts.Single().Tracker).Distinct()));
        Assert.Equal(4000, answers.Sum(answer => answer.Item2.Happened.Length));
        var content = await world.Desk.SealAndSeparateAsync(Cycle);
        Assert.Equal((4000L, 4000L, 0L), (content.Areas[1].Cast, content.Areas[1].Counted, content.Areas[1].Replaced));
        Assert.Equal(4000, (await world.Desk.TallyAsync(Cycle)).Tally!.Areas[1].Profile.CountVoters()[0]);
    }

    [Fact]
    public async Task B01_TwoTabsWithTwoBallots_OneCounts()
    {
        var world = new DeskWorld(Sheet());
        var voters = Enumerable.Range(0, 500).Select(i => $"v{i}").ToList();
        world.Enter(voters);
        await world.Desk.ReleaseAsync(Cycle);
        var other = world.NewDesk();
        var answers = await Task.WhenAll(voters.SelectMany(voter => new[] { Task.Run(() => world.VoteAsync(voter, Cast("north", "n1"))), Task.Run(() => world.VoteAsync(voter, Cast("north", "n2"), other)) }));

        Assert.Equal(500, answers.Count(answer => answer.IsAccepted));
        Assert.All(answers.Where(answer => !answer.IsAccepted), answer => Assert.Equal(["already-voted"], Codes(answer)));
        Assert.Equal(500, (await world.Desk.SealAndSeparateAsync(Cycle)).Areas[1].Cast);
    }

    [Fact]
    public async Task Seal_RacingWithVotes_CountsExactlyWhatWasAccepted()
    {
        for (var run = 0; run < 5; run++)
        {
            var world = new DeskWorld(Sheet());
            var voters = Enumerable.Range(0, 2000).Select(i => $"v{i}").ToList();
            world.Enter(voters);
            await world.Desk.ReleaseAsync(Cycle);
            var votes = voters.Select(voter => Task.Run(() => world.VoteAsync(voter, Cast("north", "n1")))).ToList();
            var content = await Task.Run(() => world.NewDesk().SealAndSeparateAsync(Cycle));
            var answers = await Task.WhenAll(votes);

            Assert.Equal(answers.Count(answer => answer.IsAccepted), content.Areas[0].Counted + content.Areas[1].Counted);
            Assert.All(answers.Where(answer => !answer.IsAccepted), answer => Assert.Equal(["box-sealed"], Codes(answer)));
            Assert.Equal(content, await world.Desk.SealAndSeparateAsync(Cycle));
        }
    }

    [Fact]
    public async Task SealAndSeparate_CrashAtAnyPoint_GoesOnWhenCalledAgain()
    {
        BoxContent? expected = null;
        for (var crashAt = 1; crashAt < 40; crashAt++)
        {
            var box = new CrashingBox(new InMemoryBallotBox());
            var world = new DeskWorld(Sheet(Revise), box);
            world.Enter("ada", "bob", "eve");
            await world.Desk.ReleaseAsync(Cycle);
            await world.VoteAsync("ada", Cast("north", "n1", "n2"));
            await world.VoteAsync("bob", Cast("north", "n2"));
            world.Sheet = world.Sheet.Next(new BallotChange { Removed = ["n1"] });
            box.CrashAt = crashAt;
            BoxContent? content = null;
            for (var call = 0; content is null; call++)
            {
                Assert.InRange(call, 0, 1);
                try
                {
                    content = await world.NewDesk().SealAndSeparateAsync(Cycle);
                }
                catch (TimeoutException)
                {
                    continue;
                }
            }

            content = content with { Trackers = default };
            Assert.Equal(expected ?? content, content);
            Assert.Equal((2L, 2L), (content.Areas[1].Cast, content.Areas[1].Counted));
            expected = content;
        }
    }

    [Fact]
    public async Task Execute_BoxFails_TellsTheCallerAndGoesOn()
    {
        var box = new CrashingBox(new InMemoryBallotBox());
        var world = new DeskWorld(Sheet(), box);
        world.Enter(Enumerable.Range(0, 200).Select(i => $"v{i}"));
        await world.Desk.ReleaseAsync(Cycle);
        box.CrashAt = 3;
        var votes = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(async () =>
        {
            try
            {
                return (await world.VoteAsync($"v{i}", Cast("north", "n1"))).IsAccepted;
            }
            catch (TimeoutException)
            {
                return false;
            }
        })));

        Assert.Contains(false, votes);
        for (var i = 0; i < 200; i++)
        {
            Assert.True((await world.VoteAsync($"v{i}", Cast("north", "n1"))).IsAccepted);
        }

        Assert.Equal(200, (await world.Desk.SealAndSeparateAsync(Cycle)).Areas[1].Cast);
    }

    [Fact]
    public async Task Execute_GivenUpBefore_IsCancelled()
    {
        var world = new DeskWorld(Sheet());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.Desk.ExecuteAsync(Cycle, "ada", Cast("north", "n1"), new CancellationToken(true)));
    }

    [Fact]
    public async Task SealAndSeparate_NoVotes_IsEmpty()
    {
        var world = new DeskWorld(Sheet());
        var content = await world.Desk.SealAndSeparateAsync(Cycle);

        Assert.Equal((0L, 3), (content.Voters, content.Areas.Length));
        Assert.True((await world.Desk.TallyAsync(Cycle)).Tally!.IsFinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.Desk.SealAndSeparateAsync("other"));
    }
}
