using System.Diagnostics;
using System.Globalization;
using CivicTech.Consensus;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Processes.Storage;
using CivicTech.Samples.Sqlite;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace CivicTech.Benchmarks.Delphi;

/// <summary>Whole studies through the facade: experts send their sheets all at once, the round closes, and the next one opens. In memory and on SQLite, beside a lock, tables and loops.</summary>
internal static class WholeStudy
{
    internal static async Task<int> RunAsync(int experts)
    {
        var study = new BenchmarkStudies(experts, 200, 5);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{study.Experts} experts, 200 items, {study.Rounds} rounds: {study.AnswersOfARound:N0} answers a round"));
        Plain(study);
        await PlayAsync("in memory", study, new InMemoryProcessStore());
        var folder = Directory.CreateTempSubdirectory("studies");
        try
        {
            await PlayAsync("on SQLite", study, new SqliteProcessStore(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder.FullName, "studies.db") }.ToString()));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }

        return 0;
    }

    private static void Plain(BenchmarkStudies study)
    {
        var plain = new PlainStudy(study.Experts, 200);
        var sheets = Enumerable.Range(1, study.Rounds).Select(round => Enumerable.Range(0, study.Experts).Select(expert => study.Sheet(round, expert)).ToArray()).ToArray();
        for (var round = 1; round <= study.Rounds; round++)
        {
            var answering = Stopwatch.StartNew();
            Parallel.ForEach(sheets[round - 1], sheet => plain.Answer(round, sheet.Expert, [.. sheet.Answers.Select(answer => answer.Value!.Value)]));
            answering.Stop();
            var closing = Stopwatch.StartNew();
            plain.Close(round);
            Print("a lock and tables", round, study, answering.Elapsed, closing.Elapsed);
        }
    }

    private static async Task PlayAsync(string where, BenchmarkStudies study, IProcessStore store)
    {
        var clock = new HandClock { Now = BenchmarkStudies.Opens(0) };
        var studies = BenchmarkStudies.On(store, clock);
        foreach (var command in study.Preparation())
        {
            await DoAsync(studies, command);
        }

        for (var round = 1; round <= study.Rounds; round++)
        {
            clock.Now = BenchmarkStudies.Opens(round);
            await DoAsync(studies, BenchmarkStudies.Schedule(round));
            var sheets = Enumerable.Range(0, study.Experts).Select(expert => study.Sheet(round, expert)).ToArray();
            var answering = Stopwatch.StartNew();
            await Task.WhenAll(sheets.Select(sheet => Task.Run(() => DoAsync(studies, sheet))));
            answering.Stop();
            clock.Now = BenchmarkStudies.Closes(round);
            var closing = Stopwatch.StartNew();
            await studies.AdvanceDueAsync();
            Print(where, round, study, answering.Elapsed, closing.Elapsed);
        }

        var status = (await studies.OverviewAsync(BenchmarkStudies.Id))!.Status;
        if (status != StudyStatus.Concluded)
        {
            throw new InvalidOperationException($"The study is {status}.");
        }
    }

    private static async Task DoAsync(DelphiRunner studies, DelphiCommand command)
    {
        var execution = await studies.ExecuteAsync(BenchmarkStudies.Id, command);
        if (!execution.IsAccepted)
        {
            throw new InvalidOperationException(string.Join("; ", execution.Refusals));
        }
    }

    private static void Print(string where, int round, BenchmarkStudies study, TimeSpan answering, TimeSpan closing) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{where,-18} round {round}: answered in {answering.TotalMilliseconds,8:N1} ms ({study.AnswersOfARound / answering.TotalSeconds,12:N0} answers/s), closed in {closing.TotalMilliseconds,8:N1} ms"));

    private sealed class HandClock : IClock
    {
        internal Instant Now { get; set; }

        public Instant GetCurrentInstant() => Now;
    }
}
