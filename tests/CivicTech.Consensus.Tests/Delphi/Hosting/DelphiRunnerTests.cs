using CivicTech.Consensus;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Effects;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Hosting;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;
using CivicTech.Tests.Consensus.Delphi.Studies;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static CivicTech.Tests.Consensus.Delphi.Studies.Solo;

namespace CivicTech.Tests.Consensus.Delphi.Hosting;

public sealed class DelphiRunnerTests
{
    private const int Experts = 60;
    private const int Items = 12;
    private const int Times = 30;

    [Fact]
    public async Task Submissions_OfManyAtOnceFromTwoMachines_AreAllThereAndNoneTwice()
    {
        var host = new Host();
        await host.PrepareAsync(Endless(Panel("p", ("r", Experts))), Experts, Items);
        DelphiRunner[] machines = [host.Studies, host.NewRunner()];

        // Every expert on two devices, each with items of its own and one that both change; every third is sent twice.
        await Task.WhenAll(Enumerable.Range(0, Experts * 2).Select(device => Task.Run(async () =>
        {
            var (expert, side) = (device / 2, device % 2);
            for (var time = 0; time < Times; time++)
            {
                var command = Submit($"e{expert}", 1, ($"i{(side * 5) + (time % 5)}", 1 + ((expert + time) % 5)), ("i11", 1 + (time % 5))) with { Key = $"{device}-{time}" };
                for (var again = time % 3 == 0 ? 2 : 1; again > 0; again--)
                {
                    var execution = await machines[(device + again) % 2].ExecuteAsync("s", command);
                    Assert.True(execution.IsAccepted, string.Join("; ", execution.Refusals));
                }
            }
        })));
        var stored = await Whole.StoredAsync(host.Store, "s");
        Whole.AssertSame(await Whole.ToldAsync(host.Store, "s"), stored);
        for (var expert = 0; expert < Experts; expert++)
        {
            // The last of each device to each of its items; of both to the item that both change.
            var sheet = stored.Sheets[$"1/e{expert}"];
            Assert.Equal(11, sheet.Answers.Length);
            Assert.All(Enumerable.Range(0, 10), item => Assert.Equal(1 + ((expert + Times - 5 + (item % 5)) % 5), sheet.Find($"i{item}")!.Value));
        }

        var keys = new List<string>();
        await foreach (var happening in host.Studies.JournalAsync("s"))
        {
            if (happening is { Key: { } key, Events: [AnswersGiven, ..] })
            {
                keys.Add(key);
            }
        }

        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.InRange(keys.Count, Experts * 2 * 5, Experts * 2 * Times);

        host.Clock.Now += 10 * Day;
        Assert.Empty((await host.Studies.AdvanceDueAsync()).Failures);
        var summary = (await host.Studies.RoundAsync("s", 1))!;
        Assert.Equal((Experts, Experts, 0), (summary.Asked, summary.Responded, summary.Complete));
        Assert.All(summary.Items.Where(item => item.Item != "i10"), item => Assert.Equal(Experts, item.Counts.Sum()));
        Assert.Equal(StudyStatus.Between, (await host.Studies.OverviewAsync("s"))!.Status);
    }

    [Fact]
    public async Task Submit_UnderTheSameKeyAgain_IsTheFirstAnswer()
    {
        var host = new Host();
        await host.PrepareAsync(Endless(Panel("p", ("r", 2))), 2, 1);
        var first = await host.Studies.ExecuteAsync("s", Submit("e0", 1, ("i0", 5)) with { Key = "k" });
        await host.Studies.ExecuteAsync("s", Submit("e0", 1, ("i0", 1)));
        var again = await host.Studies.ExecuteAsync("s", Submit("e0", 1, ("i0", 5)) with { Key = "k" });

        Assert.Equal((true, true, first.Version), (again.IsAccepted, again.IsRepeat, again.Version));
        Assert.Equal(1, (await Whole.StoredAsync(host.Store, "s")).Sheets["1/e0"].Find("i0")!.Value);
        Assert.False((await host.Studies.ExecuteAsync("s", Submit("e0", 1, ("i0", 2)) with { Key = "k" })).IsAccepted);
    }

