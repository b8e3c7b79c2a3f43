using CivicTech;
using CivicTech.Budgeting;
using Microsoft.Extensions.DependencyInjection;

namespace Tally.Tests;

/// <summary>One run of the app in this process.</summary>
internal sealed record Run(int ExitCode, string Output, string Error)
{
    internal static Run Of(params string[] args) => Of(showsProgress: false, CancellationToken.None, args);

    internal static Run Of(bool showsProgress, CancellationToken cancellation, params string[] args)
    {
        var services = new ServiceCollection();
        services.AddCivicTech().AddBudgeting();
        using var provider = services.BuildServiceProvider();
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var console = new TallyConsole(output, error, showsProgress);
        var code = new TallyApp(provider.GetRequiredService<RuleRegistry>(), console).Run(args, cancellation);
        return new Run(code, output.ToString(), error.ToString());
    }
}
