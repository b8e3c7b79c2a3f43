namespace CivicTech.TestKit.Stores;

/// <summary>The program ends here: thrown by the hook of an <see cref="IStorageUnderTest"/>.</summary>
internal sealed class SimulatedCrashException() : Exception("The program ends here.");
