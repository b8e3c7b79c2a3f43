using CivicTech;
using CivicTech.Consensus;
using CivicTech.Samples;
using CouncilElection;
using Microsoft.Extensions.DependencyInjection;

using var interruption = new Interruption();

var services = new ServiceCollection();
services.AddCivicTech().AddConsensus();
using var provider = services.BuildServiceProvider();

return new CouncilApp(provider.GetRequiredService<RuleRegistry>(), AppConsole.OfProcess()).Run(args, interruption.Token);
