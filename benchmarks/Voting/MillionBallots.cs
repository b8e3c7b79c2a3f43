using System.Diagnostics;
using System.Globalization;
using System.Text;
using CivicTech.Budgeting.Voting.Boxes;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Budgeting.Voting.Desks;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Rolls;

namespace CivicTech.Benchmarks.Voting;

/// <summary>A million ballots cast, the box closed, all counted: through the desk on the box in memory, beside a plain dictionary in the same run.</summary>
internal static class MillionBallots
{
    private static readonly VoterKeys Keys = new(Encoding.ASCII.GetBytes("a secret of thirty-two bytes or more"));

    internal static async Task<int> RunAsync(int ballots)
    {
        var vote = new BenchmarkVote();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ballots:N0} ballots, {Environment.ProcessorCount} workers"));
        var casts = new CastBallot[ballots];
        var plain = new (string Voter, string Area, string[] Projects)[ballots];
        for (var i = 0; i < ballots; i++)
        {
            casts[i] = vote.Cast(i);
            plain[i] = (BenchmarkVote.Voter(i), casts[i].Area, [.. casts[i].Lines.Select(line => line.Project)]);
        }

        var votes = CastPlain(vote, plain);
        KeysAlone(plain);
        Decide(vote, plain, casts);
        var counted = await CastAsync(vote, plain, casts);
        var isSame = votes.OrderBy(pair => pair.Key, StringComparer.Ordinal).SequenceEqual(counted.OrderBy(pair => pair.Key, StringComparer.Ordinal));
        Console.WriteLine(isSame ? "both counts are the same" : "THE COUNTS DIFFER");
        return isSame ? 0 : 1;
    }

    private static Dictionary<string, long> CastPlain(BenchmarkVote vote, (string Voter, string Area, string[] Projects)[] plain)
    {
        var areas = vote.Sheet.Ballot.Projects.ToDictionary(project => project.Id, project => project.Area, StringComparer.Ordinal);
        var box = new PlainVoting(areas, DateTimeOffset.MaxValue);
        Measure("plain dictionary: cast", plain.Length, () => InParallel(plain.Length, i =>
        {
            // A request brings strings of its own.
            var projects = (string[])plain[i].Projects.Clone();
            return box.Cast(plain[i].Voter, plain[i].Area, projects, DateTimeOffset.UtcNow) ? ValueTask.CompletedTask : throw new InvalidOperationException("Refused.");
        })).GetAwaiter().GetResult();
        Dictionary<string, long> votes = [];
        Measure("plain dictionary: count", plain.Length, () =>
        {
            votes = box.Count();
            return Task.CompletedTask;
        }).GetAwaiter().GetResult();
        return votes;
    }

    private static void KeysAlone((string Voter, string Area, string[] Projects)[] plain) =>
        Measure("keys of voters alone (HMAC)", plain.Length, () => InParallel(plain.Length, i =>
        {
            _ = Keys.KeyOf(BenchmarkVote.Cycle, plain[i].Voter);
            return ValueTask.CompletedTask;
        })).GetAwaiter().GetResult();

    private static void Decide(BenchmarkVote vote, (string Voter, string Area, string[] Projects)[] plain, CastBallot[] casts)
    {
        var files = plain.Select(one => VoterFile.Of(Keys.KeyOf(BenchmarkVote.Cycle, one.Voter))).ToArray();
        Measure("decider alone", plain.Length, () => InParallel(plain.Length, i =>
            VotingDecider.Decide(vote.Sheet, vote.Entry(i), files[i], casts[i], vote.GetCurrentInstant(), RandomTrackers.Instance).IsAccepted
                ? ValueTask.CompletedTask
                : throw new InvalidOperationException("Refused."))).GetAwaiter().GetResult();
    }

    private static async Task<Dictionary<string, long>> CastAsync(BenchmarkVote vote, (string Voter, string Area, string[] Projects)[] plain, CastBallot[] casts)
    {
        var roll = new InMemoryElectoralRoll();
        for (var i = 0; i < plain.Length; i++)
        {
            roll.Enter(BenchmarkVote.Cycle, Keys.KeyOf(BenchmarkVote.Cycle, plain[i].Voter), vote.Entry(i));
        }

        var desk = new VotingDesk(new InMemoryBallotBox(), roll, Keys, vote, vote);
        await desk.ReleaseAsync(BenchmarkVote.Cycle);
        await Measure("desk: cast", plain.Length, () => InParallel(plain.Length, async i =>
        {
            if (!(await desk.ExecuteAsync(BenchmarkVote.Cycle, plain[i].Voter, casts[i])).IsAccepted)
            {
                throw new InvalidOperationException("Refused.");
            }
        }));
        await Measure("desk: seal and separate", plain.Length, () => desk.SealAndSeparateAsync(BenchmarkVote.Cycle));
        Dictionary<string, long> votes = [];
        await Measure("desk: count", plain.Length, async () =>
        {
            foreach (var area in (await desk.TallyAsync(BenchmarkVote.Cycle)).Tally!.Areas)
            {
                var counted = area.Profile.CountVoters();
                for (var i = 0; i < counted.Length; i++)
                {
                    votes[area.Profile.Candidates[i]] = counted[i];
                }
            }
        });
        return votes.Where(pair => pair.Value > 0).ToDictionary(StringComparer.Ordinal);
    }

    private static Task InParallel(int count, Func<int, ValueTask> one)
    {
        var workers = Environment.ProcessorCount;
        return Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(async () =>
        {
            for (var i = worker; i < count; i += workers)
            {
                await one(i);
            }
        })));
    }

    private static async Task Measure(string what, int count, Func<Task> work)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        using var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        await work();
        var time = watch.Elapsed;
        process.Refresh();
        processor = process.TotalProcessorTime - processor;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-30} {time.TotalSeconds,7:F2} s  {count / time.TotalSeconds / 1e6,6:F2} M/s  processor {processor.TotalMicroseconds / count,6:F2} us each  kept {(double)kept / count,6:F0} B each  allocated {(double)allocated / count,6:F0} B each"));
    }
}
