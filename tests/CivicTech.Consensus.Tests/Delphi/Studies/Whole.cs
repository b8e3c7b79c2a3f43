using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Hosting;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Processes;
using CivicTech.Processes.Storage;

namespace CivicTech.Tests.Consensus.Delphi.Studies;

/// <summary>All of a study, as a store has it, and as its journal tells it.</summary>
internal static class Whole
{
    private static readonly string[] Prefixes = ["expert/", "item/", "suggestion/", "form/", "sheet/", "board/", "summary/", "effect/"];

    internal static DocumentRequest Request { get; } =
        new(["protocol", "head"], [.. Prefixes.Select(prefix => new PartPage(prefix, null, int.MaxValue))], ImmutableSortedSet<string>.Empty);

    internal static async Task<DelphiState> StoredAsync(IProcessStore store, string study) =>
        new DelphiFormat().Read(await store.LoadAsync(new ProcessId("delphi-study", study), Request, CancellationToken.None), Request);

    internal static async Task<DelphiState> ToldAsync(IProcessStore store, string study)
    {
        var (format, process) = (new DelphiFormat(), new DelphiProcess());
        var state = process.Initial;
        await foreach (var entry in store.ReadJournalAsync(new ProcessId("delphi-study", study), 0, CancellationToken.None))
        {
            state = format.ReadEvents(entry.Events).Aggregate(state, process.Evolve);
        }

        return state;
    }

    internal static void AssertSame(DelphiState expected, DelphiState actual)
    {
        Assert.Equal(expected.ProtocolOrNull, actual.ProtocolOrNull);
        Assert.Equal(expected.Head, actual.Head);
        Assert.Equal(expected.Experts.All, actual.Experts.All);
        Assert.Equal(expected.Items.All, actual.Items.All);
        Assert.Equal(expected.Suggestions.All, actual.Suggestions.All);
        Assert.Equal(expected.Forms.All, actual.Forms.All);
        Assert.Equal(expected.Sheets.All, actual.Sheets.All);
        Assert.Equal(expected.Boards.All, actual.Boards.All);
        Assert.Equal(expected.Summaries.All, actual.Summaries.All);
        Assert.Equal(expected.Effects.All, actual.Effects.All);
    }
}
