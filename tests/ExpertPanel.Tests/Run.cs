using CivicTech.Samples;

namespace ExpertPanel.Tests;

/// <summary>Runs of the app in this process.</summary>
internal static class Run
{
    internal static AppRun Of(params string[] args) => Of(CancellationToken.None, args);

    internal static AppRun Of(CancellationToken cancellation, params string[] args) =>
        AppRun.Of((output, error) => new PanelApp(new AppConsole(output, error, showsProgress: false)).Run(args, cancellation));
}
