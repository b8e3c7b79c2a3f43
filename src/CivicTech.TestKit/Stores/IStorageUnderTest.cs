using CivicTech.Processes.Storage;

namespace CivicTech.TestKit.Stores;

/// <summary>What outlives the stores that are opened on it: a file, a schema of a database. Disposing it removes it.</summary>
public interface IStorageUnderTest : IAsyncDisposable
{
    /// <summary>Opens a store on it; others may be open. The case disposes it when it is <see cref="IAsyncDisposable"/> or <see cref="IDisposable"/>.</summary>
    /// <param name="beforeWrite">
    /// The store calls it before every single write of a save, the commit included. It may throw: the program ends there. The store lets the exception pass and writes nothing more.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IProcessStore> OpenAsync(Action beforeWrite, CancellationToken cancellationToken);
}
