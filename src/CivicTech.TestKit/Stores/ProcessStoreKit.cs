using CivicTech.Processes.Storage;

namespace CivicTech.TestKit.Stores;

/// <summary>
/// What any <see cref="IProcessStore"/> must do, as cases for any test framework. With xunit, for instance: a theory over the indices of <see cref="Cases"/>, and
/// <c>await cases[i].RunAsync()</c>.
/// </summary>
public static class ProcessStoreKit
{
    /// <summary>What a store promises while it is open.</summary>
    /// <param name="create">Makes a fresh, empty store. Each run of a case makes one, and disposes it when it is <see cref="IAsyncDisposable"/> or <see cref="IDisposable"/>.</param>
    public static IReadOnlyList<KitCase> Cases(Func<CancellationToken, Task<IProcessStore>> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        return
        [
            .. VersionCases.All
                .Concat(DocumentCases.All)
                .Concat(NameCases.All)
                .Concat(PageCases.All)
                .Concat(CommandCases.All)
                .Concat(JournalCases.All)
                .Concat(DueCases.All)
                .Concat(ConcurrencyCases.All)
                .Concat(SizeCases.All)
                .Select(one => new KitCase(one.Name, cancellationToken => RunAsync(create, one.Run, cancellationToken))),
        ];
    }

    /// <summary>What a store promises that keeps processes when the program ends: nothing is lost, a crash leaves all of a change or nothing, and several stores work on one storage.</summary>
    /// <param name="create">Makes a fresh, empty storage. Each run of a case makes some, and disposes them.</param>
    public static IReadOnlyList<KitCase> StorageCases(Func<CancellationToken, Task<IStorageUnderTest>> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        return [.. Stores.StorageCases.All.Select(one => new KitCase(one.Name, cancellationToken => GuardedAsync(() => one.Run(create, cancellationToken), cancellationToken)))];
    }

    private static Task RunAsync(Func<CancellationToken, Task<IProcessStore>> create, Func<StoreUnderTest, Task> run, CancellationToken cancellationToken) =>
        GuardedAsync(
            async () =>
            {
                var store = new StoreUnderTest(await create(cancellationToken).ConfigureAwait(false), cancellationToken);
                await using (store.ConfigureAwait(false))
                {
                    await run(store).ConfigureAwait(false);
                }
            },
            cancellationToken);

    private static async Task GuardedAsync(Func<Task> run, CancellationToken cancellationToken)
    {
        try
        {
            await run().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not KitFailure && !cancellationToken.IsCancellationRequested)
        {
            throw new KitFailure($"The store threw: {exception.Message}", exception);
        }
    }
}
