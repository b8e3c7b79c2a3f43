using CivicTech.Samples;

namespace Agreement.Tests;

/// <summary>Runs of the app in this process.</summary>
internal static class Run
{
    internal static AppRun Of(params string[] args) => Of(showsProgress: false, CancellationToken.None, args);

    internal static AppRun Of(bool showsProgress, CancellationToken cancellation, params string[] args) =>
        AppRun.Of((output, error) => new AgreementApp(new AppConsole(output, error, showsProgress)).Run(args, cancellation));
}
