using CivicTech.Samples;
using NeighbourhoodCampaign;

using var interruption = new Interruption();

return new CampaignApp(AppConsole.OfProcess()).Run(args, interruption.Token);
