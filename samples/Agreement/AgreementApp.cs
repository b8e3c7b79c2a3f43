using Agreement.Reading;
using Agreement.Reporting;
using CivicTech;
using CivicTech.Consensus;
using CivicTech.Consensus.Concordance;
using CivicTech.Samples;
using Microsoft.Extensions.DependencyInjection;

namespace Agreement;

/// <summary>The app without its process, so that tests can run it: arguments in, texts and an exit code out.</summary>
public sealed class AgreementApp(AppConsole console)
{
    public int Run(IReadOnlyList<string> args, CancellationToken cancellation) =>
        CommandLine.Run(new AgreementCommand(request => Execute(request, cancellation)).Command, args, console);

    private int Execute(AgreementRequest request, CancellationToken cancellation)
    {
        request.Check();
        var services = new ServiceCollection();
        services.AddCivicTech().AddConsensus(request.Configure);
        using var provider = services.BuildServiceProvider();

        var analyst = new Analyst(provider.GetRequiredService<KendallW>(), request, console, cancellation);
        var analysis = analyst.Analyse(
            request.File is { } file ? RatingsSource.OfFile(file) : RatingsSource.BuiltIn,
            request.LaterFile is { } later ? RatingsSource.OfFile(later) : null);
        if (request.Json)
        {
            console.WriteLine(JsonText.Of(AnalysisJson.Of(analysis), indented: true));
        }
        else
        {
            console.Write(Report.Of(analysis));
        }

        return ExitCode.Fine;
    }
}
