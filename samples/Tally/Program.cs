using CivicTech;
using CivicTech.Budgeting;
using CivicTech.Samples;
using Microsoft.Extensions.DependencyInjection;
using Tally;

using var interruption = new Interruption();

var services = new ServiceCollection();
services.AddCivicTech().AddBudgeting();
using var provider = services.BuildServiceProvider();

return new TallyApp(provider.GetRequiredService<RuleRegistry>(), AppConsole.OfProcess()).Run(args, interruption.Token);
