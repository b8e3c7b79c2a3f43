using CivicTech;
using CivicTech.Consensus;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Hosting;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Processes.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Examples;

public sealed class ReadmeDelphiExample
{
    [Fact]
    public async Task Readme_RunADelphiStudy_IsPlannedByTheHost()
    {
        var services = new ServiceCollection();

        // <readme-delphi>
        services.AddCivicTech()
            .AddConsensus()
            .UseInMemoryProcesses()                 // your own: .UseProcessStore<MyStore>()
            .UseStudyNotices<MyMails>();            // invitations, reminders
        IDelphiStudies studies = services.BuildServiceProvider().GetRequiredService<IDelphiStudies>();

        var parks = new PanelPlan { Id = "parks", Roles = [new RoleQuota { Role = "gardener", Seats = 8 }, new RoleQuota { Role = "teacher", Seats = 4 }] };
        await studies.ExecuteAsync("larkmere", new PlanStudy { Protocol = DelphiPresets.Isfahan("larkmere", "texts/larkmere", parks) });
        // </readme-delphi>

        Assert.Equal(12, (await studies.OverviewAsync("larkmere"))!.Protocol.Panels[0].Seats);
        Assert.IsType<MyMails>(services.BuildServiceProvider().GetRequiredService<IStudyNotices>());
    }

    private sealed class MyMails : IStudyNotices
    {
        public ValueTask TellAsync(StudyMessage message, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
