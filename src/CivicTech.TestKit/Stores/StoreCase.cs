namespace CivicTech.TestKit.Stores;

/// <summary>A case on one fresh store.</summary>
/// <param name="Name">What must hold, in words.</param>
/// <param name="Run">Throws when it does not.</param>
internal sealed record StoreCase(string Name, Func<StoreUnderTest, Task> Run);
