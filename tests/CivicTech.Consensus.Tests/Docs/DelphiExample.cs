using System.Collections.Immutable;
using CivicTech;
using CivicTech.Consensus;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Hosting;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Reading;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Processes.Running;
using CivicTech.Time;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Examples;

public sealed class DelphiExample
{
    private sealed class Silence : IStudyNotices
    {
        public ValueTask TellAsync(StudyMessage message, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }

    private sealed class HandClock(Instant now) : IClock
    {
        public Instant Now { get; set; } = now;

        public Instant GetCurrentInstant() => Now;
    }

    [Fact]
    public async Task DelphiPage_Town_IsStudied()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var Console = output;
        var services = new ServiceCollection();
        var clock = new HandClock(Instant.FromUtc(2027, 2, 22, 8, 0));
        services.AddSingleton<IClock>(clock);
        // <delphi-wiring>
        services.AddCivicTech()
            .AddConsensus()
            .UseInMemoryProcesses()                        // your own: .UseProcessStore<MyStore>()
            .UseStudyNotices<Silence>();                   // your own mails and messages
        // </delphi-wiring>
        using var provider = services.BuildServiceProvider();
        // <delphi-plan>
        var studies = provider.GetRequiredService<IDelphiStudies>();
        var panel = new PanelPlan { Id = "green", Roles = [new() { Role = "owner", Seats = 3 }, new() { Role = "resident", Seats = 3 }] };
        var protocol = DelphiPresets.Isfahan("handover-2027", "texts/handover-2027", panel);
        await studies.ExecuteAsync(protocol.Id, new PlanStudy { Protocol = protocol });
        // </delphi-plan>
        // <delphi-prepare>
        await studies.ExecuteAsync(protocol.Id, new RecordFunnelStage
        {
            Stage = new FunnelStage { Name = "inventory", In = 9, Kept = 4, Removed = [new() { Reason = "not for citizens", Count = 5 }] },
        });
        string[] names = ["benches", "bins", "lawns", "trees"];
        await studies.ExecuteAsync(protocol.Id, new RegisterItems
        {
            Items = [.. names.Select(id => new NewItem { Id = id, Text = $"texts/{id}", Panels = ["green"] })],
        });
        await studies.ExecuteAsync(protocol.Id, new ScreenItems { Stage = "law", Removed = [new() { Item = "trees", Reason = "paragraph 12" }] });
        foreach (var (expert, role) in new[] { ("x1", "owner"), ("x2", "owner"), ("x3", "owner"), ("x4", "resident"), ("x5", "resident"), ("x6", "resident") })
        {
            await studies.ExecuteAsync(protocol.Id, new InviteExpert { Expert = expert, Seats = [new Seat { Panel = "green", Role = role }] });
            await studies.ExecuteAsync(protocol.Id, new AnswerInvitation { Expert = expert, Accepts = true });
        }
        // </delphi-prepare>
        // <delphi-round>
        Deadline At(int day) => new(new LocalDateTime(2027, 3, day, 9, 0), "Europe/Paris");
        await studies.ExecuteAsync(protocol.Id, new ScheduleRound { Opens = At(1), Closes = At(8) });
        // </delphi-round>
        clock.Now = Instant.FromUtc(2027, 3, 1, 8, 0);
        // <delphi-answers>
        await studies.AdvanceDueAsync();                   // your scheduler, as often as it likes
        async Task Answer(string expert, int round, params int[] values) => await studies.ExecuteAsync(protocol.Id, new SubmitAnswers
        {
            Expert = expert,
            Round = round,
            Answers = [.. values.Select((value, i) => new Answer { Item = names[i], Value = value })],
        });
        int[][] first = [[4, 2, 5], [3, 2, 4], [4, 3, 5], [5, 2, 3], [3, 1, 4], [4, 4, 5]];
        for (var i = 0; i < first.Length; i++)
        {
            await Answer($"x{i + 1}", round: 1, first[i]);
        }
        // </delphi-answers>
        clock.Now = Instant.FromUtc(2027, 3, 8, 8, 0);
        // <delphi-second>
        await studies.AdvanceDueAsync();                   // the round is closed, and what it found worked out
        await studies.ExecuteAsync(protocol.Id, new ScheduleRound { Opens = At(9), Closes = At(16) });
        // </delphi-second>
        clock.Now = Instant.FromUtc(2027, 3, 9, 8, 0);
        // <delphi-view>
        await studies.AdvanceDueAsync();
        var view = await studies.ViewAsync(protocol.Id, "x4");
        foreach (var item in view!.Items)
        {
            Console.WriteLine($"{item.Id}: you said {item.Previous!.Value}; {item.Group}");
        }

        var gone = await studies.ExecuteAsync(protocol.Id, new SubmitAnswers { Expert = "x4", Round = 2, Answers = [new() { Item = "bins", Value = 5 }, new() { Item = "lawns", Value = 9 }] });
        foreach (var refusal in gone.Refusals)
        {
            Console.WriteLine($"{refusal.Code}: {refusal.Message()}");
        }
        // </delphi-view>
        int[][] second = [[4, 5], [3, 4], [4, 5], [4, 3], [3, 4], [4, 5]];
        for (var i = 0; i < second.Length; i++)
        {
            await studies.ExecuteAsync(protocol.Id, new SubmitAnswers
            {
                Expert = $"x{i + 1}",
                Round = 2,
                Answers = [new() { Item = "benches", Value = second[i][0] }, new() { Item = "lawns", Value = second[i][1] }],
            });
        }

        clock.Now = Instant.FromUtc(2027, 3, 16, 8, 0);
        // <delphi-report>
        await studies.AdvanceDueAsync();                   // round 2 is over, and the study with it
        var report = await studies.ReportAsync(protocol.Id);
        Console.WriteLine(report!.ToText());
        // </delphi-report>
        // <delphi-verify>
        var process = new DelphiProcess();
        var state = process.Initial;
        await foreach (var happening in studies.JournalAsync(protocol.Id))
        {
            state = happening.Events.Aggregate(state, process.Evolve);
        }

        Console.WriteLine(StudyReceipt.Verify(report.Receipt!, state, []));
        // </delphi-verify>
        Assert.Equal(report.ToJson(), StudyReport.Of(state).ToJson());
        Assert.Equal(report.CommittedReceipt(new string('k', 32)).Digest, StudyReport.Of(state).CommittedReceipt(new string('k', 32)).Digest);
        Golden.Verify(output.ToString().Replace(StudyReport.Software, "CivicTech.Consensus", StringComparison.Ordinal));
    }
}
