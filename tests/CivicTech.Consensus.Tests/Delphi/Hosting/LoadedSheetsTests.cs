using System.Collections.Immutable;
using System.Globalization;
using CivicTech.Consensus;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Processes.Storage;
using CivicTech.Tests.Consensus.Delphi.Studies;
using NodaTime;
using static CivicTech.Tests.Consensus.Delphi.Studies.Solo;

namespace CivicTech.Tests.Consensus.Delphi.Hosting;

/// <summary>Which sheets of answers are loaded from a store: they are what is many.</summary>
public sealed class LoadedSheetsTests
{
    private const int Rounds = 12;
    private const int People = 3;

    private readonly WatchedStore _store = new();
    private readonly FakeClock _clock = new(Start);
    private readonly DelphiRunner _studies;

    public LoadedSheetsTests() => _studies = new DelphiRunner(_store, new Heard(), _clock, []);

    [Theory]
    [InlineData(RoundMode.RoundByRound)]
    [InlineData(RoundMode.RealTime)]
    public async Task Rounds_WhateverTheirNumber_LoadTheirOwnSheetsAndThoseOfTheRoundBeforeOnce(RoundMode mode)
    {
        await PrepareAsync(mode);
        for (var round = 1; round <= Rounds; round++)
        {
            await AskAsync(round, People);

            // What is shown, who is reminded, and what was found.
            foreach (var days in new[] { 2, 2, 1 })
            {
                var loads = await LoadedAfterAsync(days * Day);
                Assert.All(loads, load => Assert.All(load, of => Assert.InRange(of, round - 1, round)));

                // Those of rounds 9 and 10 do not lie side by side.
                Assert.InRange(loads.Count, 0, round == 10 ? 2 : 1);
                Assert.True(days == 2 || loads.Count > 0);
            }
        }

        _store.Loads.Clear();
        Assert.Equal(Rounds, (await _studies.ReportAsync("s"))!.Rounds.Length);
        Assert.Equal(Rounds, Assert.Single(_store.Loads, load => !load.IsEmpty).Distinct().Count());
    }

    [Fact]
    public async Task Rounds_ThatFewAnswered_LoadNoMoreSheetsThanThereArePeopleInTwo()
    {
        await PrepareAsync(RoundMode.RoundByRound);
        for (var round = 1; round <= Rounds; round++)
        {
            var people = round < 10 ? People : round - 10;
            await AskAsync(round, people);
            Assert.All(await LoadedAfterAsync(5 * Day), load => Assert.InRange(load.Length, 0, 2 * People));
            Assert.Equal(people, (await _studies.RoundAsync("s", round))!.Responded);
        }
    }

    private async Task PrepareAsync(RoundMode mode)
    {
        var protocol = Endless(Panel("p", ("r", People)));
        await DoAsync(new PlanStudy
        {
            Protocol = protocol with
            {
                Mode = mode,
                Stop = protocol.Stop with { MaxRounds = Rounds },
                Reminders = [Duration.FromDays(1)],
                Feedback = protocol.Feedback with { RefreshEvery = mode is RoundMode.RealTime ? Duration.FromDays(2) : null },
            },
        });
        for (var expert = 1; expert <= People; expert++)
        {
            await DoAsync(new InviteExpert { Expert = $"e{expert}", Seats = [new() { Panel = "p", Role = "r" }] });
            await DoAsync(new AnswerInvitation { Expert = $"e{expert}", Accepts = true });
        }

        await DoAsync(new RegisterItems { Items = [Item("i", "p"), Item("j", "p")] });
    }

    // For five days.
    private async Task AskAsync(int round, int people)
    {
        await DoAsync(new ScheduleRound { Opens = On(_clock.Now), Closes = On(_clock.Now + (5 * Day)) });
        for (var expert = 1; expert <= people; expert++)
        {
            await DoAsync(Submit($"e{expert}", round, ("i", 1 + (round % 5)), ("j", 3)));
        }
    }

    private async Task<List<ImmutableArray<int>>> LoadedAfterAsync(Duration time)
    {
        _clock.Now += time;
        _store.Loads.Clear();
        await DoAsync(new AdvanceStudy());
        return [.. _store.Loads.Where(load => !load.IsEmpty)];
    }

    private async Task DoAsync(DelphiCommand command)
    {
        var execution = await _studies.ExecuteAsync("s", command);
        Assert.True(execution.IsAccepted, string.Join("; ", execution.Refusals));
    }

    private sealed class WatchedStore : IProcessStore
    {
        private readonly InMemoryProcessStore _inner = new();

        /// <summary>Of each load the rounds of the sheets that were found.</summary>
        internal List<ImmutableArray<int>> Loads { get; } = [];

        public async ValueTask<StoredProcess?> LoadAsync(ProcessId process, DocumentRequest request, CancellationToken cancellationToken)
        {
            var stored = await _inner.LoadAsync(process, request, cancellationToken);
            Loads.Add([.. (stored?.Documents ?? []).Select(document => document.Name.Split('/')).Where(name => name[0] == "sheet").Select(name => int.Parse(name[1], CultureInfo.InvariantCulture))]);
            return stored;
        }

        public ValueTask<bool> SaveAsync(ProcessChange change, CancellationToken cancellationToken) => _inner.SaveAsync(change, cancellationToken);

        public IAsyncEnumerable<JournalEntry> ReadJournalAsync(ProcessId process, long afterVersion, CancellationToken cancellationToken) => _inner.ReadJournalAsync(process, afterVersion, cancellationToken);

        public ValueTask<IReadOnlyList<DueDocument>> ListDueAsync(string kind, Instant now, int limit, CancellationToken cancellationToken) => _inner.ListDueAsync(kind, now, limit, cancellationToken);
    }
}
