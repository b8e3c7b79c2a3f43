using BenchmarkDotNet.Attributes;
using CivicTech.Consensus;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Processes;

namespace CivicTech.Benchmarks.Delphi;

/// <summary>
/// Decisions about a study of 1,000 experts and 200 items: a sheet of 200 answers taken, and a round closed and evaluated with the one before (criterion, kappa of every item, W and its change),
/// beside plain loops. The state is in memory; <c>studies</c> runs whole studies on stores.
/// </summary>
[MemoryDiagnoser]
public class DelphiBenchmarks
{
    private readonly BenchmarkStudies _study = new(1_000, 200, 5);
    private readonly DelphiProcess _process = new();
    private PlainStudy _plain = null!;
    private DelphiState _open = null!;
    private DelphiState _answered = null!;
    private SubmitAnswers _sheet = null!;

    [GlobalSetup]
    public void Setup()
    {
        _plain = new PlainStudy(1_000, 200);
        var state = _study.Preparation().Aggregate(_process.Initial, (before, command) => Do(before, command, BenchmarkStudies.Opens(0)));
        for (var round = 1; round <= 2; round++)
        {
            _open = Do(state, BenchmarkStudies.Schedule(round), BenchmarkStudies.Opens(round));
            state = _open;
            for (var expert = 0; expert < _study.Experts; expert++)
            {
                var sheet = _study.Sheet(round, expert);
                state = Do(state, sheet, BenchmarkStudies.Opens(round));
                _plain.Answer(round, sheet.Expert, [.. sheet.Answers.Select(answer => answer.Value!.Value)]);
            }

            _answered = state;
            state = Do(state, new AdvanceStudy(), BenchmarkStudies.Closes(round));
        }

        _sheet = _study.Sheet(2, 7);
    }

    [Benchmark(Baseline = true)]
    public double PlainClose() => _plain.Close(2).W;

    [Benchmark]
    public DelphiState CloseRound() => Do(_answered, new AdvanceStudy(), BenchmarkStudies.Closes(2));

    [Benchmark]
    public DelphiState TakeSheet() => Do(_open, _sheet, BenchmarkStudies.Opens(2));

    private DelphiState Do(DelphiState state, DelphiCommand command, NodaTime.Instant now)
    {
        Decision<DelphiState, DelphiEvent> decision = _process.Decide(state, command, now);
        return decision.IsAccepted ? decision.State : throw new InvalidOperationException(string.Join("; ", decision.Refusals));
    }
}
