namespace NeighbourhoodCampaign;

/// <summary>What the program would not live to see.</summary>
internal sealed class PowerFailureException() : Exception("The power failed.");
