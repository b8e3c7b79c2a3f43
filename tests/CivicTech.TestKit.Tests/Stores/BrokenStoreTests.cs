using CivicTech.Processes.Storage;
using CivicTech.TestKit.Stores;

namespace CivicTech.TestKit.Tests.Stores;

/// <summary>Each mistake is found by the case that is meant for it.</summary>
public sealed class BrokenStoreTests
{
    private static readonly Dictionary<string, (Func<BrokenStore> Make, string Case)> Mistakes = new(StringComparer.Ordinal)
    {
        ["ignores the version"] = (BrokenStores.IgnoresTheVersion, "A change on another version is refused and writes nothing"),
        ["ignores the version of a beginning"] = (BrokenStores.IgnoresTheVersion, "A process cannot begin on a later version"),
        ["ignores the version among many"] = (BrokenStores.IgnoresTheVersion, "Of 16 that change a version at once one wins"),
        ["ignores the version of those that begin"] = (BrokenStores.IgnoresTheVersion, "Of 16 that begin a process at once one wins"),
        ["loses every seventh save"] = (BrokenStores.LosesEverySeventhSave, "Of 200 increments by 8 writers none is lost"),
        ["writes documents before it checks"] = (BrokenStores.WritesDocumentsBeforeItChecks, "A change on another version is refused and writes nothing"),
        ["loses removals"] = (BrokenStores.LosesRemovals, "A document is removed and may come again"),
        ["keeps the first content"] = (BrokenStores.KeepsTheFirstContent, "A document is replaced"),
        ["folds case"] = (BrokenStores.FoldsCase, "Names of documents are compared character by character"),
        ["folds the case of ids"] = (BrokenStores.FoldsTheCaseOfIds, "Ids of processes are compared character by character"),
        ["cuts long names"] = (BrokenStores.CutsLongNames, "The longest names, ids and keys are kept whole"),
        ["sorts pages by length"] = (BrokenStores.SortsPagesByLength, "Pages go through the names in ordinal order"),
        ["sorts pages without case"] = (BrokenStores.SortsPagesWithoutCase, "Pages go through the names in ordinal order"),
        ["begins pages at the key"] = (BrokenStores.BeginsPagesAtTheKey, "A page begins after a key, whether it exists or not"),
        ["takes prefixes without the slash"] = (BrokenStores.TakesPrefixesWithoutTheSlash, "A page has no documents with another prefix"),
        ["takes prefixes as patterns"] = (BrokenStores.TakesPrefixesAsPatterns, "A prefix is no pattern"),
        ["forgets command keys"] = (BrokenStores.ForgetsCommandKeys, "A command is found by its key, with its whole entry"),
        ["takes a key twice"] = (BrokenStores.TakesAKeyTwice, "A key that the process has already is a conflict and writes nothing"),
        ["shares keys among processes"] = (BrokenStores.SharesKeysAmongProcesses, "Keys of another process are not found"),
        ["cuts instants to microseconds"] = (BrokenStores.CutsInstantsToMicroseconds, "Instants keep their nanoseconds"),
        ["cuts due instants to microseconds"] = (BrokenStores.CutsInstantsToMicroseconds, "What is due is listed until an instant, itself included, to the nanosecond"),
        ["reformats events"] = (BrokenStores.ReformatsEvents, "The journal is kept in order, field by field"),
        ["reads the journal backwards"] = (BrokenStores.ReadsTheJournalBackwards, "The journal goes on after a version"),
        ["reads the journal from the version"] = (BrokenStores.ReadsTheJournalFromTheVersion, "The journal goes on after a version"),
        ["takes nobody for an empty text"] = (BrokenStores.LosesTheEmptyBy, "The journal is kept in order, field by field"),
        ["keeps old due instants"] = (BrokenStores.KeepsOldDueInstants, "What is due moves with its document"),
        ["lists what is removed"] = (BrokenStores.ListsWhatIsRemoved, "What is due vanishes with its document"),
        ["lists what was due before only"] = (BrokenStores.ListsDueBeforeOnly, "What is due is listed until an instant, itself included, to the nanosecond"),
        ["lists what is due by name"] = (BrokenStores.ListsDueByName, "What is due is listed in the order of due, process and name"),
        ["ignores the limit"] = (BrokenStores.IgnoresTheLimit, "What is due is listed up to a limit"),
        ["folds the case of kinds"] = (BrokenStores.FoldsTheCaseOfKinds, "What is due is listed by kind"),
        ["reads documents from a cache"] = (BrokenStores.ReadsDocumentsFromACache, "A reader never sees half of a change"),
        ["takes few names"] = (BrokenStores.TakesFewNames, "3,000 documents and 3,000 keys are asked for at once"),
    };

    public static TheoryData<string> Names => [.. Mistakes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Kit_BrokenStore_FailsTheCaseMeantForIt(string mistake)
    {
        var (make, meant) = Mistakes[mistake];
        var failed = await Assert.ThrowsAsync<KitFailure>(() => CasesOf(make).Single(one => one.Name == meant).RunAsync());
        Assert.NotEmpty(failed.Message);
    }

    [Fact]
    public async Task Kit_SoundStore_PassesThroughTheSameSeams()
    {
        foreach (var one in CasesOf(() => new BrokenStore()))
        {
            await one.RunAsync();
        }
    }

    [Fact]
    public void Kit_Names_AreDistinct() => Assert.Equal(CasesOf(() => new BrokenStore()).Count, CasesOf(() => new BrokenStore()).Select(one => one.Name).Distinct().Count());

    private static IReadOnlyList<KitCase> CasesOf(Func<BrokenStore> make) => ProcessStoreKit.Cases(_ => Task.FromResult<IProcessStore>(make()));
}
