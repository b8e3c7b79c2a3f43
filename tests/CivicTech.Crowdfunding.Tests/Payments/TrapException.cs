namespace CivicTech.Crowdfunding.Tests.Payments;

internal sealed class TrapException() : Exception("The program dies here.");
