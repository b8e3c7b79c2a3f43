using Agreement;
using CivicTech.Samples;

using var interruption = new Interruption();
return new AgreementApp(AppConsole.OfProcess()).Run(args, interruption.Token);
