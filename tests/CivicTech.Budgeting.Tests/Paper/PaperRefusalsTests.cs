using System.Collections.Immutable;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Paper;
using CivicTech.Processes;
using CivicTech.Tests.Budgeting.Results;
using NodaTime;
using static CivicTech.Budgeting.Tests.Paper.PaperTown;

namespace CivicTech.Budgeting.Tests.Paper;

// Every reason to say no, provoked once.
public sealed class PaperRefusalsTests
{
    private static readonly Dictionary<string, Func<Task<ImmutableArray<Refusal>>>> Ways = new(StringComparer.Ordinal)
    {
        ["no-such-batch"] = async () => (await new PaperTown().ReconcileAsync()).Refusals,
        ["batch-taken"] = async () => await RefusedAsync(await new PaperTown().OpenAsync(), new OpenBatch { Batch = "b", Station = "hall", Declared = 10 }),
        ["batch-reconciled"] = async () => await ReconciledAsync() is var town ? (await town.VoidAsync("1")).Refusals : [],
        ["batch-full"] = async () => await new PaperTown().OpenAsync(declared: 0) is var town ? (await town.VoidAsync("1")).Refusals : [],
        ["no-number-of-cards"] = async () => await RefusedAsync(new PaperTown(), new OpenBatch { Batch = "b", Station = "hall", Declared = -1 }),
        ["fewer-than-entered"] = async () => await RefusedAsync(await new PaperTown().OpenAsync(), new CorrectBatch { Batch = "b", Change = -11, Reason = "r" }),
        ["cards-pending"] = async () => await new PaperTown().OpenAsync() is var town && await town.EnterAsync(town.Card("1", "ann", "v1", "N1")) is { } ? (await town.ReconcileAsync()).Refusals : [],
        ["numbers-differ"] = async () => await new PaperTown().OpenAsync() is var town ? (await town.ReconcileAsync(missing: 9, reason: "r")).Refusals : [],
        ["missing-unexplained"] = async () => await new PaperTown().OpenAsync() is var town ? (await town.ReconcileAsync(missing: 10)).Refusals : [],
        ["ticks-needed"] = async () =>
        {
            var town = await new PaperTown().OpenAsync(declared: 0, kind: BatchKind.Anonymous);
            town.Now = Closes;
            return await RefusedAsync(town, new ReconcileBatch { Batch = "b" });
        },
        ["vote-not-over"] = async () => await new PaperTown().OpenAsync(declared: 0, kind: BatchKind.Anonymous) is var town ? (await town.ReconcileAsync()).Refusals : [],
        ["no-time-of-receipt"] = async () => await new PaperTown().OpenAsync() is var town ? (await town.EnterAsync(town.Card("1", "ann", "v1", "N1", Opens - Duration.FromTicks(1)))).Refusals : [],
        ["seal-begun"] = async () =>
        {
            var town = await ReconciledAsync();
            await town.GoToAsync(Closes);
            _ = await town.AskAsync(new AdvanceCycle { Documents = [] });
            town.Now = EntryEnds;
            return await RefusedAsync(town, new OpenBatch { Batch = "c", Station = "hall", Declared = 0 }, "administrator");
        },
    };

    public static TheoryData<string> Codes { get; } = [.. PaperRefusals.All.Select(kind => kind.Code)];

    [Fact]
    public void All_Kinds_HaveAWayToThem() => Assert.Equal(PaperRefusals.All.Select(kind => kind.Code).Order(StringComparer.Ordinal), Ways.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void All_IsEveryKindThatIsDefined() => RefusalChecks.AreAll(typeof(PaperRefusals), PaperRefusals.All);

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Refusal_OfEachKind_ComesAloneWithItsDataInThreeLanguages(string code) => RefusalChecks.IsWellFormed(code, await Ways[code](), PaperRefusals.All);

    [Fact]
    public async Task Ask_WithAllThatIsWrong_SaysAllOfIt()
    {
        var town = new PaperTown();

        var refused = await town.AskAsync(new OpenBatch { Batch = "b/c", Station = "", Area = "west", Declared = -1, Role = "citizen" });

        Assert.Equal(["bad-id", "bad-reference", "bad-reference", "no-number-of-cards", "no-such-area", "not-for-role"], refused.Refusals.Select(refusal => refusal.Code).Order(StringComparer.Ordinal));
    }

    private static async Task<PaperTown> ReconciledAsync()
    {
        var town = await new PaperTown().OpenAsync(declared: 1);
        _ = await town.TwiceAsync("1", "v1", "N1");
        _ = await town.ReconcileAsync();
        return town;
    }

    private static async Task<ImmutableArray<Refusal>> RefusedAsync(PaperTown town, PaperCommand command, string role = "clerk") => (await town.AskAsync(By("clara", command, role))).Refusals;
}
