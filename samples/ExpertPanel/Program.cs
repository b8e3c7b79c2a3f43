using CivicTech.Samples;
using ExpertPanel;

using var interruption = new Interruption();
return new PanelApp(AppConsole.OfProcess()).Run(args, interruption.Token);
