using System.Text;
using CivicTech;
using CivicTech.Budgeting;
using Microsoft.Extensions.DependencyInjection;
using Tally;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The first Ctrl+C ends the work in good order, the second ends the process.
    pressed.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
};

var services = new ServiceCollection();
services.AddCivicTech().AddBudgeting();
using var provider = services.BuildServiceProvider();

var console = new TallyConsole(Console.Out, Console.Error, showsProgress: !Console.IsErrorRedirected);
return new TallyApp(provider.GetRequiredService<RuleRegistry>(), console).Run(args, cancellation.Token);
