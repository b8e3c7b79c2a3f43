using CivicTech.Processes.Storage;
using CivicTech.TestKit.Stores;

namespace CivicTech.TestKit.Tests.Stores;

public sealed class InMemoryProcessStoreTests
{
    private static readonly IReadOnlyList<KitCase> Cases = ProcessStoreKit.Cases(_ => Task.FromResult<IProcessStore>(new InMemoryProcessStore()));

    public static TheoryData<string> Names => [.. Cases.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Kit_InMemoryProcessStore_Passes(string name) => Cases.Single(one => one.Name == name).RunAsync();
}
