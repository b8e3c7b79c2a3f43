using CivicTech.Budgeting.Voting.Boxes;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Rolls;
using CivicTech.TestKit.Voting;

namespace CivicTech.TestKit.Tests.Voting;

/// <summary>Each mistake is found by the case that is meant for it.</summary>
public sealed class BrokenBoxTests
{
    private static readonly Dictionary<string, (Func<BrokenBox> Make, string Case)> Mistakes = new(StringComparer.Ordinal)
    {
        ["opens as it saves"] = (() => Broken(box => new(box) { Save = OpensAsItSavesAsync }), "A box that was not opened has nothing and saves nothing"),
        ["lowers the edition"] = (() => Broken(box => new(box) { Open = (_, edition, _) => Task.FromResult(new BoxState(BoxStage.Open, edition)) }), "Opening again, or with an earlier edition, changes nothing"),
        ["ignores the edition"] = (() => Broken(box => new(box) { Save = IgnoresTheEditionAsync }), "Nothing is saved on another edition"),
        ["ignores the edition while it is raised"] = (() => Broken(box => new(box) { Save = IgnoresTheEditionAsync }), "What is saved while the edition is raised is there; once it is raised, nothing more"),
        ["folds the case of cycles"] = (() => Broken(box => new(box) { Cycle = cycle => cycle.ToUpperInvariant() }), "The box of another cycle is another box"),
        ["loses the registers' losses"] = (() => Broken(box => new(box) { Found = found => With(found, file => VoterFileFormat.Read(file.Key, file.Version, VoterFileFormat.WriteRegister(VoterFile.Of(file.Key)), [])) }), "A file is found as it was saved, step by step"),
        ["loses what is in the ballots"] = (() => Broken(box => new(box) { Found = found => With(found, Register) }), "A basket is found as it was saved"),
        ["finds only who is there"] = (() => Broken(box => new(box) { Found = found => new FoundFiles(found.State, [.. found.Files.Where(file => file is not null)]) }), "Files are found in the order asked for, also those that are not there"),
        ["ignores the version"] = (() => Broken(box => new(box) { Save = IgnoresTheVersionAsync }), "A file is saved only in the place of the version before"),
        ["ignores the version of many"] = (() => Broken(box => new(box) { Save = IgnoresTheVersionAsync }), "Of 16 first ballots of a voter at once one is saved"),
        ["says that all is saved"] = (() => Broken(box => new(box) { Save = SaysThatAllIsSavedAsync }), "Of several files each is saved by itself"),
        ["loses changes"] = (() => Broken(box => new(box) { Save = LosesChangesAsync }), "Of 160 changes of one file by 8 writers none is lost"),
        ["saves all or nothing"] = (() => Broken(box => new(box) { Save = AllOrNothingAsync }), "Of several files each is saved by itself"),
        ["takes few voters at once"] = (() => Broken(box => new(box) { Found = found => found.Files.Length > 999 ? throw new InvalidOperationException("too many variables") : found }), "3,000 files are saved and found at once"),
        ["sorts keys by signed bytes"] = (() => Broken(box => new(box) { Page = BySignedBytesAsync }), "Pages go through the files in the order of the bytes of their keys"),
        ["begins pages at the key"] = (() => Broken(box => new(box) { Page = BeginsAtTheKeyAsync }), "A page begins after a key, whether it is there or not"),
        ["reads old files"] = (() => Broken(ReadsOldFiles), "A page has the files as they were saved last"),
        ["saves when sealed"] = (() => Broken(box => new(box) { Seal = async (cycle, sealing) => new BoxState(BoxStage.Sealed, (await sealing.FindAsync(cycle, [], default)).State.Edition) }), "Sealed, a box keeps its files and saves nothing"),
        ["seals a moment later"] = (() => Broken(box => new(box) { Seal = SealsLater }), "What is saved while the box is sealed is there; once it is sealed, nothing more"),
        ["separates an open box"] = (() => Broken(box => new(box) { Separate = SealsAsItSeparatesAsync }), "An open box is not separated"),
        ["keeps the ballots"] = (() => Broken(KeepsBallots), "Separated, the files say who voted where and nothing of what"),
        ["loses the register"] = (() => Broken(LosesTheRegister), "Separated, the files say who voted where and nothing of what"),
        ["counts in 32 bits"] = (() => Broken(box => new(box) { Groups = groups => groups.Select(group => new BallotGroup(group.Area, group.Content, Math.Max(1, (int)(uint)group.Count))) }), "Separated, the groups are as they were, in order"),
        ["forgets blank ballots"] = (() => Broken(box => new(box) { Groups = groups => groups.Where(group => !group.Content.IsBlank) }), "Separated, the groups are as they were, in order"),
        ["sorts groups backwards"] = (() => Broken(box => new(box) { Groups = groups => groups.Reverse() }), "Separated, the groups are as they were, in order"),
        ["adds groups up when separated again"] = (() => Broken(AddsGroupsUp), "Separating again changes nothing"),
        ["doubles groups of several at once"] = (() => Broken(AddsGroupsUp), "Sealed and separated by four at once, nothing is doubled"),
        ["has few groups"] = (() => Broken(box => new(box) { Groups = groups => groups.Take(1000) }), "5,000 groups are kept"),
    };

