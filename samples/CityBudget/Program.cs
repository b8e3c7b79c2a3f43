using CityBudget;
using CivicTech.Samples;

using var interruption = new Interruption();

return new CityApp(AppConsole.OfProcess()).Run(args, interruption.Token);
