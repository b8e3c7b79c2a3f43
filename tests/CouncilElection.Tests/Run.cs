using CivicTech;
using CivicTech.Consensus;
using CivicTech.Samples;
using Microsoft.Extensions.DependencyInjection;

namespace CouncilElection.Tests;

/// <summary>Runs of the app in this process.</summary>
internal static class Run
{
    internal static AppRun Of(params string[] args) => AppRun.Of((output, error) =>
    {
        var services = new ServiceCollection();
        services.AddCivicTech().AddConsensus();
        using var provider = services.BuildServiceProvider();
        return new CouncilApp(provider.GetRequiredService<RuleRegistry>(), new AppConsole(output, error, showsProgress: false)).Run(args, CancellationToken.None);
    });
}