    [Fact]
    public async Task Study_ByItsScheduler_TellsEverybodyOnceAndEnds()
    {
        var host = new Host();
        var endless = Endless(Panel("p", ("r", 3)));
        await host.PrepareAsync(endless with { Reminders = [3 * Day], Stop = endless.Stop with { MaxRounds = 1 } }, 3, 2);
        await host.DoAsync(Submit("e0", 1, ("i0", 5), ("i1", 5)), "a0");
        await host.PassAsync(12 * Day, Day / 2);

        Assert.Equal(
            ["findings-ready/1: ", "invitation/e0/1: e0", "invitation/e1/2: e1", "invitation/e2/3: e2", "questions-open/1: e0 e1 e2", "reminder/1/1: e1 e2", "study-over: e0 e1 e2"],
            host.Heard.Messages.Select(message => $"{message.Key}: {string.Join(' ', message.Notice.Experts)}").Order(StringComparer.Ordinal));
        Assert.All(host.Heard.Messages, message => Assert.Equal("s", message.Study));
        Assert.Equal(NoticeKind.StudyOver, host.Heard.Messages.Last().Notice.Notice);
        Assert.Empty((await Whole.StoredAsync(host.Store, "s")).Effects.All);
        Assert.Equal(StudyStatus.Concluded, (await host.Studies.OverviewAsync("s"))!.Status);
    }

    [Fact]
    public async Task Crash_AnywhereOnce_EndsAsIfThereHadBeenNone()
    {
        foreach (var what in new[] { Trap.Save, Trap.Tell })
        {
            var count = new Trap(what, 0, after: false);
            var expected = await RunAsync(count);
            Assert.True(count.Count > 10, $"{what}: {count.Count}");
            for (var number = 1; number <= count.Count; number++)
            {
                foreach (var after in new[] { false, true })
                {
                    var actual = await RunAsync(new Trap(what, number, after));
                    Assert.True(expected == actual, $"{what} {number}, after: {after}\n{expected}\n{actual}");
                }
            }
        }
    }

    [Fact]
    public async Task Reads_OfNoStudy_AreNothing()
    {
        var studies = new Host().Studies;

        Assert.Null(await studies.OverviewAsync("s"));
        Assert.Null(await studies.ViewAsync("s", "e1"));
        Assert.Null(await studies.ReportAsync("s"));
        Assert.Null(await studies.RoundAsync("s", 1));
        await foreach (var item in studies.ItemsAsync("s"))
        {
            Assert.Fail(item.Id);
        }

        Assert.Equal("wrong-status", Assert.Single((await studies.ExecuteAsync("s", new CancelStudy { Reason = "r" })).Refusals).Code);
        Assert.Equal("no-such-round", Assert.Single((await studies.ExecuteAsync("s", Submit("e1", 1, ("i", 1)))).Refusals).Code);
    }

    [Fact]
    public async Task Reads_OfAStudy_AreInOrder()
    {
        var host = new Host();
        await host.PrepareAsync(Endless(Panel("p", ("r", 12))), 11, 11);
        await host.DoAsync(new MakeSuggestion { Suggestion = "s1", Expert = "e10", Text = "texts/s1", Panels = ["p"] }, "x");
        var (items, experts, suggestions) = (new List<string>(), new List<string>(), new List<string>());
        await foreach (var item in host.Studies.ItemsAsync("s"))
        {
            items.Add(item.Id);
        }

        await foreach (var expert in host.Studies.ExpertsAsync("s"))
        {
            experts.Add(expert.Id);
        }

        await foreach (var suggestion in host.Studies.SuggestionsAsync("s"))
        {
            suggestions.Add(suggestion.Id);
        }

        Assert.Equal(Enumerable.Range(0, 11).Select(item => $"i{item}").Order(StringComparer.Ordinal), items);
        Assert.Equal(Enumerable.Range(0, 11).Select(expert => $"e{expert}").Order(StringComparer.Ordinal), experts);
        Assert.Equal(["s1"], suggestions);
        Assert.Null(await host.Studies.RoundAsync("s", 1));
        Assert.Equal(11, (await host.Studies.ViewAsync("s", "e3"))!.Unanswered);
        Assert.Null(await host.Studies.ViewAsync("s", "stranger"));
    }

