using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Files;

namespace CityBudget;

/// <summary>A month of voting, with all that people try.</summary>
internal sealed partial class Story
{
    private readonly ConcurrentDictionary<string, int> _refused = new(StringComparer.Ordinal);
    private Tracker _tracker;

    private async Task VoteAsync(CancellationToken cancellation)
    {
        Heading($"{_voters.ToString("N0", CultureInfo.InvariantCulture)} people vote online, some of them as they should not");
        _roll.Enter(City.Id, Enumerable.Range(0, _voters).Select(number => new Resident(number)).Select(resident => KeyValuePair.Create(_keys.KeyOf(City.Id, resident.Id), resident.Entry)));
        await TryAsync(new Resident(0), Ballot(new Resident(0), City.WholeCity));
        await GoToAsync(2027, 9, 1, 0);
        var onBallot = await OnBallotAsync();
        await ManyVoteAsync(0, _voters / 2, onBallot, cancellation);

        await GoToAsync(2027, 9, 14);
        await DoAsync(new ChangeBallot { Change = new BallotChange { Removed = ["repair-workshops"] }, Reason = "reasons/the-house-was-sold" });
        await _cycles.AdvanceDueAsync(cancellation);
        var concerned = await FindConcernedAsync();
        Say($"repair-workshops leaves the ballot; its lines are taken out. {concerned.Id} had chosen it, is told, and votes again");
        await TryAsync(concerned, Ballot(concerned, City.WholeCity) with { Lines = [new BallotLine { Project = "cycle-path-ring" }] });
        await ManyVoteAsync(_voters / 2, _voters, await OnBallotAsync(), cancellation);
        await CheatAsync();

        await EnterPaperAsync(cancellation);

        // Midnight is too late, whoever asks, however the request came.
        await GoToAsync(2027, 10, 1, 0);
        await TryAsync(new Resident(1), Ballot(new Resident(1), City.WholeCity));
        Say("The vote is over. What was refused in this month, and why:");
        foreach (var (code, count) in _refused.OrderBy(refusal => refusal.Key, StringComparer.Ordinal))
        {
            _console.WriteLine($"      {count,7:N0} x {code}");
        }
    }

    private async Task ManyVoteAsync(int first, int end, IReadOnlySet<string> onBallot, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(Enumerable.Range(first, end - first), new ParallelOptions { MaxDegreeOfParallelism = 256, CancellationToken = cancellation }, async (number, _) =>
        {
            var resident = new Resident(number);
            await TryAsync(resident, new CastBallot { Area = resident.District, Lines = [.. resident.Choose(resident.District, onBallot)] });
            await TryAsync(resident, new CastBallot { Area = City.WholeCity, Lines = [.. resident.Choose(City.WholeCity, onBallot)] });

            // Two tabs: the same ballot again changes nothing.
            if (number % 20 == 3)
            {
                await TryAsync(resident, new CastBallot { Area = resident.District, Lines = [.. resident.Choose(resident.District, onBallot)] });
            }
        });
        _console.Progress($"{2 * (end - first) / watch.Elapsed.TotalSeconds:N0} ballots a second");
    }

    private async Task CheatAsync()
    {
        var resident = new Resident(12);
        var other = City.Districts.First(district => district != resident.District);
        await TryAsync(resident, Ballot(resident, other));
        await TryAsync(resident, new CastBallot { Area = resident.District, Lines = [new BallotLine { Project = "cycle-path-ring" }] });
        await TryAsync(resident, new CastBallot { Area = City.WholeCity, Lines = [new BallotLine { Project = "cycle-path-ring", Value = 100 }] });
        await TryAsync(resident, new CastBallot { Area = City.WholeCity, Lines = [new BallotLine { Project = "night-bus-shelters" }, new BallotLine { Project = "night-bus-shelters" }] });
        await TryAsync(resident, new CastBallot { Area = City.WholeCity, Lines = [new BallotLine { Project = "repair-workshops" }] });
        await TryAsync(resident, new CastBallot { Area = City.WholeCity, Lines = [.. Idea.All.Where(idea => idea.Area == City.WholeCity).Select(idea => new BallotLine { Project = idea.Id })] });
        Count(await _cycles.VoteAsync(City.Id, "somebody from elsewhere", Ballot(resident, City.WholeCity)));

        // A change of mind is no cheating: the last ballot counts.
        await TryAsync(resident, Ballot(resident, City.WholeCity) with { Lines = [new BallotLine { Project = "open-data-portal" }] });
        var standing = (await _cycles.StandingAsync(City.Id, resident.Id))!;
        _tracker = standing.Areas.Single(area => area.Area == City.WholeCity).Receipt!.Tracker;
        Say($"{resident.Id} changes the ballot for the city and keeps the code {_tracker}");
    }

    private static CastBallot Ballot(Resident resident, string area) => new() { Area = area, Lines = [.. resident.Choose(area, Idea.All.Select(idea => idea.Id).ToHashSet(StringComparer.Ordinal))] };

    private async Task TryAsync(Resident resident, VotingCommand command) => Count(await _cycles.VoteAsync(City.Id, resident.Id, command));

    private void Count(VotingDecision decision)
    {
        foreach (var refusal in decision.Refusals)
        {
            _refused.AddOrUpdate(refusal.Code, 1, (_, count) => count + 1);
        }
    }

    private async Task<Resident> FindConcernedAsync()
    {
        for (var number = 0; ; number++)
        {
            var resident = new Resident(number);
            if ((await _cycles.StandingAsync(City.Id, resident.Id))!.Notices.Length > 0)
            {
                return resident;
            }
        }
    }

    private async Task<IReadOnlySet<string>> OnBallotAsync() =>
        (await _cycles.BallotAsync(City.Id))!.Projects.Where(project => !project.IsRemoved).Select(project => project.Id).ToHashSet(StringComparer.Ordinal);
}