    public static TheoryData<string> Names => [.. Mistakes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Kit_BrokenBox_FailsTheCaseMeantForIt(string mistake)
    {
        var (make, meant) = Mistakes[mistake];
        var failed = await Assert.ThrowsAsync<KitFailure>(() => BallotBoxKit.Cases(_ => Task.FromResult<IBallotBox>(make())).Single(one => one.Name == meant).RunAsync());
        Assert.NotEmpty(failed.Message);
    }

    [Fact]
    public async Task Kit_SoundBox_PassesThroughTheSameSeams()
    {
        foreach (var one in BallotBoxKit.Cases(_ => Task.FromResult<IBallotBox>(Broken(box => new BrokenBox(box)))))
        {
            await one.RunAsync();
        }
    }

    [Theory]
    [InlineData("forgets residences", "A voter is found with all that is known")]
    [InlineData("enters strangers", "Who is not on the roll is not found")]
    [InlineData("folds the case of cycles", "A cycle has a roll of its own")]
    [InlineData("counts everybody", "The registered are counted, if the roll can tell")]
    public async Task Kit_BrokenRoll_FailsTheCaseMeantForIt(string mistake, string meant)
    {
        var cases = ElectoralRollKit.Cases((voters, _) => Task.FromResult<IElectoralRoll>(new BrokenRoll(InMemoryVotingTests.Roll(voters), mistake)));

        await Assert.ThrowsAsync<KitFailure>(() => cases.Single(one => one.Name == meant).RunAsync());
    }

    private static BrokenBox Broken(Func<IBallotBox, BrokenBox> breaking) => breaking(new InMemoryBallotBox());

    private static VoterFile Register(VoterFile file) => VoterFileFormat.Read(file.Key, file.Version, VoterFileFormat.WriteRegister(file), []);

    private static FoundFiles With(FoundFiles found, Func<VoterFile, VoterFile> change) => new(found.State, [.. found.Files.Select(file => file is null ? null : change(file))]);

    private static async Task<SavedFiles> OpensAsItSavesAsync(string cycle, int edition, IReadOnlyList<VoterFile> files, IBallotBox box)
    {
        await box.OpenAsync(cycle, edition, default);
        return await box.SaveAsync(cycle, edition, files, default);
    }

    private static async Task<SavedFiles> IgnoresTheEditionAsync(string cycle, int edition, IReadOnlyList<VoterFile> files, IBallotBox box) =>
        await box.SaveAsync(cycle, (await box.FindAsync(cycle, [], default)).State.Edition, files, default);

    private static async Task<SavedFiles> IgnoresTheVersionAsync(string cycle, int edition, IReadOnlyList<VoterFile> files, IBallotBox box)
    {
        var saved = await box.SaveAsync(cycle, edition, files, default);
        return new SavedFiles(saved.State, [.. files.Select(file => saved.State.Takes(edition) || file.Version < 0)]);
    }

    private static async Task<SavedFiles> SaysThatAllIsSavedAsync(string cycle, int edition, IReadOnlyList<VoterFile> files, IBallotBox box)
    {
        var saved = await box.SaveAsync(cycle, edition, files, default);
        return new SavedFiles(saved.State, [.. saved.IsSaved.Select(isSaved => isSaved || saved.IsSaved.Contains(true))]);
    }

    private static async Task<SavedFiles> LosesChangesAsync(string cycle, int edition, IReadOnlyList<VoterFile> files, IBallotBox box) => files[0].Version % 7 == 0
        ? new SavedFiles(new BoxState(BoxStage.Open, edition), [.. files.Select(_ => true)])
        : await box.SaveAsync(cycle, edition, files, default);

    private static async Task<SavedFiles> AllOrNothingAsync(string cycle, int edition, IReadOnlyList<VoterFile> files, IBallotBox box)
    {
        var found = await box.FindAsync(cycle, [.. files.Select(file => file.Key)], default);
        return files.Zip(found.Files).All(pair => (pair.Second?.Version ?? 0) == pair.First.Version - 1)
            ? await box.SaveAsync(cycle, edition, files, default)
            : new SavedFiles(found.State, [.. files.Select(_ => false)]);
    }

    private static async Task<IReadOnlyList<VoterFile>> BySignedBytesAsync(string cycle, VoterKey? after, int count, IBallotBox box)
    {
        var all = (await box.ReadAsync(cycle, null, int.MaxValue, default)).OrderBy(file => (sbyte)file.Key.ToByteArray()[0]).ThenBy(file => file.Key).ToList();
        return [.. all.Skip(after is null ? 0 : 1 + all.FindIndex(file => file.Key == after)).Take(count)];
    }

    private static async Task<IReadOnlyList<VoterFile>> BeginsAtTheKeyAsync(string cycle, VoterKey? after, int count, IBallotBox box) =>
        [.. (await box.ReadAsync(cycle, null, int.MaxValue, default)).Where(file => after is null || file.Key >= after).Take(count)];

    private static BrokenBox ReadsOldFiles(IBallotBox box)
    {
        var first = new Dictionary<VoterKey, VoterFile>();
        return new(box)
        {
            Save = async (cycle, edition, files, sound) =>
            {
                foreach (var file in files)
                {
                    first.TryAdd(file.Key, file);
                }

                return await sound.SaveAsync(cycle, edition, files, default);
            },
            Page = async (cycle, after, count, sound) => [.. (await sound.ReadAsync(cycle, after, count, default)).Select(file => first[file.Key])],
        };
    }

    private static async Task<BoxState> SealsLater(string cycle, IBallotBox box)
    {
        var state = (await box.FindAsync(cycle, [], default)).State;
        _ = Task.Run(async () =>
        {
            await Task.Delay(2_000);
            await box.SealAsync(cycle, default);
        });
        return new BoxState(BoxStage.Sealed, state.Edition);
    }

    private static async Task<BoxState> SealsAsItSeparatesAsync(string cycle, IReadOnlyList<BallotGroup> groups, IBallotBox box)
    {
        await box.SealAsync(cycle, default);
        return await box.SeparateAsync(cycle, groups, default);
    }

    private static BrokenBox KeepsBallots(IBallotBox box)
    {
        var last = new Dictionary<VoterKey, VoterFile>();
        return new(box)
        {
            Save = async (cycle, edition, files, sound) =>
            {
                foreach (var file in files)
                {
                    last[file.Key] = file;
                }

                return await sound.SaveAsync(cycle, edition, files, default);
            },
            Page = async (cycle, after, count, sound) => [.. (await sound.ReadAsync(cycle, after, count, default)).Select(file => last[file.Key])],
        };
    }

    private static BrokenBox LosesTheRegister(IBallotBox box)
    {
        var isSeparated = false;
        return new(box)
        {
            Separate = async (cycle, groups, sound) =>
            {
                isSeparated = true;
                return await sound.SeparateAsync(cycle, groups, default);
            },
            Page = async (cycle, after, count, sound) => isSeparated ? [] : await sound.ReadAsync(cycle, after, count, default),
        };
    }

    private static BrokenBox AddsGroupsUp(IBallotBox box)
    {
        var added = new List<BallotGroup>();
        return new(box)
        {
            Separate = async (cycle, groups, sound) =>
            {
                lock (added)
                {
                    added.AddRange(groups);
                }

                return await sound.SeparateAsync(cycle, groups, default);
            },
            Groups = _ => added,
        };
    }

    private sealed class BrokenRoll(InMemoryElectoralRoll roll, string mistake) : IElectoralRoll
    {
        public async ValueTask<RollEntry?> FindAsync(string cycle, VoterKey voter, CancellationToken cancellationToken)
        {
            var entry = await roll.FindAsync(mistake == "folds the case of cycles" ? cycle.Replace('c', 'C') : cycle, voter, cancellationToken);
            return mistake switch
            {
                "forgets residences" => entry is null ? null : entry with { Residences = [] },
                "enters strangers" => entry ?? new RollEntry(),
                _ => entry,
            };
        }

        public async ValueTask<long?> CountAsync(string cycle, CancellationToken cancellationToken) =>
            await roll.CountAsync(cycle, cancellationToken) + (mistake == "counts everybody" ? 2 : 0);
    }
}
