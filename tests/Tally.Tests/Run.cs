using CivicTech;
using CivicTech.Budgeting;
using CivicTech.Samples;
using Microsoft.Extensions.DependencyInjection;

namespace Tally.Tests;

/// <summary>Runs of the app in this process.</summary>
internal static class Run
{
    internal static AppRun Of(params string[] args) => Of(showsProgress: false, CancellationToken.None, args);

    internal static AppRun Of(bool showsProgress, CancellationToken cancellation, params string[] args) => AppRun.Of((output, error) =>
    {
        var services = new ServiceCollection();
        services.AddCivicTech().AddBudgeting();
        using var provider = services.BuildServiceProvider();
        return new TallyApp(provider.GetRequiredService<RuleRegistry>(), new AppConsole(output, error, showsProgress)).Run(args, cancellation);
    });
}
