namespace CivicTech.TestKit.Stores;

/// <summary>A case on storages that it makes itself.</summary>
/// <param name="Name">What must hold, in words.</param>
/// <param name="Run">Throws when it does not.</param>
internal sealed record StorageCase(string Name, Func<Func<CancellationToken, Task<IStorageUnderTest>>, CancellationToken, Task> Run);