    [Fact]
    public async Task Plan_OfAnotherStudy_Throws() =>
        await Assert.ThrowsAsync<ArgumentException>(() => new Host().Studies.ExecuteAsync("other", new PlanStudy { Protocol = TwoPanels() }));

    [Fact]
    public async Task AddConsensus_WithStoreAndNotices_RunsStudies()
    {
        var services = new ServiceCollection().AddSingleton<IClock>(new FakeClock(Start));
        services.AddCivicTech().AddConsensus().AddConsensus().UseInMemoryProcesses().UseStudyNotices<Heard>().UseStudyNotices<Nobody>();
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        var studies = Assert.Single(provider.GetServices<IDelphiStudies>());
        Assert.True((await studies.ExecuteAsync("s", new PlanStudy { Protocol = Endless(Panel("p", ("r", 2))) })).IsAccepted);
        await studies.ExecuteAsync("s", new InviteExpert { Expert = "e1", Seats = [new() { Panel = "p", Role = "r" }] });
        var report = await studies.AdvanceDueAsync();

        Assert.Equal((1, 0), (report.Effects, report.Failures.Length));
        Assert.Equal("invitation/e1/1", Assert.Single(Assert.IsType<Heard>(provider.GetRequiredService<IStudyNotices>()).Messages).Key);
        Assert.IsType<InMemoryProcessStore>(provider.GetRequiredService<IProcessStore>());
    }

    [Theory]
    [InlineData(typeof(IProcessStore))]
    [InlineData(typeof(IStudyNotices))]
    public void AddConsensus_WithoutAPart_SaysWhichIsMissing(Type missing)
    {
        var services = new ServiceCollection();
        services.AddCivicTech().AddConsensus().UseInMemoryProcesses().UseStudyNotices<Heard>();
        services.Remove(services.Single(service => service.ServiceType == missing));
        using var provider = services.BuildServiceProvider();

        Assert.Contains(missing.FullName!, Assert.Throws<InvalidOperationException>(provider.GetRequiredService<IDelphiStudies>).Message, StringComparison.Ordinal);
    }

    // A study of two rounds in real time, with everything that a scheduler does.
    private static async Task<string> RunAsync(Trap trap)
    {
        var host = new Host(trap);
        var endless = Endless(Panel("p", ("r", 4)));
        await host.PrepareAsync(
            endless with
            {
                Mode = RoundMode.RealTime,
                Reminders = [3 * Day],
                Feedback = endless.Feedback with { SmallestCell = 3, RefreshEvery = 4 * Day },
                Stop = endless.Stop with { MaxRounds = 2 },
            },
            4,
            2);
        await host.DoAsync(Submit("e0", 1, ("i0", 5), ("i1", 4)), "a0");
        await host.DoAsync(Submit("e1", 1, ("i0", 5), ("i1", 3)), "a1");
        await host.DoAsync(Submit("e2", 1, ("i0", 4)), "a2");
        await host.PassAsync(12 * Day, Day);
        await host.DoAsync(new ScheduleRound { Opens = On(host.Clock.Now), Closes = On(host.Clock.Now + (5 * Day)) }, "second");
        await host.DoAsync(Submit("e0", 2, ("i0", 1)), "a3");
        await host.PassAsync(8 * Day, Day);
        var stored = await Whole.StoredAsync(host.Store, "s");
        Whole.AssertSame(await Whole.ToldAsync(host.Store, "s"), stored);

        // All that does not depend on when a thing was done.
        return string.Join('\n', stored.Head.Status, string.Join(' ', stored.Summaries.All.Select(summary => string.Join(' ', summary.Value.Items.SelectMany(item => item.Counts)))),
            string.Join(' ', stored.Sheets.All.Select(sheet => $"{sheet.Key}:{string.Join(',', sheet.Value.Answers.Select(answer => $"{answer.Item}={answer.Value}"))}")),
            string.Join(' ', host.Heard.Messages.Select(message => $"{message.Key}:{string.Join(',', message.Notice.Experts)}").Distinct().Order(StringComparer.Ordinal)),
            $"effects: {stored.Effects.All.Count()}");
    }

    private sealed class Nobody : IStudyNotices
    {
        public ValueTask TellAsync(StudyMessage message, CancellationToken cancellationToken) => throw new InvalidOperationException("Whoever came first is asked.");
    }
}
