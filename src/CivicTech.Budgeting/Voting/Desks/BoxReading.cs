using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CivicTech.Ballots;
using CivicTech.Budgeting.Voting.Boxes;
using CivicTech.Budgeting.Voting.Counting;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Refusals;
using CivicTech.Budgeting.Voting.Rolls;

namespace CivicTech.Budgeting.Voting.Desks;

/// <summary>Reads a box from end to end, a page at a time.</summary>
internal sealed class BoxReading(IBallotBox box, VotingSheet sheet)
{
    private const int PageSize = 4000;

    internal async Task<BoxState> StateAsync(CancellationToken cancellationToken) => (await box.FindAsync(sheet.Cycle, [], cancellationToken).ConfigureAwait(false)).State;

    internal async IAsyncEnumerable<VoterFile> FilesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        VoterKey? after = null;
        while (true)
        {
            var page = await box.ReadAsync(sheet.Cycle, after, PageSize, cancellationToken).ConfigureAwait(false);
            foreach (var file in page)
            {
                yield return file;
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            after = page[^1].Key;
        }
    }

    internal async Task<TallyAnswer> TallyAsync(long? electorate, CancellationToken cancellationToken)
    {
        var state = await StateAsync(cancellationToken).ConfigureAwait(false);
        var isFinal = state.Stage == BoxStage.Separated;
        if (!isFinal && !sheet.Plan.ShowsInterimCounts)
        {
            return new TallyAnswer(null, VotingRefusals.InterimHidden.With());
        }

        var register = new RegisterCount(sheet);
        var ballots = new BallotCount(sheet);
        await CountAsync(isFinal, register, ballots, cancellationToken).ConfigureAwait(false);
        var profiles = sheet.Areas.Select((_, place) => ballots.Build(place)).ToList();
        var counts = register.ToCounts([.. profiles.Select(profile => profile.Voters)], ballots.Blank);
        return new TallyAnswer(new VotingTally(sheet.Edition, isFinal, register.Voters, electorate, [.. counts.Zip(profiles, (count, profile) => TallyOf(count, profile))]), null);
    }

    internal async Task<BoxContent> ContentAsync(CancellationToken cancellationToken)
    {
        var register = new RegisterCount(sheet);
        var ballots = new BallotCount(sheet);
        await CountAsync(isFinal: true, register, ballots, cancellationToken).ConfigureAwait(false);
        var profiles = sheet.Areas.Select((_, place) => ballots.Build(place)).ToList();
        return new BoxContent
        {
            Voters = register.Voters,
            Areas = register.ToCounts([.. profiles.Select(profile => profile.Voters)], ballots.Blank),
            Ballots = BallotsDigest.Of(profiles),
            Trackers = new TrackerList([.. register.Trackers]).Digest,
        };
    }

    private AreaTally TallyOf(AreaCount count, Profile profile) => new()
    {
        Numbers = count,
        Profile = profile,
        MaxBallotLength = (sheet.Find(count.Area)!.Design as RankingDesign)?.Maximum,
    };

    internal async Task<TrackerList> TrackersAsync(CancellationToken cancellationToken)
    {
        if ((await StateAsync(cancellationToken).ConfigureAwait(false)).Stage != BoxStage.Separated)
        {
            throw new InvalidOperationException($"The trackers of '{sheet.Cycle}' are published once the box is sealed, and voters and ballots are separated.");
        }

        var register = new RegisterCount(sheet);
        await foreach (var file in FilesAsync(cancellationToken).ConfigureAwait(false))
        {
            register.Add(file);
        }

        return new TrackerList([.. register.Trackers]);
    }

    internal async Task<ImmutableArray<StationCount>> TicksAsync(CancellationToken cancellationToken)
    {
        var counts = new Dictionary<(string Station, string? Area), long>();
        await foreach (var file in FilesAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (var tick in file.Ticks.Where(tick => tick.Stands))
            {
                var at = (tick.Station, tick.Area);
                counts[at] = counts.GetValueOrDefault(at) + 1;
            }
        }

        return [.. counts.OrderBy(count => count.Key.Station, StringComparer.Ordinal).ThenBy(count => count.Key.Area, StringComparer.Ordinal).Select(count => new StationCount(count.Key.Station, count.Key.Area, count.Value))];
    }

    private async Task CountAsync(bool isFinal, RegisterCount register, BallotCount ballots, CancellationToken cancellationToken)
    {
        await foreach (var stored in FilesAsync(cancellationToken).ConfigureAwait(false))
        {
            var file = isFinal ? stored : VotingDecider.Release(stored, sheet);
            register.Add(file);
            foreach (var ballot in file.Areas)
            {
                if (!isFinal && ballot.IsCounted)
                {
                    ballots.Add(ballot.Area, ballot.Content, 1);
                }
            }
        }

        if (isFinal)
        {
            await foreach (var group in box.ReadGroupsAsync(sheet.Cycle, cancellationToken).ConfigureAwait(false))
            {
                ballots.Add(group.Area, group.Content, group.Count);
            }
        }
    }
}
