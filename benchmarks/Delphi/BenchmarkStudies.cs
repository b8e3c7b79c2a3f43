using System.Collections.Immutable;
using System.Globalization;
using CivicTech.Consensus;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Hosting;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Panels;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Consensus.Delphi.Stability;
using CivicTech.Numerics;
using CivicTech.Processes.Storage;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Benchmarks.Delphi;

/// <summary>A study of one panel, made up: every expert answers every item in every round, and four answers in five stay as they were.</summary>
internal sealed class BenchmarkStudies(int experts, int items, int rounds)
{
    internal const string Id = "study";

    private static readonly Instant Start = Instant.FromUtc(2026, 3, 1, 8, 0);

    internal int Experts => experts;

    internal int Rounds => rounds;

    internal long AnswersOfARound => (long)experts * items;

    internal DelphiProtocol Protocol => DelphiPresets.Isfahan(Id, "text", new PanelPlan { Id = "panel", Roles = [new RoleQuota { Role = "expert", Seats = experts }] }) with
    {
        // Nothing is dropped and nothing stops early: every round is as large as the first.
        Items = new ItemRule { FromRound = rounds + 1, WhenIn = ItemAction.AskAgain, WhenOut = ItemAction.AskAgain, WhenNone = ItemAction.AskAgain, WhenTooFew = ItemAction.AskAgain },
        Stability = new ItemsStable { Measure = new KappaAtLeast { Weights = Consensus.Coefficients.KappaWeights.Quadratic, AtLeast = new Rational(7, 10) }, AtLeast = 1 },
        Stop = new StopRule { MinRounds = 2, MaxRounds = rounds, Scope = StopScope.AllPanels, When = StopWhen.Never, ConsensusShare = 1 },
    };

    internal static DelphiRunner On(IProcessStore store, IClock clock) => new(store, new NoNotices(), clock, []);

    internal static string Expert(int number) => number.ToString("'e'0000", CultureInfo.InvariantCulture);

    internal static string Item(int number) => number.ToString("'i'000", CultureInfo.InvariantCulture);

    /// <summary>What leads to the first round, in order.</summary>
    internal IEnumerable<DelphiCommand> Preparation()
    {
        yield return new PlanStudy { Protocol = Protocol };
        yield return new RegisterItems { Items = [.. Enumerable.Range(0, items).Select(item => new NewItem { Id = Item(item), Text = Item(item), Panels = ["panel"] })] };
        for (var expert = 0; expert < experts; expert++)
        {
            yield return new InviteExpert { Expert = Expert(expert), Seats = [new Seat { Panel = "panel", Role = "expert" }] };
            yield return new AnswerInvitation { Expert = Expert(expert), Accepts = true };
        }
    }

    internal static Instant Opens(int round) => Start + Duration.FromDays(round);

    internal static Instant Closes(int round) => Opens(round) + Duration.FromHours(1);

    internal static ScheduleRound Schedule(int round) => new() { Opens = At(Opens(round)), Closes = At(Closes(round)) };

    internal int Value(int round, int expert, int item)
    {
        // The answers of round 1, or of the last round in which this one changed.
        for (; round > 1; round--)
        {
            if (Mix((ulong)round, (ulong)expert, (ulong)item) % 5 == 0)
            {
                break;
            }
        }

        return 1 + (int)(Mix((ulong)round + 100, (ulong)expert, (ulong)item) % 5);
    }

    internal SubmitAnswers Sheet(int round, int expert) => new()
    {
        Key = $"{round}/{expert}",
        Expert = Expert(expert),
        Round = round,
        Answers = [.. Enumerable.Range(0, items).Select(item => new Answer { Item = Item(item), Value = Value(round, expert, item) })],
    };

    private static Deadline At(Instant instant) => new(instant.InUtc().LocalDateTime, "UTC");

    private static ulong Mix(ulong one, ulong two, ulong three)
    {
        var mixed = (one * 0x9E3779B97F4A7C15) ^ (two * 0xBF58476D1CE4E5B9) ^ (three * 0x94D049BB133111EB);
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    private sealed class NoNotices : IStudyNotices
    {
        public ValueTask TellAsync(StudyMessage message, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
